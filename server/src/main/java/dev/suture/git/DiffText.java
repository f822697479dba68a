package dev.suture.git;

import dev.suture.backport.presence.Change;
import dev.suture.backport.presence.ChangeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads diffs without context. Whatever stands in a changed line or in a path, it cannot pass for
/// a header: lines of a hunk are counted, and git quotes a path that has a line break.
final class DiffText {
  static final List<String> FORMAT =
      List.of(
          "-r",
          "--root",
          "-p",
          "-U0",
          "-M",
          "-l400",
          "--full-index",
          "--no-prefix",
          "--no-color",
          "--no-ext-diff",
          "--no-textconv",
          "--ignore-submodules=none");

  private final PrintedLines lines;
  private String commit = "";
  private @Nullable ChangeReader change;
  private String before = "";
  private String after = "";
  private String bare = "";
  private String objects = "";
  private final List<String> removedMarks = new ArrayList<>();
  private final List<String> addedMarks = new ArrayList<>();
  private boolean told;

  DiffText(PrintedLines lines) {
    this.lines = lines;
  }

  /// The commit that was begun last; empty before the first.
  String last() {
    return commit;
  }

  /// Changes of many commits, each after a line with its id. What follows the last id is handed on
  /// by `end` alone, for it may be cut off.
  void commits(Consumer<Change> each) throws IOException {
    while (lines.next()) {
      if (isCommit()) {
        end(each);
        after = "";
        commit = lines.text();
        change = new ChangeReader(commit);
      } else if (change != null) {
        header(change);
      }
    }
  }

  void end(Consumer<Change> each) {
    if (change != null) {
      tell(change);
      each.accept(change.done());
      change = null;
    }
  }

  /// The one change of a diff between two commits.
  Change single() throws IOException {
    ChangeReader only = new ChangeReader("");
    while (lines.next()) {
      header(only);
    }
    tell(only);
    return only.done();
  }

  private boolean isCommit() {
    if (lines.end() - lines.start() != 40) {
      return false;
    }
    for (int i = lines.start(); i < lines.end(); i++) {
      byte b = lines.buffer()[i];
      if ((b < '0' || b > '9') && (b < 'a' || b > 'f')) {
        return false;
      }
    }
    return true;
  }

  private void header(ChangeReader reader) throws IOException {
    if (lines.startsWith("@@ ")) {
      bare = "";
      tell(reader);
      hunk(reader, lines.text());
    } else if (lines.startsWith("diff --git ")) {
      tell(reader);
      String both = lines.text(11);
      before = path(both.substring(0, both.length() / 2));
      after = before;
      told = false;
    } else if (lines.startsWith("rename from ")) {
      before = path(lines.text(12));
    } else if (lines.startsWith("rename to ")) {
      after = path(lines.text(10));
    } else if (lines.startsWith("old mode ")) {
      removedMarks.add(lines.text());
    } else if (lines.startsWith("new mode ")) {
      addedMarks.add(lines.text());
    } else if (lines.startsWith("new file ") || lines.startsWith("deleted file ")) {
      bare = lines.text();
    } else if (lines.startsWith("index ")) {
      objects = lines.text(6);
    } else if (lines.startsWith("Binary files ")) {
      removedMarks.add(objects.substring(0, 40));
      addedMarks.add(objects.substring(42, 82));
    }
  }

  /// Hands on the file, and what is no line of a text but changes all the same: its mode, the ids
  /// of binary contents, its coming or going where it is empty.
  private void tell(ChangeReader reader) {
    if (told || after.isEmpty()) {
      return;
    }
    told = true;
    reader.file(before, after);
    removedMarks.forEach(mark -> mark(reader, false, mark));
    addedMarks.forEach(mark -> mark(reader, true, mark));
    if (!bare.isEmpty()) {
      mark(reader, bare.startsWith("new"), "empty file");
    }
    removedMarks.clear();
    addedMarks.clear();
    bare = "";
  }

  private static void mark(ChangeReader reader, boolean added, String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    reader.line(added, bytes, 0, bytes.length);
  }

  private void hunk(ChangeReader reader, String head) throws IOException {
    reader.hunk();
    String[] words = head.split(" ", 4);
    int left = count(words[1]) + count(words[2]);
    while (left > 0 && lines.next()) {
      byte first = lines.first();
      if (first == '+' || first == '-') {
        reader.line(first == '+', lines.buffer(), lines.start() + 1, lines.end());
        left--;
      }
    }
  }

  private static int count(String range) {
    int comma = range.indexOf(',');
    return comma < 0 ? 1 : Integer.parseInt(range.substring(comma + 1));
  }

  /// A path as git prints it: quoted like a C string where it has odd characters.
  static String path(String printed) {
    String path = printed.endsWith("\t") ? printed.substring(0, printed.length() - 1) : printed;
    if (path.length() < 2 || path.charAt(0) != '"') {
      return path;
    }
    byte[] bytes = path.substring(1, path.length() - 1).getBytes(StandardCharsets.UTF_8);
    byte[] plain = new byte[bytes.length];
    int size = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\\' || i + 1 == bytes.length) {
        plain[size++] = bytes[i];
      } else if (bytes[i + 1] >= '0' && bytes[i + 1] <= '3' && i + 3 < bytes.length) {
        plain[size++] =
            (byte) ((bytes[i + 1] - '0') * 64 + (bytes[i + 2] - '0') * 8 + bytes[i + 3] - '0');
        i += 3;
      } else {
        int at = "abtnvfr".indexOf(bytes[++i]);
        plain[size++] = at < 0 ? bytes[i] : (byte) (7 + at);
      }
    }
    return new String(plain, 0, size, StandardCharsets.UTF_8);
  }
}

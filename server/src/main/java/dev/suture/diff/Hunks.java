package dev.suture.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the hunks of a file's change, and applies any of them to the file before it.
final class Hunks {
  private static final Pattern HEAD =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@ ?(.*)");

  private Hunks() {}

  static List<Hunk> of(FileChange file) {
    if (!file.isEdit()) {
      ChangeKind kind = Kinds.ofPath(file.path());
      return List.of(new Hunk(file.path(), kind, "", 0, List.of(), List.of(), true));
    }
    List<Hunk> hunks = new ArrayList<>();
    String[] lines = file.diff().split("(?<=\n)", -1);
    int i = 0;
    while (i < lines.length) {
      Matcher head = HEAD.matcher(lines[i].stripTrailing());
      i++;
      if (!head.matches()) {
        continue;
      }
      List<String> removed = new ArrayList<>();
      List<String> added = new ArrayList<>();
      for (; i < lines.length && !lines[i].startsWith("@@"); i++) {
        collect(lines[i], removed, added);
      }
      hunks.add(
          new Hunk(
              file.path(),
              Kinds.of(file.path(), removed, added),
              head.group(5).strip(),
              Integer.parseInt(head.group(1)),
              List.copyOf(removed),
              List.copyOf(added),
              false));
    }
    return hunks;
  }

  private static void collect(String line, List<String> removed, List<String> added) {
    if (line.startsWith("-")) {
      removed.add(line.substring(1));
    } else if (line.startsWith("+")) {
      added.add(line.substring(1));
    } else if (line.startsWith("\\")) {
      withoutEnd(added.isEmpty() ? removed : added);
    }
  }

  private static void withoutEnd(List<String> lines) {
    String last = lines.removeLast();
    lines.add(last.endsWith("\n") ? last.substring(0, last.length() - 1) : last);
  }

  /// The file with some of its hunks, or pieces of them, applied.
  ///
  /// @param before content before the change
  static String apply(String before, List<Hunk> chosen) {
    Map<Integer, Hunk> instead = new HashMap<>();
    Map<Integer, List<Hunk>> behind = new HashMap<>();
    for (Hunk hunk : chosen.stream().sorted(Comparator.comparingInt(Hunk::at)).toList()) {
      if (hunk.removed().isEmpty()) {
        behind.computeIfAbsent(hunk.at(), _ -> new ArrayList<>()).add(hunk);
      } else {
        instead.put(hunk.at(), hunk);
      }
    }
    StringBuilder text = new StringBuilder(before.length() + 256);
    behind.getOrDefault(0, List.of()).forEach(hunk -> append(text, hunk.added()));
    String[] lines = before.isEmpty() ? new String[0] : before.split("(?<=\n)");
    int line = 1;
    while (line <= lines.length) {
      Hunk hunk = instead.get(line);
      append(text, hunk == null ? List.of(lines[line - 1]) : hunk.added());
      int next = line + (hunk == null ? 1 : hunk.removed().size());
      for (; line < next; line++) {
        behind.getOrDefault(line, List.of()).forEach(each -> append(text, each.added()));
      }
    }
    return text.toString();
  }

  /// Where a file's last line had no end and something now stands behind it, it gets one.
  private static void append(StringBuilder text, List<String> lines) {
    for (String line : lines) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
      text.append(line);
    }
  }
}

package dev.suture.git;

import dev.suture.carry.Workbench.Piece;
import dev.suture.hotfix.Repository.Unreachable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A merged text in pieces, by `git merge-file` with marks so long that no text has them.
final class Pieces {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MARK = 57;
  private static final String OURS = "<".repeat(MARK) + " ours";
  private static final String BASE = "|".repeat(MARK) + " base";
  private static final String SPLIT = "=".repeat(MARK);
  private static final String THEIRS = ">".repeat(MARK) + " theirs";

  private Pieces() {}

  /// @param paths of the files of ours, base and theirs
  static List<Piece> of(Path clone, GitProcess git, List<String> paths) throws Unreachable {
    List<String> command =
        new ArrayList<>(
            List.of(
                "merge-file",
                "-p",
                "--diff3",
                "--marker-size=" + MARK,
                "-L",
                "ours",
                "-L",
                "base",
                "-L",
                "theirs",
                "--"));
    command.addAll(paths);
    GitProcess.Output output = git.run(clone, LIMIT, command);
    if (output.exit() >= 128) {
      throw GitSays.failed("Merging a file", output);
    }
    return read(new String(output.bytes(), StandardCharsets.UTF_8));
  }

  private static List<Piece> read(String merged) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder[] parts = {
      new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder()
    };
    int at = 0;
    for (int from = 0; from < merged.length(); ) {
      int end = merged.indexOf('\n', from);
      int to = end < 0 ? merged.length() : end + 1;
      String line = merged.substring(from, to);
      from = to;
      String mark = line.strip();
      if (mark.equals(OURS)) {
        pieces.add(new Piece.Agreed(taken(parts[0])));
        at = 1;
      } else if (mark.equals(BASE)) {
        at = 2;
      } else if (mark.equals(SPLIT)) {
        at = 3;
      } else if (mark.equals(THEIRS)) {
        String ours = taken(parts[1]);
        pieces.add(new Piece.Disputed(ours, taken(parts[2]), taken(parts[3])));
        at = 0;
      } else {
        parts[at].append(line);
      }
    }
    pieces.add(new Piece.Agreed(taken(parts[0])));
    return pieces;
  }

  private static String taken(StringBuilder part) {
    String text = part.toString();
    part.setLength(0);
    return text;
  }
}

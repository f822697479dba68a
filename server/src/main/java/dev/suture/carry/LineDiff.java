package dev.suture.carry;

import java.util.ArrayList;
import java.util.List;

/// How one text becomes another, line by line.
final class LineDiff {
  /// Beyond this the longest common part is not looked for.
  private static final int MOST = 2_000;

  private LineDiff() {}

  /// Lines `from` to `to` of the old text become `lines`.
  record Edit(int from, int to, List<String> lines) {
    boolean inserts() {
      return from == to;
    }
  }

  /// Each with its line end.
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, to));
      from = to;
    }
    return lines;
  }

  static List<Edit> edits(List<String> before, List<String> after) {
    if ((long) before.size() * after.size() > (long) MOST * MOST) {
      return List.of(new Edit(0, before.size(), after));
    }
    int[][] common = common(before, after);
    List<Edit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      int fromI = i;
      int fromJ = j;
      while ((i < before.size() || j < after.size()) && !same(before, after, i, j)) {
        boolean drop =
            j >= after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1]);
        i += drop ? 1 : 0;
        j += drop ? 0 : 1;
      }
      if (i > fromI || j > fromJ) {
        edits.add(new Edit(fromI, i, List.copyOf(after.subList(fromJ, j))));
      }
      while (same(before, after, i, j)) {
        i++;
        j++;
      }
    }
    return edits;
  }

  private static boolean same(List<String> before, List<String> after, int i, int j) {
    return i < before.size() && j < after.size() && before.get(i).equals(after.get(j));
  }

  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 2][after.size() + 2];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}

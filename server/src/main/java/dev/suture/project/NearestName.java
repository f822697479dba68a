package dev.suture.project;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The name that was meant by one that does not exist: the first with the smallest edit distance
/// (Levenshtein).
public final class NearestName {
  private static final int LONGEST = 40;

  private NearestName() {}

  /// @param wrong of any length; what lies behind its 40th letter does not count
  /// @param names at least one
  public static String of(String wrong, List<String> names) {
    String bounded = wrong.substring(0, Math.min(wrong.length(), LONGEST));
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(bounded, name)))
        .orElseThrow();
  }

  /// How many letters have to be changed, added or dropped.
  public static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int above = row[j];
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}

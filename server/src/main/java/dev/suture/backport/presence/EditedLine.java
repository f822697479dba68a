package dev.suture.backport.presence;

import java.util.Arrays;

/// The tokens of one line of a hunk with what each tells: a word tells more than a sign, and what
/// also stands on the other side of the hunk tells little.
///
/// @param tokens in ascending order, each once
/// @param worth of each, as often as it stands in the line
/// @param total of the worth
record EditedLine(int[] tokens, double[] worth, double total) {
  private static final double SIGN = .3;
  private static final double KEPT = .15;

  static EditedLine of(Hunk hunk, int line) {
    boolean added = hunk.isAdded(line);
    int split = hunk.removed() == 0 ? 0 : hunk.ends()[hunk.removed() - 1];
    int[] other =
        added
            ? Arrays.copyOf(hunk.tokens(), split)
            : Arrays.copyOfRange(hunk.tokens(), split, hunk.tokens().length);
    Arrays.sort(other);
    int[] sorted = Arrays.copyOfRange(hunk.tokens(), hunk.start(line), hunk.ends()[line]);
    Arrays.sort(sorted);
    int[] tokens = new int[sorted.length];
    double[] worth = new double[sorted.length];
    double total = 0;
    int size = 0;
    for (int token : sorted) {
      double tells = token >= 0 ? 1 : SIGN;
      tells *= Arrays.binarySearch(other, token) >= 0 ? KEPT : 1;
      if (size == 0 || tokens[size - 1] != token) {
        tokens[size++] = token;
      }
      worth[size - 1] += tells;
      total += tells;
    }
    return new EditedLine(Arrays.copyOf(tokens, size), Arrays.copyOf(worth, size), total);
  }

  /// @return 0 for nothing in common, 1 for the same edit
  double likeness(EditedLine other) {
    double both = total + other.total;
    if (both == 0) {
      return 0;
    }
    double common = 0;
    int i = 0;
    int j = 0;
    while (i < tokens.length && j < other.tokens.length) {
      if (tokens[i] == other.tokens[j]) {
        common += 2 * Math.min(worth[i++], other.worth[j++]);
      } else if (tokens[i] < other.tokens[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common / both;
  }
}

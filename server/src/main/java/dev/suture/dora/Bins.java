package dev.suture.dora;

import dev.suture.dora.Figures.Bin;
import java.util.ArrayList;
import java.util.List;

/// The classes that dora.dev asks for in its survey, so that a team can find itself in them.
final class Bins {
  private static final double HOUR = 3_600;
  private static final double DAY = 24 * HOUR;
  private static final double[] EDGES = {HOUR, DAY, 7 * DAY, 30 * DAY, 182 * DAY};
  private static final List<String> LABELS =
      List.of(
          "under 1 hour",
          "1 hour to 1 day",
          "1 day to 1 week",
          "1 week to 1 month",
          "1 to 6 months",
          "over 6 months");
  private static final int[] COUNTS = {0, 1, 2, 5, 10, 20};

  private Bins() {}

  static List<Bin> lengths(double[] seconds) {
    int[] found = new int[LABELS.size()];
    for (double each : seconds) {
      int at = 0;
      while (at < EDGES.length && each >= EDGES[at]) {
        at++;
      }
      found[at]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      bins.add(new Bin(LABELS.get(i), found[i]));
    }
    return bins;
  }

  /// @param perWeek deployments of each week
  static List<Bin> weeks(int[] perWeek) {
    int[] found = new int[COUNTS.length];
    for (int each : perWeek) {
      int at = COUNTS.length - 1;
      while (each < COUNTS[at]) {
        at--;
      }
      found[at]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      boolean last = i == COUNTS.length - 1;
      int upTo = last ? 0 : COUNTS[i + 1] - 1;
      String label =
          last
              ? COUNTS[i] + " or more"
              : upTo == COUNTS[i] ? Integer.toString(upTo) : COUNTS[i] + " to " + upTo;
      bins.add(new Bin(label, found[i]));
    }
    return bins;
  }
}

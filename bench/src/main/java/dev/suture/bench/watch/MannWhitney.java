package dev.suture.bench.watch;

import java.util.Arrays;

/// The judge of a well-known canary analyser as its code has it: the Mann-Whitney interval of the
/// shift at a confidence of .98, and a high verdict where the interval lies above a quarter of the
/// Hodges-Lehmann shift; looked at after each of the first six hours, a tenth of the traffic
/// against a tenth that stays on the old version.
final class MannWhitney {
  private static final double QUANTILE = 2.326;

  private MannWhitney() {}

  static Detector open(History history) {
    int tenth = 10;
    int from = history.minutes().length - 6 * 60;
    double[] control = new double[6 * 60];
    double[] canary = new double[6 * 60];
    return (minute, errors) -> {
      if (minute >= 6 * 60) {
        return false;
      }
      control[minute] = (double) history.minutes()[from + minute] / tenth;
      canary[minute] = (double) errors / tenth;
      int seen = minute + 1;
      return seen % 60 == 0 && isHigh(Arrays.copyOf(canary, seen), Arrays.copyOf(control, seen));
    };
  }

  private static boolean isHigh(double[] canary, double[] control) {
    double[] shifts = new double[canary.length * control.length];
    int next = 0;
    for (double one : canary) {
      for (double other : control) {
        shifts[next++] = one - other;
      }
    }
    Arrays.sort(shifts);
    double pairs = shifts.length;
    double spread = Math.sqrt(pairs * (canary.length + control.length + 1) / 12);
    int low = (int) Math.max(0, Math.floor(pairs / 2 - QUANTILE * spread));
    double median = shifts[shifts.length / 2];
    return shifts[low] > .25 * Math.abs(median);
  }
}

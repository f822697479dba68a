package dev.suture.bench.watch;

import java.util.Random;
import java.util.stream.IntStream;

/// Many seeded runs on all cores; the same numbers each time.
final class Runs {
  private Runs() {}

  /// One run's result, not a number where there is none.
  interface Run {
    double from(Random random);
  }

  static double[] of(int count, long seed, Run run) {
    return IntStream.range(0, count)
        .parallel()
        .mapToDouble(i -> run.from(new Random(seed * 1_000_003 + i)))
        .toArray();
  }

  static double mean(double[] results) {
    double sum = 0;
    for (double each : results) {
      sum += each;
    }
    return sum / results.length;
  }

  static double median(double[] results) {
    double[] sorted = results.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

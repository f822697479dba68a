package dev.suture.bench.watch;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Many seeded runs on all cores; the same numbers each time.
final class Runs {
  private Runs() {}

  /// One run's result, not a number where there is none.
  interface Run {
    double from(Random random);
  }

  /// Java's generator starts alike from seeds that are alike, so they are scattered.
  static Random random(long seed, int run) {
    return new Random(new SplittableRandom(seed * 1_000_003 + run).nextLong());
  }

  static double[] of(int count, long seed, Run run) {
    return IntStream.range(0, count)
        .parallel()
        .mapToDouble(i -> run.from(random(seed, i)))
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

package dev.suture.bench.watch;

import dev.suture.bench.Row;
import java.util.ArrayList;
import java.util.List;

/// Published figures of others' tests, computed here from their formulas.
final class GoldenValues {
  private GoldenValues() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    multinomial(rows);
    rows.add(
        Row.off(
            "MaxSPRT critical value, 10 expected, .05", MaxSprt.critical(10, .05), 3.467952, 1e-6));
    MaxSprt.Performance performance = MaxSprt.performance(10, 3.467952, 2);
    rows.add(Row.off("MaxSPRT power at ratio 2", performance.power(), .6850634, 1e-6));
    rows.add(
        Row.off("MaxSPRT expected time to signal", performance.timeToSignal(), 4.130985, 1e-5));
    return rows;
  }

  /// The canary example that is published with the multinomial test: shares .8 and .2, effects 1.5
  /// and 2, its generator's seed 1.
  private static void multinomial(List<Row> rows) {
    double[] shares = {.8, .2};
    double first = shares[0] * Math.exp(1.5);
    double second = shares[1] * Math.exp(2);
    MersenneTwister random = new MersenneTwister(1);
    long[] counts = {0, 0};
    double p = 1;
    while (p > .05) {
      counts[random.nextDouble() < first / (first + second) ? 0 : 1]++;
      p = Math.min(p, Math.exp(-DirichletMultinomial.logE(counts, shares, 100)));
    }
    rows.add(Row.off("multinomial test stops after", counts[0] + counts[1], 210, 0));
    rows.add(Row.off("its p-value there", p, .045579631759249686, 1e-12));
  }
}

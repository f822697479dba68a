package dev.suture.bench.watch;

import dev.suture.bench.Row;
import dev.suture.watch.KnownRate;
import dev.suture.watch.Promotion;
import dev.suture.watch.RateRatios;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Which deployments are let on, and which are halted first.
final class Promotions {
  private static final int RUNS = 20_000;
  private static final double LONGEST = 2_000;

  private Promotions() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(Row.lower("promoted at ratio 2", 100 * promoted(2), "%", 5.0, "beta .05"));
    rows.add(Row.higher("promoted at ratio 1", 100 * promoted(1), "%", 99, "alpha .01"));
    rows.add(Row.limit("promoted at ratio 1.25", 100 * promoted(1.25), "%"));
    rows.add(Row.limit("promoted at ratio 3", 100 * promoted(3), "%"));
    return rows;
  }

  private static double promoted(double ratio) {
    return Runs.mean(Runs.of(RUNS, 6, random -> run(ratio, random)));
  }

  /// @return 1 when it is promoted before anything alarms
  private static double run(double ratio, Random random) {
    KnownRate process = new KnownRate(RateRatios.RISEN_IN_SUM, 1, 1);
    Promotion promotion = new Promotion(2, .05, 0);
    double step = .05;
    double expected = 0;
    long errors = 0;
    while (expected < LONGEST) {
      long more = Traffic.poisson(ratio * step, random);
      expected += step;
      errors += more;
      process.add(more, step);
      if (process.alarms(.01)) {
        return 0;
      }
      if (promotion.passes(promotion.logE(new Promotion.Seen(errors, expected, expected)))) {
        return 1;
      }
    }
    return 0;
  }
}

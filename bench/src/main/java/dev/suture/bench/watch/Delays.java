package dev.suture.bench.watch;

import dev.suture.bench.Row;
import dev.suture.watch.BeforeAfter;
import dev.suture.watch.Bin;
import dev.suture.watch.ConcurrentArms;
import dev.suture.watch.EProcess;
import dev.suture.watch.KnownRate;
import dev.suture.watch.LateOnset;
import dev.suture.watch.RateRatios;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// How long a rise goes on before it is noticed.
final class Delays {
  private static final int RUNS = 4_000;
  private static final double ALPHA = .01;
  private static final Traffic MINUTE = new Traffic(1, 0, 1, 0);

  private Delays() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (double ratio : new double[] {1.5, 2, 3, 5, 10}) {
      double bound = Math.log(1 / ALPHA) / (ratio * Math.log(ratio) - ratio + 1);
      double mean = Runs.mean(Runs.of(RUNS, 1, random -> known(ratio, random)));
      rows.add(
          Row.lower(
              "delay at ratio " + ratio + " over the bound",
              mean / bound,
              "times",
              ratio < 10 ? 1.35 : 1.45,
              "log(1/alpha)/KL = " + Math.round(100 * bound) / 100.0));
    }
    double doubling = Runs.median(Runs.of(1_000, 2, random -> minutes(2, 0, random)));
    rows.add(Row.lower("doubling at an error a minute", doubling, "minutes", 17.0, "median"));
    for (int hours : new int[] {8, 7, 15}) {
      double late = Runs.median(Runs.of(1_000, 3, random -> minutes(2, 60 * hours, random)));
      Double goal = hours == 8 ? 80.0 : null;
      rows.add(
          Row.lower(
              "doubling that sets in after " + hours + " hours", late, "minutes", goal, "median"));
    }
    double[] canary = Runs.of(RUNS, 4, Delays::canary);
    double dirichlet = Runs.mean(Runs.of(RUNS, 4, Delays::dirichlet));
    rows.add(
        Row.lower(
            "doubling on a tenth of the traffic",
            Runs.median(canary),
            "errors",
            190.0,
            "median; mean " + Math.round(Runs.mean(canary))));
    rows.add(
        Row.lower(
            "the same, Dirichlet-multinomial k = 100", dirichlet, "errors", null, "peer, mean"));
    double silent = Runs.mean(Runs.of(1_000, 5, Delays::silentHost));
    rows.add(Row.lower("one silent host of ten", silent, "minutes", 2.0, "6 beats a minute"));
    return rows;
  }

  /// Looked at after every error; in expected errors of the old rate.
  private static double known(double ratio, Random random) {
    KnownRate process = new KnownRate(RateRatios.RISEN_IN_SUM, 1, 1);
    double expected = 0;
    while (true) {
      double wait = -Math.log(1 - random.nextDouble()) / ratio;
      expected += wait;
      process.add(1, wait);
      if (process.alarms(ALPHA)) {
        return expected;
      }
    }
  }

  /// Before and after, the baseline counted over two weeks with all that the product does to it.
  private static double minutes(double ratio, int onset, Random random) {
    var baseline = History.of(MINUTE, random).baseline();
    EProcess process = new LateOnset(() -> new BeforeAfter(RateRatios.RISEN_IN_SUM, 1, baseline));
    for (int minute = 0; minute < 10 * Traffic.DAY; minute++) {
      double factor = minute < onset ? 1 : ratio;
      process.add(Bin.alone(minute, MINUTE.errors(minute, factor, random), 1));
      if (process.alarms(ALPHA)) {
        return minute + 1 - onset;
      }
    }
    return 10 * Traffic.DAY;
  }

  private static double canary(Random random) {
    ConcurrentArms arms = new ConcurrentArms(RateRatios.RISEN_IN_SUM, 1, 1);
    int errors = 0;
    while (!arms.alarms(ALPHA)) {
      boolean own = random.nextDouble() < 2 * .1 / (.9 + 2 * .1);
      arms.add(own ? 1 : 0, own ? 0 : 1, .1);
      errors++;
    }
    return errors;
  }

  private static double dirichlet(Random random) {
    long[] counts = {0, 0};
    double[] shares = {.1, .9};
    while (DirichletMultinomial.logE(counts, shares, 100) < Math.log(1 / ALPHA)) {
      counts[random.nextDouble() < 2 * .1 / (.9 + 2 * .1) ? 0 : 1]++;
    }
    return counts[0] + counts[1];
  }

  private static double silentHost(Random random) {
    ConcurrentArms arms = new ConcurrentArms(RateRatios.FALLEN, 1, 1);
    double minutes = 0;
    while (!arms.alarms(.005)) {
      minutes -= Math.log(1 - random.nextDouble()) / (9 * 6);
      arms.add(0, 1, .1);
    }
    return minutes;
  }

  /// Counts taken and the verdict looked up, on one core.
  static List<Row> speed() {
    double best = 0;
    for (int round = 0; round < 5; round++) {
      ConcurrentArms arms = new ConcurrentArms(RateRatios.RISEN_IN_SUM, 1, 1);
      int updates = 2_000_000;
      int alarms = 0;
      long started = System.nanoTime();
      for (int i = 0; i < updates; i++) {
        arms.add(i % 10 == 0 ? 1 : 0, 1, .1);
        alarms += arms.alarms(1e-300) ? 1 : 0;
      }
      best = Math.max(best, updates / ((System.nanoTime() - started) / 1e9));
      if (alarms == updates) {
        throw new IllegalStateException("a clean stream alarmed at once");
      }
    }
    return List.of(
        Row.higher("updates with a look each, one core", best, "updates/s", 1e6, "one stream"));
  }
}

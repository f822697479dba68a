package dev.suture.bench.watch;

import dev.suture.bench.Benchmark.Progress;
import dev.suture.bench.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Clean deployments watched for a day, looked at every minute.
final class FalseAlarms {
  private static final int RUNS = 20_000;
  private static final int PEER_RUNS = 1_000;
  private static final int DAYS_FOR_EACH_HISTORY = 10;
  private static final double ALPHA = .01;

  private final Progress progress;

  FalseAlarms(Progress progress) {
    this.progress = progress;
  }

  /// @param goal in percent
  private record Regime(String name, Traffic traffic, double goal) {}

  private static final List<Regime> REGIMES =
      List.of(
          new Regime("Poisson, 1 a minute", new Traffic(1, 0, 1, 0), 1),
          new Regime("Poisson, daily cycle of 50 %", new Traffic(1, .5, 1, 0), 1),
          new Regime("bursts of mean 5", new Traffic(1, 0, 5, 0), 2),
          new Regime("20 % drift from day to day", new Traffic(1, 0, 1, .2), 1));

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Regime regime : REGIMES) {
      progress.say("clean deployments: " + regime.name());
      rows.add(
          Row.lower(
              "false alarms, " + regime.name(),
              100 * flagged(Peers.watch(ALPHA), regime.traffic(), RUNS),
              "%",
              regime.goal(),
              RUNS + " days, alpha .01"));
      for (Detector.Kind peer : Peers.others()) {
        rows.add(
            Row.lower(
                "  " + peer.name(),
                100 * flagged(peer, regime.traffic(), PEER_RUNS),
                "%",
                null,
                "peer"));
      }
    }
    return rows;
  }

  private static double flagged(Detector.Kind kind, Traffic traffic, int runs) {
    return Runs.mean(
        Runs.of(
            runs / DAYS_FOR_EACH_HISTORY,
            7,
            random -> {
              History history = History.of(traffic, random);
              double flagged = 0;
              for (int day = 0; day < DAYS_FOR_EACH_HISTORY; day++) {
                flagged += day(kind.open(history), traffic, random);
              }
              return flagged / DAYS_FOR_EACH_HISTORY;
            }));
  }

  private static double day(Detector detector, Traffic traffic, Random random) {
    double factor = traffic.day(random);
    for (int minute = 0; minute < Traffic.DAY; minute++) {
      if (detector.look(minute, traffic.errors(minute, factor, random))) {
        return 1;
      }
    }
    return 0;
  }
}

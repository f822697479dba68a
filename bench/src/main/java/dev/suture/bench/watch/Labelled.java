package dev.suture.bench.watch;

import dev.suture.bench.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A thousand deployments of many services, one in twenty bad: bursts, a daily cycle, rates from a
/// tenth of an error to ten a minute, ratios from 1.5 to 20.
final class Labelled {
  private static final int DEPLOYMENTS = 1_000;
  private static final double BAD = .05;

  private Labelled() {}

  private record Tally(int hits, int falseAlarms, int strong, int strongHits) {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    Tally watch = replay(Peers.watch(.005));
    rows.add(Row.higher("precision, 1,000 deployments", precision(watch), "%", 92.4, "alpha .005"));
    rows.add(
        Row.higher(
            "recall at ratio 3 and more",
            100.0 * watch.strongHits() / watch.strong(),
            "%",
            99.8,
            watch.strong() + " with 30 baseline errors"));
    for (Detector.Kind peer : Peers.others()) {
      rows.add(Row.limit("  precision: " + peer.name(), precision(replay(peer)), "%"));
    }
    return rows;
  }

  private static double precision(Tally tally) {
    int alarms = tally.hits() + tally.falseAlarms();
    return alarms == 0 ? 100 : 100.0 * tally.hits() / alarms;
  }

  private static Tally replay(Detector.Kind kind) {
    int hits = 0;
    int falseAlarms = 0;
    int strong = 0;
    int strongHits = 0;
    for (int i = 0; i < DEPLOYMENTS; i++) {
      Random random = Runs.random(9, i);
      double rate = Math.exp(Math.log(.1) + random.nextDouble() * Math.log(100));
      double burst = random.nextInt(3) == 0 ? 3 : 1;
      Traffic traffic = new Traffic(rate, .5, burst, .1);
      boolean bad = random.nextDouble() < BAD;
      double ratio = bad ? Math.exp(Math.log(1.5) + random.nextDouble() * Math.log(20 / 1.5)) : 1;
      History history = History.of(traffic, random);
      boolean alarmed = alarms(kind.open(history), traffic, ratio, random);
      hits += bad && alarmed ? 1 : 0;
      falseAlarms += !bad && alarmed ? 1 : 0;
      if (bad && ratio >= 3 && history.sum(0, history.minutes().length) >= 30) {
        strong++;
        strongHits += alarmed ? 1 : 0;
      }
    }
    return new Tally(hits, falseAlarms, strong, strongHits);
  }

  private static boolean alarms(Detector detector, Traffic traffic, double ratio, Random random) {
    double factor = ratio * traffic.day(random);
    for (int minute = 0; minute < Traffic.DAY; minute++) {
      if (detector.look(minute, traffic.errors(minute, factor, random))) {
        return true;
      }
    }
    return false;
  }
}

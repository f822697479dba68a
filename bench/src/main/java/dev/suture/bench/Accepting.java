package dev.suture.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Accepting durably beside the same HTTP server with an empty handler, each held to the same core,
/// turn by turn: what else the machine does meets both.
final class Accepting {
  private static final int CONNECTIONS = 64;
  private static final int ROUNDS = 5;
  private static final int BODIES = 20_000;

  /// So long the compiler goes on, on the core that it shares with what it compiles.
  private static final int WARM_PASSES = 4;

  private static final double GOAL = 60;

  private Accepting() {}

  static void rows(List<Row> rows, Path scratch, Benchmark.Progress progress) throws Exception {
    Path data = Files.createDirectory(scratch.resolve("accept"));
    try (Child empty = Child.start(EmptyServer.class, 0);
        Child durable = Child.start(AcceptServer.class, 0, data.toString())) {
      Load bare = load(empty, "0".repeat(32));
      Load full = load(durable, durable.key());
      progress.say("warming both servers");
      for (int pass = 0; pass < WARM_PASSES; pass++) {
        List<Payloads.Body> warm = Payloads.mix(BODIES, 50 + pass);
        bare.send(warm);
        full.send(warm);
      }
      double[] shares = new double[ROUNDS];
      double[] limits = new double[ROUNDS];
      double[] accepted = new double[ROUNDS];
      List<Load.Sent> sent = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        progress.say("an empty handler, then accepting durably, one core, round " + (round + 1));
        List<Payloads.Body> bodies = Payloads.mix(BODIES, 2 + round);
        limits[round] = bare.send(bodies).perSecond();
        sent.add(full.send(bodies));
        accepted[round] = sent.getLast().perSecond();
        shares[round] = 100 * accepted[round] / limits[round];
      }
      rows.add(Row.limit("empty handler, one core", median(limits), "events/s"));
      rows.add(Row.limit("accepted and durable, one core", median(accepted), "events/s"));
      rows.add(
          Row.higher(
              "accepted share of the empty handler",
              median(shares),
              "%",
              GOAL,
              "empty handler, one core"));
      for (double share : new double[] {0.5, 0.99}) {
        double millis = median(sent.stream().mapToDouble(each -> each.millis(share)).toArray());
        rows.add(
            Row.measured(
                "time to the answer, p" + Math.round(100 * share),
                millis,
                "ms",
                CONNECTIONS + " senders at full speed"));
      }
    }
  }

  private static Load load(Child child, String key) {
    return new Load(child.port(), "/api/1/envelope/?sentry_key=" + key, CONNECTIONS);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

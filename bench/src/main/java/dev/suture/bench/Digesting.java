package dev.suture.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Digesting beside the least that any digest must do. The clock stops when the queue is drained
/// and every event is counted.
///
/// The backlog is put into the server's own queue, durably and by itself, so that neither HTTP nor
/// the sender takes from the two cores what is not digesting. What both take is in the rows that
/// are sent through the door.
final class Digesting {
  private static final int CONNECTIONS = 64;
  private static final int WARM = 30_000;

  /// The compiler goes on for so long; then its share is that of a server that has run for minutes.
  private static final int WARM_PASSES = 4;

  private static final int MIX = 50_000;
  private static final int LARGE = 12_000;
  private static final int ROUNDS = 3;

  private final Path scratch;
  private final Benchmark.Progress progress;
  private final List<Row> rows;
  private long sent;
  private long sentBytes;

  Digesting(List<Row> rows, Path scratch, Benchmark.Progress progress) {
    this.rows = rows;
    this.scratch = scratch;
    this.progress = progress;
  }

  void run() throws Exception {
    Path data = Files.createDirectory(scratch.resolve("digest"));
    try (Child child = Child.start(WholeServer.class, -1, data.toString())) {
      Target target = new Target(child.port(), child.key());
      progress.say("warming the whole server and the bare pass");
      for (int pass = 0; pass < WARM_PASSES; pass++) {
        List<Payloads.Body> warm = Payloads.mix(WARM, 50 + pass);
        throughDoor(target, warm);
        BarePass.perSecond(warm, 2);
      }
      backlog(child, target);
      double digested = door(target);
      searchable(target, digested / 2);
      disk(data);
      fiftyKilobytes(target);
      rows.add(
          Row.lower("resident memory, peak", child.residentMib(), "MiB", null, "heap 512 MiB"));
    }
  }

  private void backlog(Child child, Target target) throws Exception {
    double[] bare = new double[ROUNDS];
    double[] digested = new double[ROUNDS];
    double[] shares = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      progress.say("a bare pass, then a backlog digested, two cores, round " + (round + 1));
      List<Payloads.Body> bodies = Payloads.mix(MIX, 10 + round);
      bare[round] = BarePass.perSecond(bodies, 2);
      Path file = scratch.resolve("backlog");
      write(bodies, file);
      count(bodies);
      long started = System.nanoTime();
      child.ask(file.toString());
      target.awaitStored(sent);
      digested[round] = bodies.size() / ((System.nanoTime() - started) / 1e9);
      shares[round] = 100 * digested[round] / bare[round];
    }
    rows.add(
        Row.limit("bare pass (gunzip, tokens), two threads", Accepting.median(bare), "events/s"));
    rows.add(Row.limit("digested from the queue, mix", Accepting.median(digested), "events/s"));
    rows.add(
        Row.higher(
            "digested share of the bare pass",
            Accepting.median(shares),
            "%",
            35,
            "bare pass, two threads"));
  }

  private double door(Target target) throws Exception {
    progress.say("sent, accepted and digested at once, sender on the same cores");
    double mix = throughDoor(target, Payloads.mix(MIX, 20));
    rows.add(
        Row.measured("sent, accepted and digested, mix", mix, "events/s", "sender on the cores"));
    return mix;
  }

  private void fiftyKilobytes(Target target) throws Exception {
    progress.say("the same with events of 50 KB");
    rows.add(
        Row.higher(
            "sent, accepted and digested, 50 KB",
            throughDoor(target, Payloads.sized(LARGE, 50_000, 3)),
            "events/s",
            1_500,
            "a peer publishes 30 on two cores"));
  }

  /// @return events in a second, from the first byte sent to the last one counted
  private double throughDoor(Target target, List<Payloads.Body> bodies) throws Exception {
    count(bodies);
    long started = System.nanoTime();
    target.load(CONNECTIONS).send(bodies);
    target.awaitStored(sent);
    return bodies.size() / ((System.nanoTime() - started) / 1e9);
  }

  private void searchable(Target target, double perSecond) throws Exception {
    progress.say("how soon an event is found, at half of that load");
    List<Payloads.Body> bodies = Payloads.mix((int) (perSecond * Probes.SECONDS), 30);
    Probes probes = new Probes(target);
    Thread load =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    target
                        .load(CONNECTIONS)
                        .send(bodies.size(), number -> bodies.get(number).gzip(), perSecond);
                  } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                  }
                });
    double[] millis = probes.run();
    load.join();
    count(bodies);
    sent += probes.sent();
    target.awaitStored(sent);
    rows.add(Row.measured("event to be found, p50", millis[0], "ms", "at half of the load above"));
    rows.add(
        Row.lower("event to be found, p99", millis[1], "ms", 1_000.0, "at half of the load above"));
  }

  private void disk(Path data) throws IOException {
    double kept;
    try (Stream<Path> files = Files.walk(data)) {
      kept =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(data.resolve("queue")))
              .mapToLong(Digesting::size)
              .sum();
    }
    rows.add(
        Row.lower(
            "disk share of the gzip bytes that arrived",
            100 * kept / sentBytes,
            "%",
            25.0,
            Math.round(kept / sent) + " bytes an event, without the queue"));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }

  private void count(List<Payloads.Body> bodies) {
    sent += bodies.size();
    sentBytes += bodies.stream().mapToLong(body -> body.gzip().length).sum();
  }

  private static void write(List<Payloads.Body> bodies, Path file) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeInt(bodies.size());
      for (Payloads.Body body : bodies) {
        out.writeInt(body.gzip().length);
        out.write(body.gzip());
      }
    }
  }
}

package dev.suture.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/// Ten minutes through the door as fast as the queue is drained: the sender waits while many
/// arrivals do. The heap is bounded at 512 MiB, so getting to the end is the proof of it.
final class Sustained implements Benchmark {
  private static final Duration LENGTH = Duration.ofMinutes(10);
  private static final int CONNECTIONS = 32;
  private static final int BODIES = 40_000;
  private static final int PORTION = 5_000;
  private static final int MOST_WAITING = 10_000;

  private final Random random = new Random(99);

  @Override
  public String name() {
    return "sustained";
  }

  @Override
  public String about() {
    return "ten minutes of events, sent, accepted and digested on the machine's cores";
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    List<Payloads.Body> bodies = Payloads.headless(BODIES, 7);
    Path data = Files.createDirectory(scratch.resolve("sustained"));
    List<Row> rows = new ArrayList<>();
    try (Child child = Child.start(WholeServer.class, -1, data.toString())) {
      Target target = new Target(child.port(), child.key());
      Load load = target.load(CONNECTIONS);
      double bare = BarePass.perSecond(bodies, 2);
      long started = System.nanoTime();
      long sent = 0;
      long slowest = Long.MAX_VALUE;
      long minuteBegan = started;
      long minuteStored = 0;
      while (System.nanoTime() - started < LENGTH.toNanos()) {
        int first = (int) (sent % BODIES);
        load.send(
            PORTION, number -> renamed(bodies.get((first + number) % BODIES)), Double.MAX_VALUE);
        sent += PORTION;
        while (target.waiting() > MOST_WAITING) {
          Thread.sleep(20);
        }
        long elapsed = System.nanoTime() - minuteBegan;
        if (elapsed > Duration.ofMinutes(1).toNanos()) {
          long stored = target.stored();
          long perSecond = Math.round((stored - minuteStored) / (elapsed / 1e9));
          slowest = Math.min(slowest, perSecond);
          progress.say(perSecond + " events/s, " + Math.round(child.residentMib()) + " MiB");
          minuteBegan = System.nanoTime();
          minuteStored = stored;
        }
      }
      target.awaitStored(sent);
      double perSecond = sent / ((System.nanoTime() - started) / 1e9);
      rows.add(Row.limit("bare pass (gunzip, tokens), two threads", bare, "events/s"));
      rows.add(Row.limit("events digested in ten minutes", sent, "events"));
      rows.add(Row.measured("sent, accepted and digested", perSecond, "events/s", "sender too"));
      rows.add(Row.measured("the slowest minute", slowest, "events/s", "of those"));
      rows.add(
          Row.lower("resident memory, peak", child.residentMib(), "MiB", null, "heap 512 MiB"));
    }
    return rows;
  }

  /// An event under a new id: the header that names it is a gzip member of its own.
  private byte[] renamed(Payloads.Body body) {
    String id;
    synchronized (random) {
      id = Wording.hex(random, 32);
    }
    byte[] header = ("{\"event_id\":\"" + id + "\"}\n").getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(header);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.gzip().length + 100);
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff, 1});
    little(out, header.length, 2);
    little(out, ~header.length, 2);
    out.writeBytes(header);
    little(out, (int) crc.getValue(), 4);
    little(out, header.length, 4);
    out.writeBytes(body.gzip());
    return out.toByteArray();
  }

  private static void little(ByteArrayOutputStream out, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(value >>> 8 * i);
    }
  }
}

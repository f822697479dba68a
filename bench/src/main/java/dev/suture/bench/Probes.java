package dev.suture.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// Events of one fault of their own, sent one after the other under load: each is found when its
/// issue is listed with one event more.
final class Probes {
  static final int SECONDS = 15;

  private static final long PAUSE = 5;
  private static final String NAME = "ProbeOfTheBenchmark";

  private final Target target;
  private final Random random = new Random(77);
  private int sent;

  Probes(Target target) {
    this.target = target;
  }

  int sent() {
    return sent;
  }

  /// @return milliseconds from the first byte sent until the event is found: the median and p99
  double[] run() throws Exception {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    double[] millis = new double[10_000];
    Load load = target.load(1);
    while (System.nanoTime() < end && sent < millis.length) {
      byte[] body = body();
      long started = System.nanoTime();
      load.send(1, _ -> body, Double.MAX_VALUE);
      int expected = ++sent;
      while (target.issue(NAME).map(Target.Listed::events).orElse(0L) < expected) {
        Thread.sleep(PAUSE);
      }
      millis[expected - 1] = (System.nanoTime() - started) / 1e6;
    }
    double[] sorted = Arrays.copyOf(millis, sent);
    Arrays.sort(sorted);
    return new double[] {sorted[sent / 2], sorted[Math.min(sent - 1, sent * 99 / 100)]};
  }

  private byte[] body() throws Exception {
    String id = Wording.hex(random, 32);
    String envelope =
        "{\"event_id\":\""
            + id
            + "\"}\n{\"type\":\"event\"}\n{\"exception\":{\"values\":[{\"type\":\""
            + NAME
            + "\",\"value\":\"probe\"}]}}\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(envelope.getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }
}

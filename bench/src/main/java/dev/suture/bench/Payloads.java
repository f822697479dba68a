package dev.suture.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// Seeded envelopes like those of a real fleet, gzip'ed: errors of browsers, whose scripts are
/// built and mapped, and of Java, Python and Node servers.
///
/// The sizes follow 190 published sample events: 3.8 KB at the median, 17 KB at p90, 53 KB at p99.
/// The faults are 200 by Zipf's law, and one event in a hundred is of a fault that nobody saw
/// before.
final class Payloads {
  private static final int FAULTS = 200;
  private static final double[] ZIPF = zipf();

  private final Random random;
  private final long seed;
  private final Fault[] faults = new Fault[FAULTS];

  private Payloads(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /// A body as a client sends it, and how long it is unpacked.
  record Body(byte[] gzip, int plain) {}

  /// The mix of a fleet.
  static List<Body> mix(int count, long seed) {
    Payloads payloads = new Payloads(seed);
    List<Body> bodies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bodies.add(payloads.body(payloads.size()));
    }
    return bodies;
  }

  /// Bodies of one size.
  static List<Body> sized(int count, int bytes, long seed) {
    Payloads payloads = new Payloads(seed);
    List<Body> bodies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bodies.add(payloads.body(bytes));
    }
    return bodies;
  }

  /// The mix without the line that an envelope begins with.
  static List<Body> headless(int count, long seed) {
    Payloads payloads = new Payloads(seed);
    List<Body> bodies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bodies.add(body("", payloads.event(Wording.hex(payloads.random, 32), payloads.size())));
    }
    return bodies;
  }

  private int size() {
    double at = random.nextDouble();
    if (at < 0.5) {
      return 1_400 + (int) (at / 0.5 * 2_400);
    }
    if (at < 0.9) {
      return 3_800 + (int) ((at - 0.5) / 0.4 * 13_200);
    }
    return 17_000 + (int) ((at - 0.9) / 0.1 * 40_000);
  }

  private Fault fault() {
    if (random.nextInt(100) == 0) {
      return new Fault(seed * 1_000_003 + random.nextLong(1L << 40));
    }
    double at = random.nextDouble();
    int rank = 0;
    while (ZIPF[rank] < at) {
      rank++;
    }
    if (faults[rank] == null) {
      faults[rank] = new Fault(rank);
    }
    return faults[rank];
  }

  private static double[] zipf() {
    double[] below = new double[FAULTS];
    double sum = 0;
    for (int i = 0; i < FAULTS; i++) {
      sum += 1.0 / (i + 1);
      below[i] = sum;
    }
    for (int i = 0; i < FAULTS; i++) {
      below[i] /= sum;
    }
    below[FAULTS - 1] = 1;
    return below;
  }

  private Body body(int size) {
    String id = Wording.hex(random, 32);
    String header =
        "{\"event_id\":\""
            + id
            + "\",\"sent_at\":\"2026-01-01T00:00:00.000Z\",\"sdk\":{\"name\":\"sentry.any\"}}\n";
    return body(header, event(id, size));
  }

  private static Body body(String header, String event) {
    int length = event.getBytes(StandardCharsets.UTF_8).length;
    String item = "{\"type\":\"event\",\"length\":" + length + "}\n";
    byte[] plain = (header + item + event).getBytes(StandardCharsets.UTF_8);
    return new Body(gzip(plain), plain.length);
  }

  private String event(String id, int size) {
    Fault fault = fault();
    StringBuilder json = new StringBuilder(size + 1_000);
    json.append("{\"event_id\":\"").append(id);
    json.append("\",\"timestamp\":").append(1_767_225_600 + random.nextInt(86_400)).append('.');
    json.append(random.nextInt(1_000)).append(",\"platform\":\"").append(fault.platform());
    json.append("\",\"level\":\"error\",\"logger\":\"").append(fault.module(0));
    json.append("\",\"environment\":\"").append(random.nextInt(10) == 0 ? "staging" : "production");
    json.append("\",\"release\":\"shop@1.").append(random.nextInt(5)).append(".0\"");
    json.append(",\"server_name\":\"web-").append(random.nextInt(40)).append('"');
    json.append(",\"transaction\":\"/").append(fault.module(1).replace('.', '/')).append("/{id}\"");
    tags(json);
    fault.debugFiles(json);
    int rest = size - json.length() - 900;
    fault.exception(json, random, (int) (rest * 0.6));
    breadcrumbs(json, size - json.length() - 250);
    return json.append("}").toString();
  }

  private void tags(StringBuilder json) {
    String browser = Wording.BROWSERS[random.nextInt(Wording.BROWSERS.length)];
    json.append(",\"tags\":{\"region\":\"eu-").append(random.nextInt(6));
    json.append("\",\"plan\":\"").append(random.nextInt(3) == 0 ? "team" : "free");
    json.append("\",\"feature\":\"").append(Wording.word(random)).append("\"}");
    json.append(",\"user\":{\"id\":\"").append(random.nextInt(50_000));
    json.append("\",\"email\":\"u").append(random.nextInt(50_000)).append("@shop.example\"}");
    json.append(",\"contexts\":{\"trace\":{\"trace_id\":\"").append(Wording.hex(random, 32));
    json.append("\",\"span_id\":\"").append(Wording.hex(random, 16)).append("\",\"op\":\"http\"}");
    json.append(",\"browser\":{\"name\":\"").append(browser).append("\",\"version\":\"");
    json.append(100 + random.nextInt(30))
        .append(".0\"},\"os\":{\"name\":\"Linux\",\"version\":\"6.");
    json.append(random.nextInt(12)).append("\"}},\"request\":{\"url\":\"https://shop.example/");
    json.append(Wording.word(random)).append('/').append(random.nextInt(100_000));
    json.append("\",\"method\":\"POST\",\"headers\":{\"User-Agent\":\"Mozilla/5.0 (X11) ");
    json.append(browser).append("\",\"Accept\":\"*/*\"}}");
  }

  private void breadcrumbs(StringBuilder json, int bytes) {
    json.append(",\"breadcrumbs\":{\"values\":[");
    int end = json.length() + bytes;
    String comma = "";
    for (int i = 0; json.length() < end && i < 100; i++) {
      json.append(comma).append("{\"timestamp\":").append(1_767_225_000 + i).append('.');
      json.append(random.nextInt(1_000)).append(",\"category\":\"");
      comma = ",";
      if (random.nextBoolean()) {
        json.append("fetch\",\"data\":{\"method\":\"GET\",\"url\":\"https://shop.example/api/");
        json.append(Wording.word(random)).append('/').append(random.nextInt(1_000_000));
        json.append("\",\"status_code\":").append(random.nextInt(20) == 0 ? 500 : 200).append("}}");
      } else {
        json.append("console\",\"level\":\"info\",\"message\":\"");
        json.append(Wording.sentence(random, 4 + random.nextInt(16))).append("\"}");
      }
    }
    json.append("]}");
    // What breadcrumbs no longer hold, an application attaches.
    if (json.length() + 100 < end) {
      json.append(",\"extra\":{\"state\":\"");
      json.append(Wording.sentence(random, (end - json.length()) / 9)).append("\"}");
    }
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}

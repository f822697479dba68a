package dev.suture.bench;

import dev.suture.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Seeded envelopes like those of a real fleet: an error event of a server or browser, gzip'ed.
///
/// The sizes follow 190 published sample events: 3.8 KB at the median, 17 KB at p90, 53 KB at p99.
/// Every body keeps its event id at the same place, so that a load can make each one unique by
/// building it again from another seed.
final class Payloads {
  private static final String[] WORDS =
      ("cart order session invoice customer payment shipping address product price stock request"
              + " response handler checkout service token cache queue worker batch index")
          .split(" ");

  private Payloads() {}

  /// A body as a client sends it, and how long it is unpacked.
  record Body(byte[] gzip, byte[] plain) {}

  /// The mix of a fleet.
  static List<Body> mix(int count, long seed) {
    Random random = new Random(seed);
    List<Body> bodies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double at = random.nextDouble();
      int size;
      if (at < 0.5) {
        size = 1_400 + (int) (at / 0.5 * 2_400);
      } else if (at < 0.9) {
        size = 3_800 + (int) ((at - 0.5) / 0.4 * 13_200);
      } else {
        size = 17_000 + (int) ((at - 0.9) / 0.1 * 40_000);
      }
      bodies.add(body(random, size));
    }
    return bodies;
  }

  /// Bodies of one size.
  static List<Body> sized(int count, int bytes, long seed) {
    Random random = new Random(seed);
    List<Body> bodies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bodies.add(body(random, bytes));
    }
    return bodies;
  }

  private static Body body(Random random, int size) {
    String id = hex(random, 32);
    byte[] event = Json.MAPPER.writeValueAsBytes(event(random, id, size));
    String header = "{\"event_id\":\"" + id + "\",\"sent_at\":\"2026-01-01T00:00:00Z\"}\n";
    String item = "{\"type\":\"event\",\"length\":" + event.length + "}\n";
    ByteArrayOutputStream envelope = new ByteArrayOutputStream(event.length + 200);
    envelope.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    envelope.writeBytes(item.getBytes(StandardCharsets.UTF_8));
    envelope.writeBytes(event);
    byte[] plain = envelope.toByteArray();
    return new Body(gzip(plain), plain);
  }

  private static ObjectNode event(Random random, String id, int size) {
    int fault = (int) Math.min(199, Math.abs(random.nextGaussian()) * 60);
    Random shape = new Random(fault);
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("event_id", id).put("timestamp", 1_767_225_600 + random.nextInt(86_400));
    event.put("platform", "java").put("level", "error").put("environment", "production");
    event
        .put("release", "shop@1." + random.nextInt(5) + ".0")
        .put("server_name", "web-" + random.nextInt(40));
    ObjectNode tags = event.putObject("tags");
    for (int i = 0; i < 6; i++) {
      tags.put(WORDS[i], WORDS[random.nextInt(WORDS.length)] + random.nextInt(9));
    }
    event.putObject("user").put("id", "u" + random.nextInt(5_000));
    ObjectNode thrown = event.putObject("exception").putArray("values").addObject();
    thrown.put("type", "dev.example." + WORDS[shape.nextInt(WORDS.length)] + "Exception" + fault);
    thrown.put("value", sentence(random, 8));
    ArrayNode frames = thrown.putObject("stacktrace").putArray("frames");
    int depth = Math.clamp(size / 700, 6, 46);
    for (int i = 0; i < depth; i++) {
      ObjectNode frame = frames.addObject();
      frame.put(
          "module",
          "dev.example." + WORDS[shape.nextInt(WORDS.length)] + ".Class" + shape.nextInt(90));
      frame.put("function", WORDS[shape.nextInt(WORDS.length)] + shape.nextInt(20));
      frame
          .put("filename", "Class.java")
          .put("lineno", shape.nextInt(900))
          .put("in_app", i % 3 == 0);
    }
    ArrayNode crumbs = event.putObject("breadcrumbs").putArray("values");
    int length = Json.MAPPER.writeValueAsBytes(event).length;
    while (length < size) {
      ObjectNode crumb = crumbs.addObject();
      crumb.put("timestamp", 1_767_225_600).put("category", WORDS[random.nextInt(WORDS.length)]);
      crumb.put("message", sentence(random, 20));
      length += Json.MAPPER.writeValueAsBytes(crumb).length + 1;
    }
    return event;
  }

  private static String sentence(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      if (i % 5 == 4) {
        text.append(random.nextInt(100_000)).append(' ');
      }
    }
    return text.toString().trim();
  }

  private static String hex(Random random, int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
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

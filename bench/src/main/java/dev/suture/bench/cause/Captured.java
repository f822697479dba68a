package dev.suture.bench.cause;

import dev.suture.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an envelope tells to somebody who only looks at times and statuses.
///
/// @param failedAt epoch milliseconds
/// @param exchanges that were answered before the failure, in the order of their answers
/// @param lastAction index of the last action before the failure; negative when there is none
record Captured(double failedAt, List<Seen> exchanges, int lastAction) {

  private static final double SLACK = 1;

  /// Milliseconds that the body of a refusal may come after the page went on by its status.
  private static final double UNREAD = 100;

  /// @param failed whether it failed by its status or had no answer
  record Seen(String id, double endedAt, boolean failed) {}

  static Captured of(byte[] envelope) throws IOException {
    Map<String, JsonNode> parts = parts(envelope);
    JsonNode event = part(parts, "event");
    double failedAt = event.path("timestamp").asDouble() * 1000;
    List<Seen> seen = new ArrayList<>();
    for (JsonNode entry : part(parts, "network.har").path("log").path("entries")) {
      double ended = entry.path("_at").asDouble() + duration(entry);
      int status = entry.path("response").path("status").asInt();
      boolean refused = status == 0 || status >= 400;
      if (ended <= failedAt + (refused ? UNREAD : SLACK)) {
        seen.add(new Seen(entry.path("_id").asString(), ended, refused));
      }
    }
    seen.sort((one, other) -> Double.compare(one.endedAt(), other.endedAt()));
    int last = -1;
    JsonNode actions = part(parts, "actions.json");
    for (int index = 0; index < actions.size(); index++) {
      if (actions.path(index).path("at").asDouble() <= failedAt) {
        last = index;
      }
    }
    return new Captured(failedAt, seen, last);
  }

  /// The end of an XMLHttpRequest is noted after the page has dealt with its answer.
  private static double duration(JsonNode entry) {
    double received = entry.path("timings").path("receive").asDouble();
    boolean dealt = entry.path("_kind").asString("").equals("xhr") && received <= UNREAD;
    return entry.path("time").asDouble() - (dealt ? received : 0);
  }

  /// The exchange that ended nearest before the failure.
  @Nullable String nearest() {
    return exchanges.isEmpty() ? null : exchanges.getLast().id();
  }

  /// The last exchange before the failure that failed itself.
  @Nullable String lastFailed() {
    return exchanges.reversed().stream()
        .filter(Seen::failed)
        .map(Seen::id)
        .findFirst()
        .orElse(null);
  }

  private static JsonNode part(Map<String, JsonNode> parts, String name) throws IOException {
    JsonNode part = parts.get(name);
    if (part == null) {
      throw new IOException("the envelope has no " + name);
    }
    return part;
  }

  private static Map<String, JsonNode> parts(byte[] envelope) throws IOException {
    byte[] plain = plain(envelope);
    Map<String, JsonNode> parts = new HashMap<>();
    int at = endOfLine(plain, 0) + 1;
    while (at < plain.length) {
      int end = endOfLine(plain, at);
      JsonNode header = Json.MAPPER.readTree(Arrays.copyOfRange(plain, at, end));
      int length = header.path("length").asInt();
      String name = header.path("filename").asString(header.path("type").asString());
      if (header.path("content_type").asString("").equals("application/json")) {
        String text = new String(plain, end + 1, length, StandardCharsets.UTF_8);
        parts.put(name, Json.MAPPER.readTree(text));
      }
      at = end + 1 + length + 1;
    }
    return parts;
  }

  private static byte[] plain(byte[] envelope) throws IOException {
    if (envelope[0] != 0x1f) {
      return envelope;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(envelope))) {
      return in.readAllBytes();
    }
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}

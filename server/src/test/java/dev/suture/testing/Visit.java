package dev.suture.testing;

import dev.suture.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What a recorder saw of one visit to a page, said step by step, as the envelope that it sends.
public final class Visit {
  public static final String SITE = "http://shop.example";
  private static final long AT = 1_790_000_000_000L;

  private final String event = UUID.randomUUID().toString().replace("-", "");
  private final List<Map<String, Object>> actions = new ArrayList<>();
  private final List<Map<String, Object>> exchanges = new ArrayList<>();
  private final Map<String, Object> parts = new TreeMap<>();
  private long now = AT;

  public Visit open(String path) {
    return action(Map.of("kind", "navigate", "url", SITE + path, "how", "load"));
  }

  /// A click on the button of a name.
  public Visit click(String name) {
    return action(Map.of("kind", "click", "target", button(name)));
  }

  private static Map<String, Object> button(String name) {
    return Map.of(
        "tag",
        "button",
        "locators",
        List.of(Map.of("by", "role", "value", name, "role", "button", "unique", true)));
  }

  public Visit type(String label, String value) {
    Map<String, Object> target =
        Map.of(
            "tag",
            "input",
            "locators",
            List.of(Map.of("by", "label", "value", label, "unique", true)));
    return action(Map.of("kind", "input", "value", value, "target", target));
  }

  private Visit action(Map<String, Object> action) {
    now += actions.isEmpty() ? 0 : 200;
    Map<String, Object> dated = new LinkedHashMap<>(action);
    dated.put("at", now);
    actions.add(dated);
    return this;
  }

  /// What the page asked for since, and the answer.
  public Visit got(String path, String json) {
    now += 10;
    exchanges.add(
        Map.of(
            "_id",
            "x" + exchanges.size(),
            "_at",
            now,
            "time",
            5,
            "request",
            Map.of("method", "GET", "url", SITE + path),
            "response",
            Map.of(
                "status",
                200,
                "headers",
                List.of(Map.of("name", "content-type", "value", "application/json")),
                "content",
                Map.of("text", json))));
    return this;
  }

  /// Another part of the capture. `{at}` in it is the time by now.
  public Visit with(String part, String json) {
    parts.put(part, Json.MAPPER.readTree(json.replace("{at}", Long.toString(now))));
    return this;
  }

  public String event() {
    return event;
  }

  /// @param function that threw, in `/shop.js`
  public byte[] fails(String type, String message, String function) {
    now += 20;
    parts.put("actions.json", actions);
    parts.put("network.har", Map.of("log", Map.of("entries", exchanges)));
    parts.put(
        "page.json",
        Map.of(
            "url",
            SITE + "/",
            "viewport",
            Map.of("width", 800, "height", 600, "scale", 1),
            "window",
            Map.of("from", AT, "to", now),
            "timeZone",
            "Asia/Tokyo",
            "languages",
            List.of("de-DE"),
            "storage",
            Map.of("cookies", List.of("sid"))));
    Map<String, Object> frame =
        Map.of(
            "function",
            function,
            "filename",
            SITE + "/shop.js",
            "lineno",
            1,
            "colno",
            1,
            "in_app",
            true);
    Map<String, Object> thrown =
        Map.of("type", type, "value", message, "stacktrace", Map.of("frames", List.of(frame)));
    ByteArrayOutputStream envelope = new ByteArrayOutputStream();
    line(envelope, Map.of("event_id", event));
    item(
        envelope,
        Map.of("type", "event"),
        Map.of(
            "event_id",
            event,
            "platform",
            "javascript",
            "timestamp",
            now / 1000.0,
            "exception",
            Map.of("values", List.of(thrown))));
    parts.forEach(
        (name, part) -> item(envelope, Map.of("type", "attachment", "filename", name), part));
    return envelope.toByteArray();
  }

  private static void item(ByteArrayOutputStream out, Map<String, Object> header, Object body) {
    byte[] json = Json.MAPPER.writeValueAsBytes(body);
    Map<String, Object> whole = new LinkedHashMap<>(header);
    whole.put("length", json.length);
    line(out, whole);
    out.writeBytes(json);
    out.write('\n');
  }

  private static void line(ByteArrayOutputStream out, Object value) {
    out.writeBytes(Json.MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}

package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A failing session beside sessions that did not fail, from the door to what is read of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundleDoorTest {
  private static final long ZERO = 1_795_000_000_000L;

  private Door door;
  private String issue;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    door = new Door(folder);
    String whole = "{\"items\":[{\"sku\":\"a\",\"price\":2}],\"currency\":\"EUR\"}";
    send("1", "ReportOne", whole, 200, "[]");
    send("2", "ReportTwo", whole, 200, line("error", "image 17 failed"));
    send(
        "3",
        "TypeError",
        "{\"items\":[],\"currency\":null}",
        503,
        "["
            + line("error", "image 18 failed").substring(1).replace("]}]", "]},")
            + line("warn", "cart zq has nothing").substring(1));
    for (JsonNode row : door.json("/api/v1/issues").path("issues")) {
      if (row.toString().contains("TypeError")) {
        issue = row.path("issue").path("id").asString(row.path("id").asString());
      }
    }
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @Test
  void saysHowNetworkAndConsoleDifferFromSessionsThatDidNotFail() throws Exception {
    JsonNode told = door.json("/api/v1/issues/" + issue + "/bundle").path("differences");
    assertThat(told.path("sessions").asInt()).isEqualTo(2);
    Map<String, String> found = new LinkedHashMap<>();
    told.path("network")
        .forEach(
            each ->
                found.put(
                    each.path("endpoint").asString() + " " + each.path("field").asString(""),
                    each.path("here").asString() + " / " + each.path("there").asString()));
    assertThat(found)
        .containsOnly(
            Map.entry("POST /api/pay/{} ", "answered 503 / answered 200"),
            Map.entry("GET /api/cart $.items", "an empty list / a list with elements"),
            Map.entry("GET /api/cart $.currency", "null / a text"));
    assertThat(told.path("console"))
        .extracting(each -> each.path("text").asString())
        .containsExactly("cart zq has nothing");
    String text = door.get("/api/v1/issues/" + issue + "/bundle?format=markdown").body();
    assertThat(text)
        .contains(
            "Compared with 2 recorded sessions",
            "GET /api/cart  $.items: an empty list; a list with elements in 2 other answers",
            "| console warn: cart zq has nothing");
    assertThat(text.indexOf("## Differences"))
        .as("no answer is surely to blame, so it stands in the first thousand tokens")
        .isBetween(0, 3600);
  }

  @Test
  void everyAddressOfTheIndexIsReadAsAResourceAndByTheTool() throws Exception {
    JsonNode bundle = door.json("/api/v1/issues/" + issue + "/bundle");
    String text = door.get("/api/v1/issues/" + issue + "/bundle?format=markdown").body();
    assertThat(bundle.path("index")).hasSize(4);
    for (JsonNode piece : bundle.path("index")) {
      String uri = piece.path("uri").asString();
      assertThat(text).contains(uri);
      JsonNode read = ask("resources/read", Map.of("uri", uri)).at("/result/contents/0");
      assertThat(read.path("uri").asString()).isEqualTo(uri);
      Map<String, Object> arguments = new LinkedHashMap<>();
      arguments.put("id", bundle.path("capture").asString());
      arguments.put("kind", piece.path("kind").asString());
      if (piece.has("ref")) {
        arguments.put("ref", piece.path("ref").asString());
      }
      JsonNode given =
          ask("tools/call", Map.of("name", "suture_get_evidence", "arguments", arguments));
      assertThat(given.at("/result/isError").asBoolean()).isFalse();
      assertThat(unmarked(read.path("text").asString()))
          .isNotEmpty()
          .isEqualTo(unmarked(given.at("/result/content/0/text").asString()));
    }
    for (String wrong : List.of("/exchange/none", "/nothing", "/source/../zq", "/exchange/%zz")) {
      String uri = "suture://failure/" + issue + wrong;
      assertThat(ask("resources/read", Map.of("uri", uri)).path("error").path("code").asInt())
          .isNotZero();
    }
  }

  private static String unmarked(String text) {
    return text.replaceAll("data [0-9a-f]{12}", "data");
  }

  private JsonNode ask(String method, Map<String, Object> params) throws Exception {
    byte[] call =
        Json.MAPPER.writeValueAsBytes(
            Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params));
    return Json.MAPPER.readTree(door.post(door.to("/mcp"), call).body());
  }

  private static String line(String level, String text) {
    return "[{\"at\":%d,\"level\":\"%s\",\"args\":[\"%s\"]}]".formatted(ZERO - 90, level, text);
  }

  private static String exchange(
      String id, long at, String method, String url, int status, String body) {
    return """
    {"_id":"%s","_at":%d,"time":5,"request":{"method":"%s","url":"https://shop.test%s",
    "headers":[]},"response":{"status":%d,"headers":[],"content":
    {"mimeType":"application/json","text":%s}}}\
    """
        .formatted(id, ZERO + at, method, url, status, Json.MAPPER.writeValueAsString(body));
  }

  private void send(String number, String type, String cart, int paid, String console)
      throws Exception {
    String event =
        """
        {"event_id":"%s","timestamp":%d.0,"platform":"javascript",
        "contexts":{"suture":{"type":"capture"}},
        "exception":{"values":[{"type":"%s","value":"broke"}]}}\
        """
            .formatted(number.repeat(32), ZERO / 1000, type)
            .replace("\n", "");
    String network =
        "{\"log\":{\"entries\":["
            + exchange("r" + number, -300, "GET", "/api/cart?at=" + number, 200, cart)
            + ","
            + exchange("p" + number, -200, "POST", "/api/pay/4" + number, paid, "{}")
            + "]}}";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("{\"event_id\":\"" + number.repeat(32) + "\"}\n"));
    item(out, "\"type\":\"event\"", event);
    part(out, "page.json", "{\"url\":\"https://shop.test/\"}");
    part(out, "network.har", network);
    part(out, "console.json", console);
    part(
        out,
        "actions.json",
        "[{\"at\":%d,\"kind\":\"click\",\"target\":{\"tag\":\"button\",\"css\":\"#pay\"}}]"
            .formatted(ZERO - 350));
    assertThat(door.post(door.envelope(), out.toByteArray()).statusCode()).isEqualTo(200);
    assertThat(door.count("event", "stored", "")).isEqualTo(Integer.parseInt(number));
  }

  private static void part(ByteArrayOutputStream out, String name, String content) {
    item(
        out,
        "\"type\":\"attachment\",\"content_type\":\"application/json\",\"filename\":\""
            + name
            + "\"",
        content);
  }

  private static void item(ByteArrayOutputStream out, String header, String content) {
    byte[] payload = content.getBytes(StandardCharsets.UTF_8);
    out.writeBytes(bytes("{" + header + ",\"length\":" + payload.length + "}\n"));
    out.writeBytes(payload);
    out.write('\n');
  }
}

package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.testing.Door;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A failure of a back end, where no recorder was: what its event says, and what the page saw of
/// the same trace.
class BackEndFailureTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void variablesRequestAndTraceStandInTheBundle(@TempDir Path folder) throws Exception {
    try (Door door = new Door(folder)) {
      sendPage(door);
      sendService(door);
      String page = issue(door, "TypeError");
      String service = issue(door, "KeyError");
      JsonNode bundle = door.json("/api/v1/issues/" + service + "/bundle");
      assertThat(bundle.path("locals").path("order").asString()).isEqualTo("None");
      assertThat(bundle.path("locals").path("cart.items").asString()).isEqualTo("0");
      assertThat(bundle.toString()).doesNotContain("hunter2").doesNotContain("outer");
      assertThat(bundle.at("/environment/method").asString()).isEqualTo("POST");
      assertThat(bundle.path("traced")).hasSize(1);
      assertThat(bundle.at("/traced/0/issue").asString()).isEqualTo(page);
      assertThat(bundle.at("/traced/0/exchange").asString()).isEqualTo("r9");
      String text = door.get("/api/v1/issues/" + service + "/bundle?format=markdown").body();
      assertThat(text)
          .contains(
              "## Variables of the failing call",
              "| order = None",
              "## Other failures of the same trace\n\n- suture://failure/" + page,
              "query: SELECT the cart",
              "url: https://shop.test/api/orders");
      JsonNode back = door.json("/api/v1/issues/" + page + "/bundle");
      assertThat(back.at("/traced/0/issue").asString()).isEqualTo(service);
      assertThat(back.at("/traced/0/exchange").asString()).isEqualTo("r9");
    }
  }

  private static String issue(Door door, String type) throws Exception {
    for (JsonNode row : door.json("/api/v1/issues").path("issues")) {
      if (row.toString().contains(type)) {
        return row.path("issue").path("id").asString(row.path("id").asString());
      }
    }
    throw new AssertionError("no issue of " + type);
  }

  private static void sendPage(Door door) throws Exception {
    String network =
        """
        {"log":{"entries":[{"_id":"r9","_at":1795000000000,"time":5,"request":{"method":"POST",
        "url":"https://shop.test/api/orders","headers":[{"name":"sentry-trace",
        "value":"%s-00f067aa0ba902b7-1"}]},"response":{"status":500,"headers":[],"content":{}}}]}}\
        """
            .formatted(TRACE);
    String event =
        "{\"platform\":\"javascript\",\"contexts\":{\"suture\":{\"type\":\"capture\"}},"
            + "\"exception\":{\"values\":[{\"type\":\"TypeError\",\"value\":\"no order\"}]}}";
    String envelope =
        "{\"event_id\":\""
            + "1".repeat(32)
            + "\"}\n"
            + item("\"type\":\"event\"", event)
            + item(
                "\"type\":\"attachment\",\"filename\":\"network.har\","
                    + "\"content_type\":\"application/json\"",
                network);
    assertThat(door.post(door.envelope(), bytes(envelope)).statusCode()).isEqualTo(200);
    assertThat(door.count("event", "stored", "")).isEqualTo(1);
  }

  private static void sendService(Door door) throws Exception {
    String event =
        """
        {"platform":"python","contexts":{"trace":{"trace_id":"%s","span_id":"00f067aa0ba902b7"}},
        "request":{"method":"POST","url":"https://shop.test/api/orders"},
        "breadcrumbs":[{"timestamp":1795000000,"category":"query","message":"SELECT the cart"}],
        "exception":{"values":[{"type":"KeyError","value":"'price'","stacktrace":{"frames":[
        {"function":"handle","filename":"app.py","lineno":3,"in_app":true,"vars":{"outer":"1"}},
        {"function":"total","filename":"cart.py","lineno":9,"in_app":true,
        "vars":{"order":"None","password":"hunter2","cart":{"items":"0","password":"hunter2"}}},
        {"function":"get","filename":"lib/dict.py","lineno":1,"in_app":false,"vars":{"key":"zq"}}
        ]}}]}}\
        """
            .formatted(TRACE)
            .replace("\n", "");
    String envelope =
        "{\"event_id\":\"" + "2".repeat(32) + "\"}\n" + item("\"type\":\"event\"", event);
    assertThat(door.post(door.envelope(), bytes(envelope)).statusCode()).isEqualTo(200);
    assertThat(door.count("event", "stored", "")).isEqualTo(2);
  }

  private static String item(String header, String content) {
    int length = content.getBytes(StandardCharsets.UTF_8).length;
    return "{" + header + ",\"length\":" + length + "}\n" + content + "\n";
  }
}

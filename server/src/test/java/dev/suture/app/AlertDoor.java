package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.http.ApiSchema;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import dev.suture.testing.Receiver;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A whole server that may call this machine, and what its messages are sent to.
final class AlertDoor implements AutoCloseable {
  static final String SECRET = "0123456789abcdef-signing";

  final Door door;
  final Receiver receiver = new Receiver();

  AlertDoor(Path data, Map<String, String> more) throws Exception {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("data", data.toString());
    settings.put("port", "0");
    settings.put("private-hosts", "127.0.0.1");
    settings.put("base-url", "https://suture.example");
    door = new Door(Config.of(settings));
  }

  @Override
  public void close() {
    door.close();
    receiver.close();
  }

  HttpResponse<String> send(String method, String path, String body) throws Exception {
    return door.send(
        door.to("/api/v1/projects/shop/" + path)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  JsonNode ok(String method, String path, String body, String shape) throws Exception {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    assertThat(ApiSchema.problems(shape, answer.body())).isEmpty();
    return Json.MAPPER.readTree(answer.body());
  }

  /// A signed webhook that leads to the receiver.
  long webhook(String path) throws Exception {
    return ok(
            "POST",
            "alert-channels",
            "{\"name\":\"Hook\",\"kind\":\"webhook\",\"address\":\"%s\",\"secret\":\"%s\"}"
                .formatted(receiver.address(path), SECRET),
            "AlertChannel")
        .path("id")
        .asLong();
  }

  /// Leaves no rule but this one.
  long onlyRule(String condition, String telling) throws Exception {
    for (JsonNode rule : ok("GET", "alert-rules", null, "AlertRules").path("rules")) {
      assertThat(send("DELETE", "alert-rules/" + rule.path("id").asLong(), null).statusCode())
          .isEqualTo(204);
    }
    return ok(
            "POST",
            "alert-rules",
            "{\"name\":\"The rule\",\"condition\":" + condition + ",\"telling\":" + telling + "}",
            "AlertRule")
        .path("id")
        .asLong();
  }

  /// Leaves no channel.
  void noChannel() throws Exception {
    for (JsonNode channel : ok("GET", "alert-channels", null, "AlertChannels").path("channels")) {
      send("DELETE", "alert-channels/" + channel.path("id").asLong(), null);
    }
  }

  /// Sends an error of its own group.
  void event(String name, String user) throws Exception {
    String id = UUID.randomUUID().toString().replace("-", "");
    String event =
        Json.MAPPER.writeValueAsString(
            Map.of(
                "event_id",
                id,
                "platform",
                "node",
                "release",
                "shop@1.4.0",
                "fingerprint",
                List.of(name),
                "user",
                Map.of("id", user),
                "message",
                name));
    String envelope = "{\"event_id\":\"" + id + "\"}\n{\"type\":\"event\"}\n" + event + "\n";
    assertThat(door.post(door.envelope(), bytes(envelope)).statusCode()).isEqualTo(200);
  }

  Stream<JsonNode> deliveries() {
    try {
      return ok("GET", "alert-deliveries", null, "AlertDeliveries")
          .path("deliveries")
          .valueStream();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  Stream<JsonNode> open() {
    try {
      return ok("GET", "alerts", null, "Alerts").path("open").valueStream();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  JsonNode last() {
    return deliveries().findFirst().orElseThrow();
  }

  /// Waits until the newest message is in this state.
  JsonNode newest(String state) throws InterruptedException {
    Door.await(
        () ->
            deliveries().findFirst().stream()
                .anyMatch(each -> each.path("state").asString().equals(state)));
    return last();
  }
}

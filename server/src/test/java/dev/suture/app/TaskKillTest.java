package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.testing.Browser;
import dev.suture.testing.Door;
import dev.suture.testing.DoorProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Kills the server while an agent has a task.
class TaskKillTest {
  @Test
  void aLeaseOutlivesTheServerAndNobodyElseGetsTheTask(@TempDir Path data) throws Exception {
    String token;
    String issue;
    try (Door door = new Door(data)) {
      token =
          Browser.ofOwner(door.suture())
              .json(
                  "POST",
                  "/api/v1/me/tokens",
                  Map.of(
                      "name",
                      "Agent",
                      "scopes",
                      List.of("failure:read", "failure:write", "hotfix:write")),
                  201)
              .path("secret")
              .asString();
      String event = "{\"message\":\"it broke\"}";
      door.post(
          door.envelope().header("Authorization", "Bearer " + token),
          bytes("{}\n{\"type\":\"event\",\"length\":%d}\n%s\n".formatted(event.length(), event)));
      door.count("event", "stored", "");
      issue = door.json("/api/v1/issues").at("/issues/0/id").asString();
      if (issue.isEmpty()) {
        issue = door.json("/api/v1/issues").at("/issues/0/issue/id").asString();
      }
    }
    DoorProcess process = DoorProcess.start(data);
    URI server = URI.create(process.address()).resolve("/");
    String tasks = "/api/v1/issues/" + issue + "/tasks";
    String id = send(server, token, tasks, "{\"agent\":\"a\"}").path("id").asString();
    JsonNode taken = send(server, token, "/api/v1/tasks/take", "{}");
    assertThat(taken.path("task").path("id").asString()).isEqualTo(id);
    process.kill();

    DoorProcess again = DoorProcess.start(data);
    try {
      server = URI.create(again.address()).resolve("/");
      assertThat(send(server, token, "/api/v1/tasks/take", "{}").at("/error/code").asString())
          .isEqualTo("notFound");
      String done =
          "{\"lease\":\"%s\",\"kind\":\"done\",\"text\":\"Fixed.\"}"
              .formatted(taken.path("lease").asString());
      JsonNode ended = send(server, token, tasks + "/" + id + "/report", done);
      assertThat(ended.path("state").asString()).isEqualTo("done");
    } finally {
      again.kill();
    }
    try (Door door = new Door(data)) {
      assertThat(door.json(tasks).at("/tasks/0/task/state").asString()).isEqualTo("done");
    }
  }

  private static JsonNode send(URI server, String token, String path, String body)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve(path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return Json.MAPPER.readTree(
          client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}

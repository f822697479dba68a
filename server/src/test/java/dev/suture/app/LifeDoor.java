package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.http.ApiSchema;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A whole server whose project has a real repository, for tests of the life of issues.
final class LifeDoor implements AutoCloseable {
  final Path data;
  final Origin origin;
  final Door door;

  LifeDoor(Path folder) throws Exception {
    data = folder.resolve("data");
    origin = Origin.shop(folder);
    door = new Door(data);
    ok(
        "PATCH",
        "/api/v1/projects/shop",
        "{\"repository\":\"" + origin.bare.toUri() + "\"}",
        "Project");
  }

  Fault fault(String name) {
    return new Fault(name);
  }

  /// Sends an error that was thrown in a file.
  ///
  /// @return the id of its issue
  String thrown(String name, String file) throws Exception {
    String id = UUID.randomUUID().toString().replace("-", "");
    String event =
        """
        {"event_id":"%s"}
        {"type":"event"}
        {"event_id":"%s","platform":"node","fingerprint":["%s"],"exception":{"values":[{"type":\
        "Error","value":"%s","stacktrace":{"frames":[{"function":"%s","filename":"%s",\
        "lineno":3,"colno":1,"in_app":true}]}}]}}
        """
            .formatted(id, id, name, name, name.replace(' ', '_'), file);
    assertThat(door.post(door.envelope(), bytes(event)).statusCode()).isEqualTo(200);
    return fault(name).issue(id);
  }

  @Override
  public void close() {
    door.close();
  }

  /// One fault of the shop, told apart from the others by its name.
  final class Fault {
    private final String name;

    private Fault(String name) {
      this.name = name;
    }

    String seenIn(String release) throws Exception {
      return issue(send(release, null, null));
    }

    String seenBy(String user) throws Exception {
      return issue(send(null, user, null));
    }

    String seenAt(Instant at) throws Exception {
      return issue(send(null, null, at));
    }

    /// @return the id of the event
    String send(String release, String user, Instant at) throws Exception {
      String id = UUID.randomUUID().toString().replace("-", "");
      String event =
          "{\"event_id\":\""
              + id
              + "\",\"platform\":\"javascript\",\"message\":\""
              + name
              + "\",\"fingerprint\":[\""
              + name
              + "\"]"
              + (release == null ? "" : ",\"release\":\"" + release + "\"")
              + (user == null ? "" : ",\"user\":{\"id\":\"" + user + "\"}")
              + (at == null ? "" : ",\"timestamp\":\"" + at + "\"")
              + "}";
      String envelope =
          "{\"event_id\":\""
              + id
              + "\"}\n{\"type\":\"event\"}\n"
              + event
              + "\n{\"type\":\"attachment\",\"length\":2,\"filename\":\"page.json\"}\n{}\n";
      assertThat(door.post(door.envelope(), bytes(envelope)).statusCode()).isEqualTo(200);
      return id;
    }

    String issue(String event) throws Exception {
      long project = door.project().id();
      Door.await(() -> door.suture().issues().issueOf(project, event).isPresent());
      return door.suture().issues().issueOf(project, event).orElseThrow();
    }
  }

  long files() throws Exception {
    try (Stream<Path> walk = Files.walk(data.resolve("blobs"))) {
      return walk.filter(Files::isRegularFile).count();
    }
  }

  String act(String issue, String action) throws Exception {
    return bulk("{\"ids\":[\"" + issue + "\"],\"action\":" + action + "}")
        .path("done")
        .path(0)
        .path("outcome")
        .asString();
  }

  JsonNode bulk(String body) throws Exception {
    return ok("POST", "/api/v1/issues/bulk", body, "BulkAnswer");
  }

  String state(String issue) {
    return issue(issue).path("state").asString();
  }

  JsonNode issue(String issue) {
    try {
      return ok("GET", "/api/v1/issues/" + issue, null, "IssueDetail").path("issue");
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  JsonNode ok(String method, String path, String body, String shape) throws Exception {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    assertThat(ApiSchema.problems(shape, answer.body())).isEmpty();
    return Json.MAPPER.readTree(answer.body());
  }

  HttpResponse<String> send(String method, String path, String body) throws Exception {
    return door.send(
        door.to(path)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }
}

package dev.suture.testing;

import dev.suture.account.TeamStore;
import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import dev.suture.cause.Bodies;
import dev.suture.hotfix.Hotfix;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.store.Database;
import dev.suture.store.FileBlobs;
import dev.suture.store.SqlCaptures;
import dev.suture.store.SqlHotfixes;
import dev.suture.store.SqlReleases;
import dev.suture.store.SqlTeams;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A server with the project `shop`, which is open, and `hidden`, which no team has. Each has one
/// of everything, and all that is hidden has the word `hidden` in it.
public final class TwoProjects implements AutoCloseable {
  public static final String EVENT = "0123456789abcdef0123456789abcdef";
  public static final String FEEDBACK = "f".repeat(32);
  public static final String CAPTURE = EVENT;
  public static final String HOTFIX = "hotfix-hidden-1-till";

  public final Door door;
  public final Project hidden;

  public TwoProjects(Path folder) throws Exception {
    door = new Door(folder);
    hidden =
        door.suture()
            .projects()
            .create(
                "hidden", "The hidden", folder.resolve("hidden.git").toString(), Lines.GIT_FLOW);
    send(door.key(), door.project().id(), "0".repeat(32), "shown");
    send(
        door.suture().projects().keys(hidden.id()).getFirst().value(),
        hidden.id(),
        EVENT,
        "hidden mark");
    sendFeedback(door.suture().projects().keys(hidden.id()).getFirst().value());
    door.count("event", "stored", "");
    new FileBlobs(folder.resolve("blobs"))
        .put(
            "captures/" + hidden.id() + "/" + CAPTURE + "/page.json",
            "{}".getBytes(StandardCharsets.UTF_8));
    try (Database database = Database.open(folder)) {
      new SqlTeams(database).setAccess(hidden.id(), new TeamStore.Access(false, List.of()));
      new SqlCaptures(database).put(capture());
      Hotfix shop = Bodies.hotfix(true);
      new SqlHotfixes(database)
          .put(
              new Hotfix(
                  HOTFIX,
                  "hidden-1",
                  "hidden",
                  shop.state(),
                  shop.base(),
                  shop.baseIs(),
                  shop.head(),
                  shop.commits(),
                  shop.lines(),
                  shop.flagged(),
                  shop.started(),
                  shop.checked(),
                  "hidden problem"));
      new SqlReleases(database)
          .put(
              new dev.suture.deploy.Release(
                  "hidden", "hidden@1.0", Bodies.COMMIT, Bodies.AT, Bodies.AT));
    }
    door.suture()
        .deployments()
        .add(
            new dev.suture.deploy.Deployment(
                0,
                "hidden",
                "production",
                "hidden@1.0",
                Bodies.COMMIT,
                dev.suture.deploy.Deployment.Kind.normal,
                Bodies.AT));
  }

  private Capture capture() {
    return new Capture(
        CAPTURE,
        hidden.id(),
        "hidden-1",
        "hidden capture",
        null,
        Bodies.AT,
        Bodies.AT.plusSeconds(1),
        "suture.extension",
        List.of(
            new Part(
                "page.json",
                "application/json",
                2,
                "captures/" + hidden.id() + "/" + CAPTURE + "/page.json")));
  }

  private void send(String key, long project, String id, String message) throws Exception {
    String event =
        "{\"event_id\":\"%s\"}\n{\"type\":\"event\"}\n{\"platform\":\"javascript\",\"release\":\"%s@1.0\",\"exception\":{\"values\":[{\"type\":\"TypeError\",\"value\":\"%s\"}]}}\n"
            .formatted(id, message.replace(' ', '-'), message);
    var answer =
        door.send(
            door.to("/api/" + project + "/envelope/?sentry_key=" + key)
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(event.getBytes(StandardCharsets.UTF_8)))
                .build());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  private void sendFeedback(String key) throws Exception {
    String feedback =
        "{\"event_id\":\"%s\"}\n{\"type\":\"feedback\"}\n{\"contexts\":{\"feedback\":{\"message\":\"hidden words\"}}}\n{\"type\":\"attachment\",\"filename\":\"page.json\",\"length\":2}\n{}\n"
            .formatted(FEEDBACK);
    var answer =
        door.post(
            door.to("/api/" + hidden.id() + "/envelope/?sentry_key=" + key),
            feedback.getBytes(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  /// A token of a project with some scopes, made by the operator.
  public String token(String project, String... scopes) throws Exception {
    var answer =
        door.post(
            door.to("/api/v1/projects/" + project + "/tokens"),
            dev.suture.json.Json.MAPPER.writeValueAsBytes(
                Map.of("name", "Builds", "scopes", List.of(scopes))));
    return dev.suture.json.Json.MAPPER.readTree(answer.body()).path("secret").asString();
  }

  @Override
  public void close() {
    door.close();
  }
}

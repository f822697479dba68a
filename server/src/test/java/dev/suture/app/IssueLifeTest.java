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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The life of issues as a person on call sees it: events through the door, actions over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssueLifeTest {
  private Path data;
  private Origin origin;
  private Door door;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    data = folder.resolve("data");
    origin = Origin.shop(folder);
    door = new Door(data);
    ok(
        "PATCH",
        "/api/v1/projects/shop",
        "{\"repository\":\"" + origin.bare.toUri() + "\"}",
        "Project");
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @Test
  void anOlderReleaseDoesNotRegressWhatANewerOneResolved() throws Exception {
    Fault fault = new Fault("in a release");
    String issue = fault.seenIn("shop@1.4.0");
    assertThat(act(issue, "{\"kind\":\"resolveInRelease\",\"release\":\"shop@1.4.2\"}"))
        .isEqualTo("moved");
    fault.seenIn("shop@1.4.0");
    fault.seenIn("shop@1.4.2");
    assertThat(state(issue)).isEqualTo("resolved");
    fault.seenIn("shop@1.4.10");
    JsonNode found = issue(issue);
    assertThat(found.path("state").asString()).isEqualTo("regressed");
    assertThat(found.path("reason").path("release").asString()).isEqualTo("shop@1.4.10");
    assertThat(found.path("reason").path("resolvedIn").asString()).isEqualTo("shop@1.4.2");
    JsonNode log = ok("GET", "/api/v1/issues/" + issue + "/activity", null, "ActivityPage");
    assertThat(
            log.path("entries").valueStream().map(each -> each.path("deed").path("to").asString()))
        .containsExactly("regressed", "resolved");
    assertThat(log.path("entries").path(0).path("actor").path("id").asString()).isEqualTo("system");
    assertThat(log.path("entries").path(1).path("actor").path("id").asString())
        .isEqualTo("operator");
  }

  @Test
  void theNextReleaseIsWhicheverComesAfterTheNewestKnown() throws Exception {
    Fault fault = new Fault("in the next release");
    fault.seenIn("next@2.0.0");
    String issue = fault.seenIn("next@1.9.9");
    act(issue, "{\"kind\":\"resolveInNextRelease\"}");
    assertThat(issue(issue).path("reason").path("release").asString()).isEqualTo("next@2.0.0");
    fault.seenIn("next@1.9.10");
    fault.seenIn("next@2.0.0");
    assertThat(state(issue)).isEqualTo("resolved");
    fault.seenIn("next@2.0.1");
    assertThat(state(issue)).isEqualTo("regressed");
  }

  @Test
  void hashesAreOrderedByWhenTheServerHeardOfThem() throws Exception {
    Fault fault = new Fault("hashes");
    fault.seenIn("fffffff1");
    String issue = fault.seenIn("eeeeeee2");
    act(issue, "{\"kind\":\"resolveInRelease\",\"release\":\"eeeeeee2\"}");
    fault.seenIn("fffffff1");
    fault.seenIn("eeeeeee2");
    assertThat(state(issue)).isEqualTo("resolved");
    fault.seenIn("0000000a");
    assertThat(state(issue)).isEqualTo("regressed");
  }

  @Test
  void thisReleaseIsTheOneThatIsLive() throws Exception {
    Fault fault = new Fault("in this release");
    String issue = fault.seenIn("live@3.1.0");
    ok(
        "POST",
        "/api/v1/projects/shop/deployments",
        "{\"release\":\"live@3.2.0\",\"commit\":\"" + origin.at("v1") + "\"}",
        "Deployment");
    act(issue, "{\"kind\":\"resolveInThisRelease\"}");
    assertThat(issue(issue).path("reason").path("release").asString()).isEqualTo("live@3.2.0");
    fault.seenIn("live@3.1.0");
    assertThat(state(issue)).isEqualTo("resolved");
    fault.seenIn("live@3.3.0-rc.1");
    assertThat(state(issue)).isEqualTo("regressed");
  }

  @Test
  void anEventWithoutAReleaseCountsByWhenItWasAccepted() throws Exception {
    Fault fault = new Fault("without a release");
    String issue = fault.seenIn(null);
    act(issue, "{\"kind\":\"resolve\"}");
    assertThat(state(issue)).isEqualTo("resolved");
    fault.seenAt(Instant.now().minus(Duration.ofDays(2)));
    assertThat(state(issue)).isEqualTo("regressed");
  }

  @Test
  void aCommitResolvesWithTheFirstReleaseThatHasIt() throws Exception {
    Fault fault = new Fault("by a commit");
    String issue = fault.seenIn("commit@1.0.0");
    String fix = origin.commit("src/Fix.ts", "fixed\n", "Fix");
    String after = origin.commit("src/More.ts", "more\n", "More");
    origin.push("master");
    assertThat(act(issue, "{\"kind\":\"resolveByCommit\",\"commit\":\"nosuchtag\"}"))
        .isEqualTo("impossible");
    act(issue, "{\"kind\":\"resolveByCommit\",\"commit\":\"" + fix + "\"}");
    assertThat(issue(issue).path("reason").path("commit").asString()).isEqualTo(fix);
    assertThat(issue(issue).path("reason").has("release")).isFalse();
    fault.seenIn("commit@1.0.1");
    assertThat(state(issue)).isEqualTo("resolved");
    ok(
        "POST",
        "/api/v1/projects/shop/deployments",
        "{\"environment\":\"staging\",\"release\":\"commit@1.1.0\",\"commit\":\"" + after + "\"}",
        "Deployment");
    Door.await(() -> issue(issue).path("reason").has("release"));
    assertThat(state(issue)).isEqualTo("resolved");
    fault.seenIn("commit@1.0.1");
    assertThat(state(issue)).isEqualTo("resolved");
    fault.seenIn("commit@1.1.0");
    assertThat(state(issue)).isEqualTo("regressed");
  }

  @Test
  void whatIsArchivedUntilACountWakesAtIt() throws Exception {
    List<String> actions =
        List.of(
            "{\"kind\":\"archiveUntilEvents\",\"events\":2}",
            "{\"kind\":\"archiveUntilEvents\",\"events\":2,\"minutes\":60}",
            "{\"kind\":\"archiveUntilUsers\",\"users\":2}",
            "{\"kind\":\"archiveUntilUsers\",\"users\":2,\"minutes\":60}");
    List<String> issues = new ArrayList<>();
    for (String action : actions) {
      Fault fault = new Fault("archived " + action.replace('"', ' '));
      String issue = fault.seenBy("ann");
      act(issue, action);
      fault.seenBy("bob");
      issues.add(issue);
    }
    Thread.sleep(Duration.ofSeconds(6));
    for (String issue : issues) {
      assertThat(state(issue)).isEqualTo("archived");
    }
    for (String action : actions) {
      new Fault("archived " + action.replace('"', ' ')).seenBy("cid");
    }
    for (String issue : issues) {
      Door.await(() -> state(issue).equals("ongoing"));
      assertThat(issue(issue).path("reason").path("until").path("kind").asString())
          .startsWith("until");
    }
  }

  @Test
  void whatIsArchivedUntilADateWakesThen() throws Exception {
    String issue = new Fault("archived until a date").seenIn(null);
    act(issue, "{\"kind\":\"archiveUntilDate\",\"date\":\"" + Instant.now().plusSeconds(2) + "\"}");
    assertThat(state(issue)).isEqualTo("archived");
    Door.await(() -> state(issue).equals("ongoing"));
  }

  @Test
  void whatIsArchivedUntilItEscalatesWakesWhenItsRateLeavesItsHistory() throws Exception {
    Fault fault = new Fault("archived until escalating");
    String issue = fault.seenAt(Instant.now().minus(Duration.ofDays(3)));
    act(issue, "{\"kind\":\"archiveUntilEscalating\"}");
    for (int i = 0; i < 21; i++) {
      fault.send(null, null, null);
    }
    Door.await(() -> state(issue).equals("escalating"));
    JsonNode reason = issue(issue).path("reason");
    assertThat(reason.path("limit").asLong()).isEqualTo(20);
    assertThat(reason.path("events").asLong()).isEqualTo(21);
  }

  @Test
  void aDeletedIssueIsGoneWithItsFilesAndComesBackAsANewOne() throws Exception {
    Fault fault = new Fault("deleted");
    String event = fault.send(null, null, null);
    String issue = fault.issue(event);
    assertThat(ok("GET", "/api/v1/captures/" + event, null, "Capture").path("parts")).hasSize(1);
    long files = files();
    assertThat(act(issue, "{\"kind\":\"delete\"}")).isEqualTo("deleted");
    assertThat(send("GET", "/api/v1/issues/" + issue, null).statusCode()).isEqualTo(404);
    assertThat(send("GET", "/api/v1/captures/" + event, null).statusCode()).isEqualTo(404);
    assertThat(files()).isEqualTo(files - 1);
    assertThat(act(issue, "{\"kind\":\"delete\"}")).isEqualTo("missing");
    assertThat(fault.seenIn(null)).isNotEqualTo(issue);
  }

  @Test
  void whatIsDiscardedEndsAsSuchUntilItIsTakenInAgain() throws Exception {
    Fault fault = new Fault("discarded");
    String issue = fault.seenIn(null);
    act(issue, "{\"kind\":\"delete\",\"discard\":true}");
    long before = door.count("event", "filtered", "discarded");
    String dropped = fault.send(null, null, null);
    assertThat(door.count("event", "filtered", "discarded")).isEqualTo(before + 1);
    assertThat(door.suture().issues().issueOf(door.project().id(), dropped)).isEmpty();
    JsonNode list = ok("GET", "/api/v1/projects/shop/discarded", null, "DiscardedList");
    JsonNode entry = list.path("discarded").path(0);
    assertThat(entry.path("title").asString()).contains("discarded");
    for (JsonNode each : list.path("discarded")) {
      String hash = each.path("hash").asString();
      ok("DELETE", "/api/v1/projects/shop/discarded/" + hash, null, "DiscardedList");
    }
    assertThat(fault.seenIn(null)).isNotEmpty();
  }

  @Test
  void aBulkActionAnswersForEachIssueAndCanBeTakenBack() throws Exception {
    String one = new Fault("bulk one").seenIn("bulk@1.0");
    String two = new Fault("bulk two").seenIn("bulk@1.0");
    JsonNode answer =
        bulk(
            "{\"ids\":[\"%s\",\"%s\",\"shop-99999\",\"%s\"],\"action\":{\"kind\":\"archive\"}}"
                .formatted(one, two, one));
    assertThat(answer.path("done").valueStream().map(each -> each.path("outcome").asString()))
        .containsExactly("moved", "moved", "missing");
    assertThat(state(one)).isEqualTo("archived");
    JsonNode before = answer.path("done").path(0).path("before");
    act(one, "{\"kind\":\"restore\",\"state\":\"" + before.path("state").asString() + "\"}");
    assertThat(state(one)).isEqualTo("new");
    assertThat(state(two)).isEqualTo("archived");
    assertThat(
            bulk("{\"project\":\"shop\",\"query\":\"bulk two\","
                    + "\"action\":{\"kind\":\"assign\",\"assignee\":\"team:checkout\"}}")
                .path("done"))
        .hasSize(1);
    assertThat(issue(two).path("assignee").asString()).isEqualTo("team:checkout");
    bulk("{\"ids\":[\"" + two + "\"],\"action\":{\"kind\":\"assign\"}}");
    assertThat(issue(two).has("assignee")).isFalse();
  }

  @Test
  void aCommentStandsInTheLogAsTyped() throws Exception {
    String issue = new Fault("commented").seenIn(null);
    String text = "<b>Seen</b> with an *empty* cart";
    ok(
        "POST",
        "/api/v1/issues/" + issue + "/comments",
        Json.MAPPER.writeValueAsString(java.util.Map.of("text", text)),
        "Activity");
    JsonNode entry =
        ok("GET", "/api/v1/issues/" + issue + "/activity", null, "ActivityPage")
            .path("entries")
            .path(0);
    assertThat(entry.path("deed").path("text").asString()).isEqualTo(text);
    assertThat(entry.path("actor").path("name").asString()).isEqualTo("operator");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"ids\":[\"shop-1\"]}",
        "{\"action\":{\"kind\":\"resolve\"}}",
        "{\"ids\":[],\"action\":{\"kind\":\"resolve\"}}",
        "{\"ids\":[\"shop-1\"],\"query\":\"x\",\"action\":{\"kind\":\"resolve\"}}",
        "{\"ids\":[\"shop-1\"],\"action\":{\"kind\":\"explode\"}}",
        "{\"ids\":[\"shop-1\"],\"action\":{}}",
        "{\"ids\":[\"shop-1\"],\"action\":{\"kind\":\"resolveInRelease\"}}",
        "{\"ids\":[\"shop-1\"],\"action\":{\"kind\":\"resolveInRelease\",\"release\":\" \"}}",
        "{\"ids\":[\"shop-1\"],\"action\":{\"kind\":\"archiveUntilEvents\"}}",
        "{\"ids\":[\"shop-1\"],\"action\":{\"kind\":\"archiveUntilUsers\",\"users\":1,\"minutes\":0}}",
        "{\"ids\":[\"shop-1\"],\"action\":{\"kind\":\"archiveUntilDate\",\"date\":\"2020-01-01T00:00:00Z\"}}",
        "{\"ids\":[\"shop-1\"],\"action\":{\"kind\":\"restore\"}}",
        "{\"ids\":[\"shop-1\"],\"action\":{\"kind\":\"assign\",\"assignee\":\"somebody\"}}",
      })
  void aWrongActionIsToldWhatIsWrong(String body) throws Exception {
    HttpResponse<String> answer = send("POST", "/api/v1/issues/bulk", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(ApiSchema.problems("Error", answer.body())).isEmpty();
  }

  @Test
  void aProjectSaysHowItsIssuesAreHandled() throws Exception {
    assertThat(
            ok("GET", "/api/v1/projects/shop/triage", null, "TriageRules")
                .path("resolveAfterDays")
                .asInt())
        .isZero();
    String rules =
        "{\"resolveAfterDays\":30,\"assign\":false,"
            + "\"owners\":[{\"paths\":\"src/**\",\"owner\":\"team:web\"}]}";
    assertThat(ok("PUT", "/api/v1/projects/shop/triage", rules, "TriageRules"))
        .isEqualTo(Json.MAPPER.readTree(rules));
    assertThat(
            send("PUT", "/api/v1/projects/shop/triage", "{\"resolveAfterDays\":-1}").statusCode())
        .isEqualTo(400);
    assertThat(
            send(
                    "PUT",
                    "/api/v1/projects/shop/triage",
                    "{\"owners\":[{\"paths\":\"src/**\",\"owner\":\"web\"}]}")
                .statusCode())
        .isEqualTo(400);
  }

  /// One fault of the shop, told apart from the others by its name.
  private final class Fault {
    private final String name;

    Fault(String name) {
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

  private long files() throws Exception {
    try (Stream<Path> walk = Files.walk(data.resolve("blobs"))) {
      return walk.filter(Files::isRegularFile).count();
    }
  }

  private String act(String issue, String action) throws Exception {
    return bulk("{\"ids\":[\"" + issue + "\"],\"action\":" + action + "}")
        .path("done")
        .path(0)
        .path("outcome")
        .asString();
  }

  private JsonNode bulk(String body) throws Exception {
    return ok("POST", "/api/v1/issues/bulk", body, "BulkAnswer");
  }

  private String state(String issue) {
    return issue(issue).path("state").asString();
  }

  private JsonNode issue(String issue) {
    try {
      return ok("GET", "/api/v1/issues/" + issue, null, "IssueDetail").path("issue");
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private JsonNode ok(String method, String path, String body, String shape) throws Exception {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    assertThat(ApiSchema.problems(shape, answer.body())).isEmpty();
    return Json.MAPPER.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return door.send(
        door.to(path)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }
}

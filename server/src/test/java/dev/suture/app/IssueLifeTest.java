package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.http.ApiSchema;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private LifeDoor life;
  private Origin origin;
  private Door door;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    life = new LifeDoor(folder);
    origin = life.origin;
    door = life.door;
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @Test
  void anOlderReleaseDoesNotRegressWhatANewerOneResolved() throws Exception {
    LifeDoor.Fault fault = life.fault("in a release");
    String issue = fault.seenIn("shop@1.4.0");
    assertThat(life.act(issue, "{\"kind\":\"resolveInRelease\",\"release\":\"shop@1.4.2\"}"))
        .isEqualTo("moved");
    fault.seenIn("shop@1.4.0");
    fault.seenIn("shop@1.4.2");
    assertThat(life.state(issue)).isEqualTo("resolved");
    fault.seenIn("shop@1.4.10");
    JsonNode found = life.issue(issue);
    assertThat(found.path("state").asString()).isEqualTo("regressed");
    assertThat(found.path("reason").path("release").asString()).isEqualTo("shop@1.4.10");
    assertThat(found.path("reason").path("resolvedIn").asString()).isEqualTo("shop@1.4.2");
    JsonNode log = life.ok("GET", "/api/v1/issues/" + issue + "/activity", null, "ActivityPage");
    assertThat(
            log.path("entries").valueStream().map(each -> each.path("deed").path("to").asString()))
        .containsExactly("regressed", "resolved");
    assertThat(log.path("entries").path(0).path("actor").path("id").asString()).isEqualTo("system");
    assertThat(log.path("entries").path(1).path("actor").path("id").asString())
        .isEqualTo("operator");
  }

  @Test
  void theNextReleaseIsWhicheverComesAfterTheNewestKnown() throws Exception {
    LifeDoor.Fault fault = life.fault("in the next release");
    fault.seenIn("next@2.0.0");
    String issue = fault.seenIn("next@1.9.9");
    life.act(issue, "{\"kind\":\"resolveInNextRelease\"}");
    assertThat(life.issue(issue).path("reason").path("release").asString()).isEqualTo("next@2.0.0");
    fault.seenIn("next@1.9.10");
    fault.seenIn("next@2.0.0");
    assertThat(life.state(issue)).isEqualTo("resolved");
    fault.seenIn("next@2.0.1");
    assertThat(life.state(issue)).isEqualTo("regressed");
  }

  @Test
  void hashesAreOrderedByWhenTheServerHeardOfThem() throws Exception {
    LifeDoor.Fault fault = life.fault("hashes");
    fault.seenIn("fffffff1");
    String issue = fault.seenIn("eeeeeee2");
    life.act(issue, "{\"kind\":\"resolveInRelease\",\"release\":\"eeeeeee2\"}");
    fault.seenIn("fffffff1");
    fault.seenIn("eeeeeee2");
    assertThat(life.state(issue)).isEqualTo("resolved");
    fault.seenIn("0000000a");
    assertThat(life.state(issue)).isEqualTo("regressed");
  }

  @Test
  void thisReleaseIsTheOneThatIsLive() throws Exception {
    LifeDoor.Fault fault = life.fault("in this release");
    String issue = fault.seenIn("live@3.1.0");
    life.ok(
        "POST",
        "/api/v1/projects/shop/deployments",
        "{\"release\":\"live@3.2.0\",\"commit\":\"" + origin.at("v1") + "\"}",
        "Deployment");
    life.act(issue, "{\"kind\":\"resolveInThisRelease\"}");
    assertThat(life.issue(issue).path("reason").path("release").asString()).isEqualTo("live@3.2.0");
    fault.seenIn("live@3.1.0");
    assertThat(life.state(issue)).isEqualTo("resolved");
    fault.seenIn("live@3.3.0-rc.1");
    assertThat(life.state(issue)).isEqualTo("regressed");
  }

  @Test
  void anEventWithoutAReleaseCountsByWhenItWasAccepted() throws Exception {
    LifeDoor.Fault fault = life.fault("without a release");
    String issue = fault.seenIn(null);
    life.act(issue, "{\"kind\":\"resolve\"}");
    assertThat(life.state(issue)).isEqualTo("resolved");
    fault.seenAt(Instant.now().minus(Duration.ofDays(2)));
    assertThat(life.state(issue)).isEqualTo("regressed");
  }

  @Test
  void aCommitResolvesWithTheFirstReleaseThatHasIt() throws Exception {
    LifeDoor.Fault fault = life.fault("by a commit");
    String issue = fault.seenIn("commit@1.0.0");
    String fix = origin.commit("src/Fix.ts", "fixed\n", "Fix");
    String after = origin.commit("src/More.ts", "more\n", "More");
    origin.push("master");
    assertThat(life.act(issue, "{\"kind\":\"resolveByCommit\",\"commit\":\"nosuchtag\"}"))
        .isEqualTo("impossible");
    life.act(issue, "{\"kind\":\"resolveByCommit\",\"commit\":\"" + fix + "\"}");
    assertThat(life.issue(issue).path("reason").path("commit").asString()).isEqualTo(fix);
    assertThat(life.issue(issue).path("reason").has("release")).isFalse();
    fault.seenIn("commit@1.0.1");
    assertThat(life.state(issue)).isEqualTo("resolved");
    life.ok(
        "POST",
        "/api/v1/projects/shop/deployments",
        "{\"environment\":\"staging\",\"release\":\"commit@1.1.0\",\"commit\":\"" + after + "\"}",
        "Deployment");
    Door.await(() -> life.issue(issue).path("reason").has("release"));
    assertThat(life.state(issue)).isEqualTo("resolved");
    fault.seenIn("commit@1.0.1");
    assertThat(life.state(issue)).isEqualTo("resolved");
    fault.seenIn("commit@1.1.0");
    assertThat(life.state(issue)).isEqualTo("regressed");
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
      LifeDoor.Fault fault = life.fault("archived " + action.replace('"', ' '));
      String issue = fault.seenBy("ann");
      life.act(issue, action);
      fault.seenBy("bob");
      issues.add(issue);
    }
    Thread.sleep(Duration.ofSeconds(6));
    for (String issue : issues) {
      assertThat(life.state(issue)).isEqualTo("archived");
    }
    for (String action : actions) {
      life.fault("archived " + action.replace('"', ' ')).seenBy("cid");
    }
    for (String issue : issues) {
      Door.await(() -> life.state(issue).equals("ongoing"));
      assertThat(life.issue(issue).path("reason").path("until").path("kind").asString())
          .startsWith("until");
    }
  }

  @Test
  void whatIsArchivedUntilADateWakesThen() throws Exception {
    String issue = life.fault("archived until a date").seenIn(null);
    life.act(
        issue, "{\"kind\":\"archiveUntilDate\",\"date\":\"" + Instant.now().plusSeconds(2) + "\"}");
    assertThat(life.state(issue)).isEqualTo("archived");
    Door.await(() -> life.state(issue).equals("ongoing"));
  }

  @Test
  void whatIsArchivedUntilItEscalatesWakesWhenItsRateLeavesItsHistory() throws Exception {
    LifeDoor.Fault fault = life.fault("archived until escalating");
    String issue = fault.seenAt(Instant.now().minus(Duration.ofDays(3)));
    life.act(issue, "{\"kind\":\"archiveUntilEscalating\"}");
    for (int i = 0; i < 21; i++) {
      fault.send(null, null, null);
    }
    Door.await(() -> life.state(issue).equals("escalating"));
    JsonNode reason = life.issue(issue).path("reason");
    assertThat(reason.path("limit").asLong()).isEqualTo(20);
    assertThat(reason.path("events").asLong()).isEqualTo(21);
  }

  @Test
  void aDeletedIssueIsGoneWithItsFilesAndComesBackAsANewOne() throws Exception {
    LifeDoor.Fault fault = life.fault("deleted");
    String event = fault.send(null, null, null);
    String issue = fault.issue(event);
    assertThat(life.ok("GET", "/api/v1/captures/" + event, null, "Capture").path("parts"))
        .hasSize(1);
    long files = life.files();
    assertThat(life.act(issue, "{\"kind\":\"delete\"}")).isEqualTo("deleted");
    assertThat(life.send("GET", "/api/v1/issues/" + issue, null).statusCode()).isEqualTo(404);
    assertThat(life.send("GET", "/api/v1/captures/" + event, null).statusCode()).isEqualTo(404);
    assertThat(life.files()).isEqualTo(files - 1);
    assertThat(life.act(issue, "{\"kind\":\"delete\"}")).isEqualTo("missing");
    assertThat(fault.seenIn(null)).isNotEqualTo(issue);
  }

  @Test
  void whatIsDiscardedEndsAsSuchUntilItIsTakenInAgain() throws Exception {
    LifeDoor.Fault fault = life.fault("discarded");
    String issue = fault.seenIn(null);
    life.act(issue, "{\"kind\":\"delete\",\"discard\":true}");
    long before = door.count("event", "filtered", "discarded");
    String dropped = fault.send(null, null, null);
    assertThat(door.count("event", "filtered", "discarded")).isEqualTo(before + 1);
    assertThat(door.suture().issues().issueOf(door.project().id(), dropped)).isEmpty();
    JsonNode list = life.ok("GET", "/api/v1/projects/shop/discarded", null, "DiscardedList");
    JsonNode entry = list.path("discarded").path(0);
    assertThat(entry.path("title").asString()).contains("discarded");
    for (JsonNode each : list.path("discarded")) {
      String hash = each.path("hash").asString();
      life.ok("DELETE", "/api/v1/projects/shop/discarded/" + hash, null, "DiscardedList");
    }
    assertThat(fault.seenIn(null)).isNotEmpty();
  }

  @Test
  void aBulkActionAnswersForEachIssueAndCanBeTakenBack() throws Exception {
    String one = life.fault("bulk one").seenIn("bulk@1.0");
    String two = life.fault("bulk two").seenIn("bulk@1.0");
    JsonNode answer =
        life.bulk(
            "{\"ids\":[\"%s\",\"%s\",\"shop-99999\",\"%s\"],\"action\":{\"kind\":\"archive\"}}"
                .formatted(one, two, one));
    assertThat(answer.path("done").valueStream().map(each -> each.path("outcome").asString()))
        .containsExactly("moved", "moved", "missing");
    assertThat(life.state(one)).isEqualTo("archived");
    JsonNode before = answer.path("done").path(0).path("before");
    life.act(one, "{\"kind\":\"restore\",\"state\":\"" + before.path("state").asString() + "\"}");
    assertThat(life.state(one)).isEqualTo("new");
    assertThat(life.state(two)).isEqualTo("archived");
    assertThat(
            life.bulk(
                    "{\"project\":\"shop\",\"query\":\"bulk two\","
                        + "\"action\":{\"kind\":\"assign\",\"assignee\":\"team:checkout\"}}")
                .path("done"))
        .hasSize(1);
    assertThat(life.issue(two).path("assignee").asString()).isEqualTo("team:checkout");
    life.bulk("{\"ids\":[\"" + two + "\"],\"action\":{\"kind\":\"assign\"}}");
    assertThat(life.issue(two).has("assignee")).isFalse();
  }

  @Test
  void aCommentStandsInTheLogAsTyped() throws Exception {
    String issue = life.fault("commented").seenIn(null);
    String text = "<b>Seen</b> with an *empty* cart";
    life.ok(
        "POST",
        "/api/v1/issues/" + issue + "/comments",
        Json.MAPPER.writeValueAsString(java.util.Map.of("text", text)),
        "Activity");
    JsonNode entry =
        life.ok("GET", "/api/v1/issues/" + issue + "/activity", null, "ActivityPage")
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
    HttpResponse<String> answer = life.send("POST", "/api/v1/issues/bulk", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(ApiSchema.problems("Error", answer.body())).isEmpty();
  }

  @Test
  void aProjectSaysHowItsIssuesAreHandled() throws Exception {
    assertThat(
            life.ok("GET", "/api/v1/projects/shop/triage", null, "TriageRules")
                .path("resolveAfterDays")
                .asInt())
        .isZero();
    String rules =
        "{\"resolveAfterDays\":30,\"assign\":false,"
            + "\"owners\":[{\"paths\":\"src/**\",\"owner\":\"team:web\"}]}";
    assertThat(life.ok("PUT", "/api/v1/projects/shop/triage", rules, "TriageRules"))
        .isEqualTo(Json.MAPPER.readTree(rules));
    assertThat(
            life.send("PUT", "/api/v1/projects/shop/triage", "{\"resolveAfterDays\":-1}")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            life.send(
                    "PUT",
                    "/api/v1/projects/shop/triage",
                    "{\"owners\":[{\"paths\":\"src/**\",\"owner\":\"web\"}]}")
                .statusCode())
        .isEqualTo(400);
  }
}

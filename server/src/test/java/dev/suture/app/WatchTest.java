package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.Deployment;
import dev.suture.testing.Door;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From the sessions that come through the door to the verdict on a deployment.
class WatchTest {
  private static final Duration SINCE = Duration.ofMinutes(40);

  private final Instant now = Instant.now();
  private Door door;

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    door = new Door(data);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  /// A day and a half at one crash in a hundred sessions, fifty sessions an hour.
  private void history() throws Exception {
    List<String> hours = new ArrayList<>();
    for (int hour = 36; hour > 1; hour--) {
      hours.add(sessions(now.minus(Duration.ofHours(hour)), 1_980, 20));
    }
    send("shop@1", hours);
  }

  private static String sessions(Instant started, int healthy, int crashed) {
    return String.format(
        "{\"started\":\"%s\",\"exited\":%d,\"crashed\":%d}", started, healthy, crashed);
  }

  private void send(String release, List<String> aggregates) throws Exception {
    String payload =
        String.format(
            "{\"aggregates\":[%s],\"attrs\":{\"release\":\"%s\",\"environment\":\"production\"}}",
            String.join(",", aggregates), release);
    String envelope = "{}\n{\"type\":\"sessions\"}\n" + payload + "\n";
    assertThat(door.post(door.envelope(), bytes(envelope)).statusCode()).isEqualTo(200);
  }

  private void minutes(String release, int healthy, int crashed) throws Exception {
    List<String> minutes = new ArrayList<>();
    for (long minute = SINCE.toMinutes() - 2; minute > 1; minute--) {
      minutes.add(sessions(now.minus(Duration.ofMinutes(minute)), healthy, crashed));
    }
    send(release, minutes);
  }

  private JsonNode watch() throws Exception {
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
    return watch(deployed());
  }

  private Deployment deployed() {
    return door.suture()
        .deployments()
        .add(
            new Deployment(
                0,
                door.project().slug(),
                "production",
                "shop@2",
                null,
                Deployment.Kind.hotfix,
                now.minus(SINCE)));
  }

  private JsonNode watch(Deployment deployment) throws Exception {
    return door.json(
        "/api/v1/projects/" + door.project().slug() + "/deployments/" + deployment.id() + "/watch");
  }

  private static @Nullable String missing(JsonNode watch) {
    return watch.path("missing").asStringOpt().orElse(null);
  }

  @Test
  void aReleaseThatCrashesThreeTimesAsOftenIsDegraded() throws Exception {
    history();
    minutes("shop@2", 97, 3);
    JsonNode watch = watch();
    assertThat(watch.path("verdict").asString()).isEqualTo("degraded");
    assertThat(watch.path("ratio").asDouble()).isBetween(2.9, 3.1);
    assertThat(watch.path("evidence").asDouble()).isGreaterThan(watch.path("alarmAt").asDouble());
    assertThat(watch.path("points").size()).isGreaterThan(30);
    assertThat(watch.path("open").asBoolean()).isTrue();
  }

  @Test
  void aReleaseAtTheOldRateIsHealthy() throws Exception {
    history();
    minutes("shop@2", 99, 1);
    JsonNode watch = watch();
    assertThat(watch.path("verdict").asString()).isEqualTo("healthy");
    assertThat(watch.path("before").path("sessions").asLong()).isEqualTo(35 * 2_000);
  }

  /// What breaks both sides alike is not the release's doing: the canary is at the level of the
  /// rest, only what ran before was better.
  @Test
  void theReleasesThatRunBesideItAreShown() throws Exception {
    history();
    minutes("shop@2", 9, 1);
    minutes("shop@1", 90, 10);
    JsonNode last = watch().path("points").get(10);
    assertThat(last.path("besideSessions").asLong()).isEqualTo(100);
    assertThat(last.path("besideErrors").asLong()).isEqualTo(10);
    assertThat(last.path("sessions").asLong()).isEqualTo(10);
  }

  @Test
  void fewSessionsAreUndecidedAndItSaysHowManyAreNeeded() throws Exception {
    history();
    send("shop@2", List.of(sessions(now.minus(Duration.ofMinutes(5)), 10, 0)));
    JsonNode watch = watch();
    assertThat(watch.path("verdict").asString()).isEqualTo("undecided");
    assertThat(watch.path("need").path("exposure").asDouble()).isBetween(500.0, 5_000.0);
    assertThat(watch.path("need").path("minutes").asDouble()).isBetween(50.0, 500.0);
    assertThat(missing(watch)).isNull();
  }

  /// Hosts report, and nothing else ever did: what a doubling would take is not known.
  @Test
  @Timeout(60)
  void withoutAnythingFromBeforeNoNeedIsMadeUp() throws Exception {
    String path = "/api/v1/projects/" + door.project().slug() + "/heartbeats";
    door.post(door.to(path), bytes("{\"host\":\"web-1\",\"release\":\"shop@2\",\"every\":60}"));
    Deployment deployment = deployed();
    JsonNode watch = watch(deployment);
    while (!watch.has("hosts")) {
      Thread.sleep(200);
      watch = watch(deployment);
    }
    assertThat(watch.path("verdict").asString()).isEqualTo("undecided");
    assertThat(watch.has("need")).isFalse();
  }

  @Test
  void withoutSessionsItSaysWhatIsMissing() throws Exception {
    JsonNode watch = watch();
    assertThat(watch.path("verdict").asString()).isEqualTo("undecided");
    assertThat(missing(watch)).contains("session tracking");
  }

  /// Errors that are handled end no session, and one issue among others does not move their sum by
  /// much.
  @Test
  void anIssueThatBreaksIsNamedAlthoughTheSessionsGoOn() throws Exception {
    history();
    minutes("shop@2", 99, 1);
    events("RangeError", Duration.ofHours(30), Duration.ofHours(1), 29);
    events("RangeError", Duration.ofMinutes(35), Duration.ofMinutes(20), 1);
    events("TypeError", Duration.ofMinutes(35), Duration.ofMinutes(1), 30);
    JsonNode watch = watch();
    assertThat(watch.path("verdict").asString()).isEqualTo("degraded");
    assertThat(watch.path("issues").values())
        .extracting(JsonNode::asString)
        .containsExactly(issueOf("TypeError"));
  }

  /// Where no sessions are reported, errors are counted by the clock.
  @Test
  void errorsWithoutSessionsAreCountedOverMinutes() throws Exception {
    events("RangeError", Duration.ofHours(30), Duration.ofHours(1), 29);
    events("RangeError", Duration.ofMinutes(35), Duration.ofMinutes(1), 30);
    JsonNode watch = watch();
    assertThat(watch.path("over").asString()).isEqualTo("minute");
    assertThat(watch.path("verdict").asString()).isEqualTo("degraded");
    assertThat(watch.path("ratio").asDouble()).isGreaterThan(5);
    assertThat(watch.path("points").size()).isGreaterThan(35);
  }

  @Test
  void hostsThatReportAreShownAndWrongHeartbeatsRefused() throws Exception {
    String path = "/api/v1/projects/" + door.project().slug() + "/heartbeats";
    for (String host : List.of("web-1", "web-2", "web-3")) {
      assertThat(
              door.post(
                      door.to(path),
                      bytes("{\"host\":\"" + host + "\",\"release\":\"shop@2\",\"every\":5}"))
                  .statusCode())
          .isEqualTo(200);
    }
    door.post(door.to(path), bytes("{\"host\":\"web-3\",\"leaving\":true}"));
    JsonNode hosts = door.json(path).path("hosts");
    assertThat(hosts.values())
        .extracting(each -> each.path("host").asString())
        .containsExactly("web-1", "web-2");
    assertThat(hosts.get(0).path("live").asBoolean()).isTrue();
    for (String wrong : List.of("{}", "{\"host\":\"a\",\"every\":1}", "{\"host\":\"a\\nb\"}")) {
      assertThat(door.post(door.to(path), bytes(wrong)).statusCode()).isEqualTo(400);
    }
  }

  private void events(String type, Duration ago, Duration apart, int count) throws Exception {
    StringBuilder envelopes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      Instant at = now.minus(ago).plus(apart.multipliedBy(i));
      String id = java.util.UUID.randomUUID().toString().replace("-", "");
      String event =
          "{\"event_id\":\"%s\",\"timestamp\":\"%s\",\"release\":\"shop@2\",\"platform\":\"javascript\","
                  .formatted(id, at)
              + "\"environment\":\"production\",\"exception\":{\"values\":[{\"type\":\"%s\","
                  .formatted(type)
              + "\"value\":\"x\",\"stacktrace\":{\"frames\":[{\"function\":\"%s\",\"filename\":\"a.js\",\"lineno\":1,\"in_app\":true}]}}]}}"
                  .formatted("f" + type);
      envelopes.setLength(0);
      envelopes.append("{\"event_id\":\"").append(id).append("\"}\n{\"type\":\"event\"}\n");
      envelopes.append(event).append('\n');
      assertThat(door.post(door.envelope(), bytes(envelopes.toString())).statusCode())
          .isEqualTo(200);
    }
  }

  private String issueOf(String type) throws Exception {
    for (JsonNode row : door.json("/api/v1/issues?query=" + type).path("issues")) {
      return row.path("id").asString(row.path("issue").path("id").asString());
    }
    throw new AssertionError("no issue of " + type);
  }

  @Test
  void aDeploymentOfNobodyIsNotFound() throws Exception {
    assertThat(
            door.get("/api/v1/projects/" + door.project().slug() + "/deployments/7/watch")
                .statusCode())
        .isEqualTo(404);
  }
}

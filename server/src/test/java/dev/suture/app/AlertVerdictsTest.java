package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.Deployment;
import dev.suture.hotfix.Origin;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Rules on what other rooms judge, from what comes through the door to the message.
class AlertVerdictsTest {
  private final Instant now = Instant.now();
  private AlertDoor alerts;

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    alerts = new AlertDoor(data, Map.of());
  }

  @AfterEach
  void stop() {
    alerts.close();
  }

  private void sessions(String release, Duration ago, Duration apart, int times, int crashed)
      throws Exception {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(
          "{\"started\":\"%s\",\"exited\":%d,\"crashed\":%d}"
              .formatted(now.minus(ago).plus(apart.multipliedBy(i)), 1_000 - crashed, crashed));
    }
    send(
        "sessions",
        "{\"aggregates\":[%s],\"attrs\":{\"release\":\"%s\",\"environment\":\"production\"}}"
            .formatted(String.join(",", all), release));
  }

  private void send(String type, String payload) throws Exception {
    String envelope = "{}\n{\"type\":\"" + type + "\"}\n" + payload + "\n";
    assertThat(alerts.door.post(alerts.door.envelope(), bytes(envelope)).statusCode())
        .isEqualTo(200);
  }

  private void rule(String condition) throws Exception {
    alerts.ok(
        "POST",
        "alert-rules",
        "{\"name\":\"A rule\",\"condition\":" + condition + "}",
        "AlertRule");
  }

  private List<String> says() {
    return alerts.open().map(alert -> alert.path("told").path("says").asString()).toList();
  }

  @Test
  void aBadDeploymentIsToldByItsWatchItsSessionsAndItsJob() throws Exception {
    alerts.webhook("/hook");
    alerts.onlyRule(
        "{\"kind\":\"watch\",\"verdicts\":[\"degraded\"],\"undecidedHours\":12}",
        "{\"channels\":[],\"ended\":true,\"groupMinutes\":0}");
    rule("{\"kind\":\"crashFree\",\"percent\":99.5,\"minutes\":60,\"sessions\":100}");
    rule("{\"kind\":\"checkIn\",\"minutes\":60}");
    sessions("shop@1", Duration.ofHours(30), Duration.ofHours(1), 28, 5);
    sessions("shop@2", Duration.ofMinutes(38), Duration.ofMinutes(1), 36, 60);
    send(
        "check_in",
        "{\"check_in_id\":\"%s\",\"monitor_slug\":\"nightly\",\"status\":\"error\",\"environment\":\"production\"}"
            .formatted("a".repeat(32)));
    deploy("shop@2", Duration.ofMinutes(40));
    Door.await(() -> says().size() == 3);
    assertThat(says())
        .anyMatch(said -> said.startsWith("Sessions fail more often since a deployment."))
        .anyMatch(said -> said.startsWith("94.00 % of 36000 sessions"))
        .contains("The job nightly failed.");
    JsonNode since =
        alerts
            .open()
            .filter(alert -> alert.path("told").has("since"))
            .findFirst()
            .orElseThrow()
            .path("told")
            .path("since");
    assertThat(since.path("release").asString()).isEqualTo("shop@2");

    JsonNode trial =
        alerts.ok(
            "POST",
            "alert-rules/trial",
            "{\"condition\":{\"kind\":\"checkIn\",\"minutes\":60}}",
            "AlertTrial");
    assertThat(trial.path("alerts").asLong()).isEqualTo(1);
    assertThat(trial.path("hours").valueStream().toList().getLast().path("fires").asString())
        .isEqualTo("yes");

    deploy("shop@1", Duration.ZERO);
    Door.await(() -> says().stream().noneMatch(said -> said.startsWith("Sessions fail")));
  }

  @Test
  void aFixThatIsMissingOnALineIsToldUntilTheLineHasIt(@TempDir Path folder) throws Exception {
    Origin origin = Origin.shop(folder);
    api("PATCH", "projects/shop", "{\"repository\":\"" + origin.bare.toUri() + "\"}");
    String live = origin.head();
    alerts.door.suture().deployments().add(deployment("shop@1.4.0", live, Duration.ofDays(2)));
    alerts.webhook("/hook");
    alerts.onlyRule(
        "{\"kind\":\"backport\",\"hours\":0}",
        "{\"channels\":[],\"ended\":true,\"groupMinutes\":0}");
    alerts.event("checkout breaks", "1");
    Door.await(() -> alerts.door.suture().issues().find("shop-1").isPresent());
    String hotfix = api("POST", "issues/shop-1/hotfix", "{}").path("id").asString();
    origin.checkout(hotfix);
    origin.edit("src/Checkout.tsx", "line 12\n", "guarded\n", "Guard the empty cart");
    origin.checkout("master");
    origin.git("merge", "-q", "--no-ff", "-m", "Ship", hotfix);
    origin.push("master", hotfix);
    assertThat(api("POST", "hotfixes/" + hotfix + "/check", "{}").path("flagged").asBoolean())
        .isTrue();
    JsonNode told = alerts.receiver.await(1).getFirst().json();
    assertThat(told.path("headline").asString())
        .startsWith("shop: The fix of shop-1 is in production and missing on another line");
    assertThat(told.path("alerts").path(0).path("link").asString())
        .isEqualTo("https://suture.example/hotfixes/" + hotfix);
    JsonNode trial =
        alerts.ok(
            "POST",
            "alert-rules/trial",
            "{\"condition\":{\"kind\":\"backport\",\"hours\":0}}",
            "AlertTrial");
    assertThat(trial.path("alerts").asLong()).isEqualTo(1);
    assertThat(trial.path("hours").valueStream().map(hour -> hour.path("fires").asString()))
        .containsOnlyOnce("yes");

    origin.checkout("develop");
    origin.git("merge", "-q", "--no-ff", "-m", "Bring the fix home", hotfix);
    origin.push("develop");
    api("POST", "hotfixes/" + hotfix + "/check", "{}");
    JsonNode ended = alerts.receiver.await(2).get(1).json();
    assertThat(ended.path("action").asString()).isEqualTo("resolve");
    assertThat(ended.path("alerts").path(0).path("alert").path("why").asString())
        .isEqualTo("The fix is on every line.");
  }

  private JsonNode api(String method, String path, String body) throws Exception {
    HttpResponse<String> answer =
        alerts.door.send(
            alerts
                .door
                .to("/api/v1/" + path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return Json.MAPPER.readTree(answer.body());
  }

  private Deployment deployment(String release, String commit, Duration ago) {
    return new Deployment(
        0, "shop", "production", release, commit, Deployment.Kind.normal, now.minus(ago));
  }

  private void deploy(String release, Duration ago) {
    alerts.door.suture().deployments().add(deployment(release, null, ago));
  }
}

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

    deploy("shop@1", Duration.ZERO);
    Door.await(() -> says().stream().noneMatch(said -> said.startsWith("Sessions fail")));
  }

  private void deploy(String release, Duration ago) {
    alerts
        .door
        .suture()
        .deployments()
        .add(
            new Deployment(
                0, "shop", "production", release, null, Deployment.Kind.normal, now.minus(ago)));
  }
}

package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.io.Outbound;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import dev.suture.testing.Receiver;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From events that come through the door to messages that arrive somewhere.
class AlertTest {
  private static final String AT_ONCE = "{\"channels\":[],\"ended\":true,\"groupMinutes\":0}";

  private AlertDoor alerts;
  private Receiver receiver;

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    alerts = new AlertDoor(data, Map.of());
    receiver = alerts.receiver;
  }

  @AfterEach
  void stop() {
    alerts.close();
  }

  @Test
  void aNewIssueIsToldOnceAndSigned() throws Exception {
    alerts.webhook("/hook");
    alerts.event("<!channel> it broke", "1");
    Receiver.Request told = receiver.await(1).getFirst();
    assertThat(told.headers().getFirst("X-Suture-Signature"))
        .isEqualTo(
            "sha256="
                + Outbound.hmac(AlertDoor.SECRET, told.body().getBytes(StandardCharsets.UTF_8)));
    JsonNode message = told.json();
    assertThat(message.path("headline").asString()).isEqualTo("shop: A new issue: shop-1.");
    JsonNode alert = message.path("alerts").path(0);
    assertThat(alert.path("link").asString()).isEqualTo("https://suture.example/issues/shop-1");
    assertThat(alert.path("alert").path("told").path("quote").asString())
        .isEqualTo("<!channel> it broke");
    alerts.event("<!channel> it broke", "2");
    alerts.event("another", "2");
    Door.await(() -> alerts.deliveries().count() == 2);
    assertThat(receiver.requests()).hasSize(1);
    assertThat(alerts.newest("waiting").path("alerts").size()).isEqualTo(1);
    alerts.event("a third", "2");
    Door.await(() -> alerts.last().path("alerts").size() == 2);
    assertThat(alerts.open()).hasSize(3);
  }

  @Test
  void theUsualRulesOfANewProjectAreThere() throws Exception {
    JsonNode rules = alerts.ok("GET", "alert-rules", null, "AlertRules").path("rules");
    assertThat(rules.valueStream().map(rule -> rule.path("condition").path("kind").asString()))
        .containsExactly("newIssue", "regressed", "escalating", "watch", "crashFree", "backport");
  }

  @Test
  void whatIsOverALimitIsToldByItsRateAndItsUsers() throws Exception {
    alerts.webhook("/hook");
    alerts.onlyRule("{\"kind\":\"rate\",\"events\":3,\"minutes\":5}", AT_ONCE);
    alerts.ok(
        "POST",
        "alert-rules",
        "{\"name\":\"Users\",\"condition\":{\"kind\":\"users\",\"users\":2,\"minutes\":5}}",
        "AlertRule");
    alerts.event("one", "1");
    alerts.event("one", "1");
    Door.await(() -> alerts.door.suture().queue().backlog().arrivals() == 0);
    assertThat(alerts.open()).isEmpty();
    alerts.event("one", "2");
    receiver.await(2);
    assertThat(alerts.open().map(alert -> alert.path("told").path("says").asString()))
        .containsExactlyInAnyOrder(
            "3 events within 5 minutes, the limit is 3.",
            "About 2 users met an error within 5 minutes, the limit is 2.");
  }

  @Test
  void whatComesBackIsToldAndItsEndToo() throws Exception {
    alerts.onlyRule("{\"kind\":\"regressed\"}", AT_ONCE);
    alerts.webhook("/hook");
    alerts.event("old", "1");
    Door.await(() -> alerts.door.suture().issues().find("shop-1").isPresent());
    resolve();
    alerts.event("old", "1");
    assertThat(receiver.await(1).getFirst().json().path("headline").asString())
        .isEqualTo("shop: shop-1 was resolved and is back.");
    resolve();
    JsonNode end = receiver.await(2).get(1).json();
    assertThat(end.path("action").asString()).isEqualTo("resolve");
    assertThat(end.path("alerts").path(0).path("alert").path("why").asString())
        .isEqualTo("The issue is resolved.");
    assertThat(end.path("alerts").path(0).path("key"))
        .isEqualTo(receiver.requests().getFirst().json().path("alerts").path(0).path("key"));
  }

  private void resolve() throws Exception {
    String body = "{\"ids\":[\"shop-1\"],\"action\":{\"kind\":\"resolve\"}}";
    HttpResponse<String> answer =
        alerts.door.post(
            alerts.door.to("/api/v1/issues/bulk").header("Content-Type", "application/json"),
            body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.body()).contains("moved");
  }

  @Test
  void aSilenceHoldsWhatIsFoundAndItsEndTellsWhatStillHolds() throws Exception {
    alerts.onlyRule("{\"kind\":\"newIssue\",\"level\":\"debug\"}", AT_ONCE);
    alerts.webhook("/hook");
    long silence =
        alerts
            .ok(
                "POST",
                "alert-silences",
                "{\"hours\":2,\"reason\":\"maintenance\"}",
                "AlertSilence")
            .path("id")
            .asLong();
    alerts.event("quiet", "1");
    JsonNode held = alerts.newest("held");
    assertThat(held.path("says").asString()).endsWith(": maintenance");
    assertThat(receiver.requests()).isEmpty();
    assertThat(alerts.send("DELETE", "alert-silences/" + silence, null).statusCode())
        .isEqualTo(204);
    receiver.await(1);
    assertThat(alerts.newest("delivered").path("id")).isEqualTo(held.path("id"));
    assertThat(alerts.send("POST", "alert-silences", "{\"hours\":2}").statusCode()).isEqualTo(400);
    assertThat(alerts.send("POST", "alert-silences", "{\"reason\":\"x\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatFailsIsTriedAgainAndEachAttemptIsInTheLog() throws Exception {
    long channel = alerts.webhook("/hook");
    receiver.then(503);
    receiver.then(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          Receiver.answer(exchange, 429, "slow down");
        });
    alerts.ok("POST", "alert-channels/" + channel + "/test", null, "AlertDelivery");
    receiver.await(3);
    JsonNode log = alerts.newest("delivered").path("attempts");
    assertThat(log.valueStream().map(attempt -> attempt.path("answer").asString()))
        .containsExactly(
            "It answered 503: status 503", "It answered 429: slow down", "It answered 200: ok");
    assertThat(
            receiver.requests().stream()
                .map(request -> request.headers().getFirst("Idempotency-Key"))
                .distinct())
        .hasSize(1);
  }

  @Test
  void whatCannotWorkIsGivenUpAtOnceAndCanBeSentAgain() throws Exception {
    long channel = alerts.webhook("/hook");
    receiver.then(
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/private");
          Receiver.answer(exchange, 302, "");
        });
    alerts.ok("POST", "alert-channels/" + channel + "/test", null, "AlertDelivery");
    JsonNode failed = alerts.newest("failed");
    assertThat(failed.path("says").asString())
        .isEqualTo("It answered 302, and points elsewhere, where nothing is sent.");
    receiver.then(exchange -> Receiver.answer(exchange, 200, "x".repeat(5_000_000)));
    alerts.ok(
        "POST", "alert-deliveries/" + failed.path("id").asLong() + "/again", null, "AlertDelivery");
    assertThat(alerts.newest("delivered").path("attempts").size()).isEqualTo(2);
  }

  @Test
  void aPagerIsTriggeredTakenOnAndResolvedUnderOneKey() throws Exception {
    alerts.onlyRule("{\"kind\":\"newIssue\",\"level\":\"debug\"}", AT_ONCE);
    alerts.ok(
        "POST",
        "alert-channels",
        "{\"name\":\"Pager\",\"kind\":\"pagerDuty\",\"address\":\"%s\",\"secret\":\"%s\"}"
            .formatted(receiver.address("/v2/enqueue"), "R".repeat(32)),
        "AlertChannel");
    alerts.event("page me", "1");
    receiver.await(1);
    Door.await(() -> alerts.last().path("state").asString().equals("delivered"));
    long alert = alerts.open().findFirst().orElseThrow().path("id").asLong();
    alerts.ok("POST", "alerts/" + alert + "/acknowledge", null, "Alert");
    receiver.await(2);
    resolve();
    List<JsonNode> events = receiver.await(3).stream().map(Receiver.Request::json).toList();
    assertThat(events.stream().map(event -> event.path("event_action").asString()))
        .containsExactly("trigger", "acknowledge", "resolve");
    assertThat(events.stream().map(event -> event.path("dedup_key").asString()).distinct())
        .hasSize(1);
    assertThat(events.getFirst().path("payload").path("severity").asString()).isEqualTo("warning");
  }

  @Test
  void alertmanagerIsToldByItsApiAndInItsWebhooksFormat() throws Exception {
    alerts.onlyRule("{\"kind\":\"newIssue\",\"level\":\"debug\"}", AT_ONCE);
    for (String kind : List.of("alertmanager", "alertmanagerWebhook")) {
      alerts.ok(
          "POST",
          "alert-channels",
          "{\"name\":\"%1$s\",\"kind\":\"%1$s\",\"address\":\"%2$s\",\"secret\":\"\"}"
              .formatted(kind, receiver.address("/am")),
          "AlertChannel");
    }
    alerts.event("it broke", "1");
    receiver.await(2);
    JsonNode api = sent("/am/api/v2/alerts").getFirst().path(0);
    JsonNode hook = sent("/am").getFirst();
    assertThat(api.path("labels")).isEqualTo(hook.path("alerts").path(0).path("labels"));
    assertThat(hook.path("status").asString()).isEqualTo("firing");
    String bundle = api.path("annotations").path("bundle").asString();
    assertThat(bundle).startsWith("https://suture.example/api/v1/issues/shop-1/bundle");
    assertThat(alerts.door.get(bundle.substring("https://suture.example".length())).body())
        .contains("it broke");
    resolve();
    receiver.await(4);
    JsonNode ended = sent("/am/api/v2/alerts").getLast().path(0);
    assertThat(ended.path("labels")).isEqualTo(api.path("labels"));
    assertThat(Instant.parse(ended.path("endsAt").asString())).isBeforeOrEqualTo(Instant.now());
    assertThat(sent("/am").getLast().path("status").asString()).isEqualTo("resolved");
  }

  private List<JsonNode> sent(String path) {
    return receiver.requests().stream()
        .filter(request -> request.path().equals(path))
        .map(Receiver.Request::json)
        .toList();
  }

  @Test
  void secretsGoInAndNeverComeOut() throws Exception {
    long channel = alerts.webhook("/hook");
    String slack =
        "{\"name\":\"Slack\",\"kind\":\"slack\",\"secret\":\""
            + receiver.address("/T00/hidden")
            + "\"}";
    assertThat(alerts.send("POST", "alert-channels", slack).body()).doesNotContain("hidden");
    assertThat(alerts.send("GET", "alert-channels", null).body())
        .doesNotContain("hidden")
        .doesNotContain(AlertDoor.SECRET);
    HttpResponse<String> moved =
        alerts.send(
            "PUT",
            "alert-channels/" + channel,
            "{\"address\":\"" + receiver.address("/elsewhere") + "\"}");
    assertThat(moved.statusCode()).isEqualTo(400);
    assertThat(moved.body()).contains("has to be given again");
    assertThat(alerts.send("PUT", "alert-channels/" + channel, "{\"name\":\"New\"}").body())
        .contains("\"New\"");
  }

  @Test
  void addressesInsideAreRefused() throws Exception {
    for (String address :
        List.of("http://10.0.0.1/x", "http://169.254.169.254/", "http://[::1]/", "file:///etc")) {
      HttpResponse<String> answer =
          alerts.send(
              "POST",
              "alert-channels",
              "{\"name\":\"x\",\"kind\":\"webhook\",\"address\":\"%s\",\"secret\":\"%s\"}"
                  .formatted(address, AlertDoor.SECRET));
      assertThat(answer.statusCode()).as(address + answer.body()).isEqualTo(400);
    }
    assertThat(
            alerts
                .send(
                    "POST",
                    "alert-channels",
                    "{\"name\":\"m\",\"kind\":\"email\",\"address\":\"a@b.example\"}")
                .body())
        .contains("cannot send mail yet");
  }

  @Test
  void aRuleIsTriedOnThePastBeforeItIsSaved() throws Exception {
    for (int i = 0; i < 5; i++) {
      alerts.event("tried", "u" + i);
    }
    Door.await(
        () ->
            alerts.door.suture().issues().find("shop-1").stream()
                .anyMatch(issue -> issue.events() == 5));
    JsonNode trial =
        alerts.ok(
            "POST",
            "alert-rules/trial",
            "{\"condition\":{\"kind\":\"rate\",\"events\":5,\"minutes\":5}}",
            "AlertTrial");
    assertThat(trial.path("hours").size()).isBetween(336, 337);
    assertThat(trial.path("alerts").asLong()).isEqualTo(1);
    for (String condition :
        List.of(
            "{\"kind\":\"users\",\"users\":1,\"minutes\":60}",
            "{\"kind\":\"newIssue\",\"level\":\"error\"}",
            "{\"kind\":\"regressed\"}",
            "{\"kind\":\"escalating\"}",
            "{\"kind\":\"crashFree\",\"percent\":99,\"minutes\":60,\"sessions\":10}",
            "{\"kind\":\"watch\",\"verdicts\":[\"degraded\"],\"undecidedHours\":12}",
            "{\"kind\":\"backport\",\"hours\":1}",
            "{\"kind\":\"checkIn\",\"minutes\":10}")) {
      alerts.ok("POST", "alert-rules/trial", "{\"condition\":" + condition + "}", "AlertTrial");
    }
    assertThat(
            alerts
                .send(
                    "POST",
                    "alert-rules/trial",
                    "{\"condition\":{\"kind\":\"rate\",\"events\":0,\"minutes\":5}}")
                .statusCode())
        .isEqualTo(400);
    assertThat(Json.MAPPER.readTree(alerts.send("GET", "alert-rules", null).body()).size())
        .isEqualTo(1);
  }
}

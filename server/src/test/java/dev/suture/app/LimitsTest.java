package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.testing.Bodies;
import dev.suture.testing.Door;
import io.sentry.Sentry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Limits over HTTP, and that a stock SDK holds back what it is told to.
class LimitsTest {
  private static final String LIMITS = "X-Sentry-Rate-Limits";

  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void start() throws Exception {
    door = new Door(folder);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private JsonNode call(String method, String path, String body) throws Exception {
    HttpResponse<String> response =
        door.send(
            door.to("/api/v1/projects/" + path)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.MAPPER.readTree(response.body());
  }

  private void limit(String limits) throws Exception {
    call(
        "PATCH",
        "shop/settings",
        "{\"version\":0,\"limits\":{\"project\":[" + limits + "],\"spikeProtection\":true}}");
  }

  private HttpResponse<String> event(String... files) throws Exception {
    String id = UUID.randomUUID().toString().replace("-", "");
    StringBuilder envelope =
        new StringBuilder(
            "{\"event_id\":\"" + id + "\"}\n{\"type\":\"event\"}\n{\"message\":\"m\"}\n");
    for (String file : files) {
      envelope
          .append("{\"type\":\"attachment\",\"filename\":\"a.txt\"}\n")
          .append(file)
          .append('\n');
    }
    return door.post(door.envelope(), Bodies.bytes(envelope.toString()));
  }

  @Test
  void whatIsWhollyOverItsLimitIsRefusedWithWhatToHoldBack() throws Exception {
    limit("{\"category\":\"error\",\"per\":\"minute\",\"most\":2}");
    assertThat(event().statusCode()).isEqualTo(200);
    assertThat(event().statusCode()).isEqualTo(200);
    HttpResponse<String> third = event();
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After").orElseThrow()).matches("[0-9]+");
    assertThat(third.headers().firstValue(LIMITS).orElseThrow())
        .matches("[0-9]+:error:project:rate_limit");
    assertThat(third.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
        .containsIgnoringCase(LIMITS);
    byte[] session =
        Bodies.bytes(
            """
            {}
            {"type":"session"}
            {"sid":"7c7b6585-f901-4351-bf8d-02711b721929","init":true,"started":"2026-11-20T10:00:00Z","status":"ok","attrs":{"release":"shop@1"}}
            """);
    assertThat(door.post(door.envelope(), session).statusCode()).isEqualTo(200);
    Door.await(() -> counted("event", "limited", "rate limit") == 1);
    assertThat(door.count("event", "stored", "")).isEqualTo(2);
  }

  private long counted(String category, String outcome, String reason) {
    try {
      return door.count(category, outcome, reason);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void aMixedDeliveryIsAcceptedWithoutWhatIsOver() throws Exception {
    limit("{\"category\":\"attachment\",\"per\":\"day\",\"most\":0}");
    HttpResponse<String> answer = event("one", "two");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue(LIMITS).orElseThrow())
        .matches("[0-9]+:attachment:project:quota_day");
    assertThat(door.count("event", "stored", "")).isEqualTo(1);
    assertThat(door.count("attachment", "limited", "rate limit")).isEqualTo(2);
    assertThat(door.count("capture", "stored", "")).isZero();
    JsonNode outcomes = call("GET", "shop/outcomes?interval=hour", "");
    assertThat(outcomes.get("series").toString())
        .contains("{\"category\":\"attachment\",\"outcome\":\"limited\",\"reason\":\"rate limit\"");
  }

  @Test
  void aStockSdkHoldsBackAndTellsWhatItDropped() throws Exception {
    limit("{\"category\":\"error\",\"per\":\"hour\",\"most\":1}");
    Sentry.init(
        wanted -> {
          wanted.setDsn(door.dsn());
          wanted.setEnableUncaughtExceptionHandler(false);
        });
    try {
      for (int i = 0; i < 6; i++) {
        Sentry.captureMessage("message " + i);
        Sentry.flush(2_000);
      }
    } finally {
      Sentry.close();
    }
    assertThat(door.count("event", "stored", "")).isEqualTo(1);
    Door.await(() -> counted("event", "limited", "rate limit") > 0);
    assertThat(counted("event", "limited", "rate limit"))
        .as("the SDK does not try again after the first refusal")
        .isEqualTo(1);
  }
}

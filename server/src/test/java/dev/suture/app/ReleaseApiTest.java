package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.http.ApiSchema;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Releases as the API shows them, from sessions, events and deployments that came by the doors.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseApiTest {
  private static final String EVENT = "9ec79c33ec9942ab8353589fcb2e04dc";

  private final Instant now = Instant.now();
  private Door door;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    door = new Door(data);
    sessions("shop@1.9.0", "production", "\"exited\":60");
    sessions("shop@1.10.0", "production", "\"exited\":30,\"errored\":5,\"crashed\":5");
    sessions("shop@1.10.0", "staging", "\"exited\":100");
    send(
        "{\"event_id\":\"" + EVENT + "\"}",
        "{\"type\":\"event\"}",
        "{\"message\":\"the cart is empty\",\"release\":\"shop@1.10.0\",\"environment\":\"production\"}");
    send(
        "{}",
        "{\"type\":\"user_report\"}",
        "{\"event_id\":\"" + EVENT + "\",\"name\":\"Ada\",\"comments\":\"It broke\"}",
        "{\"type\":\"check_in\"}",
        "{\"monitor_slug\":\"nightly\",\"status\":\"ok\"}",
        "{\"type\":\"feedback\"}",
        "{\"event_id\":\"1"
            + EVENT.substring(1)
            + "\",\"contexts\":{\"feedback\":{\"message\":\"see file\"}}}",
        "{\"type\":\"attachment\",\"filename\":\"page.html\",\"length\":17}",
        "<script>1</script");
    post(
        "/api/v1/projects/shop/deployments",
        "{\"release\":\"shop@1.10.0\",\"environment\":\"production\"}");
    post("/api/v1/projects/shop/deployments", "{\"release\":\"never-run\"}");
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
  }

  @AfterAll
  void stop() {
    door.close();
  }

  private void sessions(String release, String environment, String counts) throws Exception {
    send(
        "{}",
        "{\"type\":\"sessions\"}",
        "{\"aggregates\":[{\"started\":\""
            + now
            + "\","
            + counts
            + "}],\"attrs\":{\"release\":\""
            + release
            + "\",\"environment\":\""
            + environment
            + "\"}}");
  }

  private void send(String... lines) throws Exception {
    assertThat(door.post(door.envelope(), bytes(String.join("\n", lines) + "\n")).statusCode())
        .isEqualTo(200);
  }

  private void post(String path, String json) throws Exception {
    HttpResponse<String> answer =
        door.send(
            door.to(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private JsonNode get(String path, String shape) throws Exception {
    HttpResponse<String> answer = door.send(door.to("/api/v1" + path).GET().build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(ApiSchema.problems(shape, answer.body())).isEmpty();
    return Json.MAPPER.readTree(answer.body());
  }

  private static List<String> versions(JsonNode list) {
    return list.path("releases").valueStream().map(row -> row.path("version").asString()).toList();
  }

  @Test
  void releasesStandInTheirOrderWithTheirHealth() throws Exception {
    JsonNode list = get("/projects/shop/releases", "Releases");
    assertThat(versions(list))
        .containsExactlyInAnyOrder("shop@1.10.0", "shop@1.9.0", "never-run")
        .containsSubsequence("shop@1.10.0", "shop@1.9.0");
    assertThat(list.path("environments").toString()).isEqualTo("[\"production\",\"staging\"]");
    assertThat(list.at("/total/sessions/sessions").asInt()).isEqualTo(200);
    JsonNode newest =
        list.path("releases")
            .valueStream()
            .filter(row -> row.path("version").asString().equals("shop@1.10.0"))
            .findFirst()
            .orElseThrow();
    assertThat(newest.at("/health/crashFreeSessions").asDouble()).isEqualTo(1 - 5 / 140.0);
    assertThat(newest.at("/health/adoption").asDouble()).isEqualTo(0.7);
    assertThat(newest.path("events").asInt()).isEqualTo(1);
    assertThat(newest.path("newIssues").asInt()).isEqualTo(1);
    assertThat(newest.at("/perBucket/23").asInt()).isEqualTo(140);
    assertThat(newest.at("/deployments/0/environment").asString()).isEqualTo("production");
  }

  @Test
  void anEnvironmentIsSeenAlone() throws Exception {
    JsonNode staging = get("/projects/shop/releases?environment=staging&period=24h", "Releases");
    assertThat(versions(staging)).containsExactly("shop@1.10.0");
    assertThat(staging.at("/releases/0/health/crashFreeSessions").asDouble()).isEqualTo(1);
    assertThat(staging.at("/releases/0/health/adoption").asDouble()).isEqualTo(1);
    assertThat(get("/projects/shop/releases?environment=none", "Releases").path("releases"))
        .isEmpty();
  }

  @Test
  void aReleaseIsShownBesideTheOneBefore() throws Exception {
    JsonNode detail =
        get("/projects/shop/releases/shop%401.10.0?environment=production", "ReleaseDetail");
    assertThat(detail.at("/release/health/sessions/crashed").asInt()).isEqualTo(5);
    assertThat(detail.at("/previous/version").asString()).isEqualTo("shop@1.9.0");
    assertThat(detail.at("/series/0/tally/sessions").asInt()).isEqualTo(40);
    assertThat(detail.at("/newIssues/0/id").asString()).isEqualTo("shop-1");
    assertThat(detail.at("/commits/note").asString()).contains("which commit");
    assertThat(detail.path("deployments")).hasSize(1);
  }

  @Test
  void feedbackStandsAtItsIssueAndInItsList() throws Exception {
    JsonNode list = get("/projects/shop/feedback", "FeedbackList");
    assertThat(list.path("feedback")).hasSize(2);
    JsonNode ofIssue = get("/issues/shop-1/feedback", "FeedbackList");
    assertThat(ofIssue.at("/feedback/0/feedback/message").asString()).isEqualTo("It broke");
    String file = "/api/v1/projects/shop/feedback/1" + EVENT.substring(1) + "/files/page.html";
    HttpResponse<String> answer = door.send(door.to(file).GET().build());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("text/plain");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    assertThat(get("/projects/shop/monitors", "Monitors").at("/monitors/0/ok").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/projects/nowhere/releases, 404",
    "/projects/shop/releases?period=1y, 400",
    "/projects/shop/releases/shop%401.11.0, 404",
    "/projects/shop/releases/..%2F..%2Fx, 404",
    "/projects/shop/feedback?before=x, 400",
    "/projects/shop/feedback/1/files/x, 404",
    "/projects/nowhere/feedback, 404",
    "/projects/nowhere/monitors, 404",
    "/issues/shop-9/feedback, 404",
  })
  void aWrongRequestIsToldSo(String path, int status) throws Exception {
    HttpResponse<String> answer = door.send(door.to("/api/v1" + path).GET().build());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(ApiSchema.problems("Error", answer.body())).isEmpty();
  }
}

package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From a deploy script's call to the figures, at the front door.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryFiguresTest {
  private static final String STRETCH = "&from=2026-05-01&to=2026-05-15";

  private Door door;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    door = new Door(folder);
  }

  @AfterAll
  void stop() {
    door.close();
  }

  private HttpResponse<String> post(String path, Map<String, ?> body) throws Exception {
    return door.send(
        door.to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
            .build());
  }

  private JsonNode deployed(String environment, String release, String at) throws Exception {
    HttpResponse<String> answer =
        post(
            "/api/v1/projects/shop/deployments",
            Map.of(
                "environment",
                environment,
                "release",
                release,
                "at",
                at,
                "key",
                environment + release + at));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    return Json.MAPPER.readTree(answer.body());
  }

  private JsonNode dora(String environment) throws Exception {
    return Json.MAPPER.readTree(
        door.get("/api/v1/dora?environment=" + environment + STRETCH).body());
  }

  @Test
  void aReleaseThatRanBeforeIsARollbackAndBlamesWhatCameBetween() throws Exception {
    deployed("one", "1.0", "2026-05-04T10:00:00Z");
    deployed("one", "1.1", "2026-05-05T10:00:00Z");
    assertThat(deployed("one", "1.0", "2026-05-05T12:00:00Z").path("kind").asString())
        .isEqualTo("rollback");
    assertThat(deployed("one", "1.0", "2026-05-05T12:00:00Z").path("kind").asString())
        .as("sent twice")
        .isEqualTo("rollback");
    JsonNode figures = dora("one").path("figures");
    assertThat(figures.path("frequency").path("n").asInt()).isEqualTo(3);
    assertThat(figures.path("changeFail").path("value").asDouble()).isEqualTo(0.5);
    assertThat(figures.path("recovery").path("median").asDouble()).isEqualTo(7_200);
    assertThat(figures.path("rework").path("hits").asInt()).isEqualTo(1);
  }

  @Test
  void aWordOfAPersonIsKeptAndTheNewestCounts() throws Exception {
    long id = deployed("two", "1.0", "2026-05-04T10:00:00Z").path("id").asLong();
    String words = "/api/v1/projects/shop/deployments/" + id + "/words";
    assertThat(post(words, Map.of("failed", true)).statusCode()).isEqualTo(400);
    assertThat(
            post(
                    words,
                    Map.of(
                        "failed", true,
                        "reason", "checkout was down",
                        "recovered", "2026-05-04T11:30:00Z"))
                .statusCode())
        .isEqualTo(201);
    assertThat(dora("two").path("figures").path("recovery").path("median").asDouble())
        .isEqualTo(5_400);
    assertThat(post(words, Map.of("failed", false, "reason", "it was the bank")).statusCode())
        .isEqualTo(201);
    JsonNode corrected = dora("two");
    assertThat(corrected.path("figures").path("changeFail").path("hits").asInt()).isZero();
    assertThat(corrected.path("failures").path(0).path("failed").asBoolean()).isFalse();
    assertThat(corrected.path("failures").path(0).path("words").size()).isEqualTo(2);
    assertThat(corrected.path("failures").path(0).path("words").path(1).path("by").asString())
        .isEqualTo("operator");
    assertThat(post("/api/v1/projects/shop/deployments/999999/words", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void stagesOfARolloutAreOneDeployment() throws Exception {
    for (String stage : new String[] {"10 %", "50 %", "100 %"}) {
      HttpResponse<String> answer =
          post(
              "/api/v1/projects/shop/deployments",
              Map.of(
                  "environment", "three",
                  "release", "2.0",
                  "stage", stage,
                  "started", "2026-05-04T09:00:00Z",
                  "at", "2026-05-04T1" + stage.charAt(0) + ":30:00Z"));
      assertThat(answer.statusCode()).isEqualTo(201);
    }
    assertThat(dora("three").path("figures").path("frequency").path("n").asInt()).isEqualTo(1);
  }

  @Test
  void theRowsAndTheGaugesAreForOtherPrograms() throws Exception {
    deployed("four", "=cmd()", "2026-05-04T10:00:00Z");
    String csv = door.get("/api/v1/dora/export?format=csv&environment=four" + STRETCH).body();
    assertThat(csv).startsWith("service,environment,release,").contains("'=cmd()");
    String json = door.get("/api/v1/dora/export?environment=four" + STRETCH).body();
    assertThat(Json.MAPPER.readTree(json).path("deployments").size()).isEqualTo(1);
    String gauges = door.get("/api/v1/dora/metrics?environment=four" + STRETCH).body();
    assertThat(gauges)
        .contains("# TYPE suture_dora_change_fail_ratio gauge")
        .contains("suture_dora_change_fail_ratio{service=\"shop\",environment=\"four\"} 0.0")
        .doesNotContain("suture_dora_recovery_seconds{");
    assertThat(door.get("/api/v1/dora?step=hour").statusCode()).isEqualTo(400);
    assertThat(door.get("/api/v1/dora?from=2026-05-09&to=2026-05-01").statusCode()).isEqualTo(400);
    assertThat(door.get("/api/v1/dora?project=nowhere").statusCode()).isEqualTo(404);
    assertThat(door.get("/api/v1/dora?team=nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void theTimelineHasWhatWasDeployedNewestFirst() throws Exception {
    deployed("five", "1.0", "2026-05-04T10:00:00Z");
    deployed("five", "1.1", "2026-05-05T10:00:00Z");
    JsonNode timeline =
        Json.MAPPER.readTree(
            door.get("/api/v1/projects/shop/timeline?environment=five" + STRETCH).body());
    assertThat(timeline.path("deployments").size()).isEqualTo(2);
    assertThat(timeline.path("deployments").path(0).path("deployment").path("release").asString())
        .isEqualTo("1.1");
  }
}

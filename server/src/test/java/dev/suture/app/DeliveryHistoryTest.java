package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.suture.hotfix.Origin;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The delivery figures of a real repository: its tags are taken for what was deployed, its commits
/// for what that brought.
class DeliveryHistoryTest {
  private static final String STRETCH = "from=2026-09-21&to=2026-10-10";

  private Origin origin;
  private Door door;

  /// Three releases: the first is where the history begins, the second brings a merged branch of
  /// two commits and one commit of the line itself, the third one commit.
  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    origin = Origin.shop(folder);
    origin.git("tag", "v1.0.0");
    origin.git("checkout", "-q", "-b", "cart");
    origin.pass(Duration.ofHours(10));
    origin.commit("src/Cart.ts", "cart\n", "Cart");
    origin.pass(Duration.ofHours(4));
    origin.commit("src/Cart.ts", "cart, mended\n", "Mend the cart");
    origin.git("checkout", "-q", "master");
    origin.pass(Duration.ofHours(5));
    origin.git("merge", "-q", "--no-ff", "-m", "Merge the cart", "cart");
    origin.pass(Duration.ofHours(2));
    origin.commit("src/Price.ts", "price\n", "Price");
    origin.pass(Duration.ofHours(1));
    origin.git("tag", "-a", "-m", "The cart", "v1.1.0");
    origin.pass(Duration.ofHours(24));
    origin.commit("src/Tax.ts", "tax\n", "Tax");
    origin.pass(Duration.ofHours(6));
    origin.git("tag", "-a", "-m", "Tax", "v1.2.0");
    origin.git("tag", "nightly");
    origin.git("push", "-q", "origin", "master", "--tags");
    door = new Door(folder.resolve("data"));
    ok("PATCH", "/api/v1/projects/shop", "{\"repository\":\"" + origin.bare.toUri() + "\"}");
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private JsonNode ok(String method, String path, String body) throws Exception {
    HttpResponse<String> answer =
        door.send(
            door.to(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return Json.MAPPER.readTree(answer.body());
  }

  private JsonNode dora() {
    try {
      return Json.MAPPER.readTree(door.get("/api/v1/dora?project=shop&" + STRETCH).body());
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static double hours(JsonNode seconds) {
    return Math.round(seconds.asDouble() / 36) / 100.0;
  }

  @Test
  void tagsAreDeploymentsAndTheirCommitsHaveLeadTimes() throws Exception {
    String take = "/api/v1/projects/shop/deployments/import?format=tags";
    assertThat(ok("POST", take + "&dry=true", "").path("added").asInt()).isEqualTo(3);
    assertThat(dora().at("/figures/frequency/n").asInt()).isZero();
    assertThat(ok("POST", take, "").path("added").asInt()).isEqualTo(3);
    assertThat(ok("POST", take, "").path("added").asInt()).isZero();

    Door.await(() -> dora().at("/figures/leadTime/n").asInt() == 4);
    JsonNode figures = dora();
    assertThat(figures.at("/figures/frequency/n").asInt()).isEqualTo(3);
    // 12, 8, 1 and 6 hours: the middle ones are 6 and 8.
    assertThat(hours(figures.at("/figures/leadTime/median"))).isEqualTo(7);
    assertThat(figures.path("compared").valueStream())
        .extracting(each -> each.path("tool").asString(), each -> hours(each.path("leadTime")))
        .contains(
            // From first commits 12, 1 and 6 hours; from merges 3, 1 and 6.
            tuple("DevLake", 6.02),
            tuple("GitLab", 3.0),
            tuple("Swarmia", 6.33),
            tuple("Datadog", 7.0));
  }

  /// The forge keeps the branch of a request that it squashed; the number of another names nothing.
  @Test
  void aSquashedRequestCountsFromItsOwnCommits() throws Exception {
    origin.checkout("master");
    origin.git("checkout", "-q", "-b", "rebate");
    origin.pass(Duration.ofHours(10));
    origin.commit("src/Rebate.ts", "rebate\n", "Rebate");
    origin.pass(Duration.ofHours(4));
    origin.commit("src/Rebate.ts", "rebate, mended\n", "Mend the rebate");
    origin.git("push", "-q", "origin", "rebate:refs/pull/7/head");
    origin.git("checkout", "-q", "master");
    origin.pass(Duration.ofHours(4));
    origin.git("merge", "-q", "--squash", "rebate");
    origin.git("commit", "-q", "-m", "Rebate (#7)");
    origin.pass(Duration.ofHours(1));
    origin.commit("src/Fee.ts", "fee\n", "Fee (#7)");
    origin.commit("src/Toll.ts", "toll\n", "Toll (#99)");
    origin.pass(Duration.ofHours(1));
    origin.git("tag", "-a", "-m", "Rebate", "v1.3.0");
    origin.git("push", "-q", "origin", "master", "--tags");
    ok("POST", "/api/v1/projects/shop/deployments/import?format=tags", "");

    Door.await(() -> dora().at("/figures/frequency/n").asInt() == 4);
    Door.await(() -> dora().at("/figures/leadTime/n").asInt() == 8);
    // From first commits 12, 1 and 6 hours as before, then 10 of the squashed one, and 1 each.
    assertThat(dora().path("compared").valueStream())
        .extracting(each -> each.path("tool").asString(), each -> hours(each.path("leadTime")))
        .contains(tuple("Swarmia", 5.17), tuple("GitLab", 1.5));
  }

  @Test
  void whatIsPutBackAndMendedCountsAsThatAndIsExported() throws Exception {
    ok("POST", "/api/v1/projects/shop/deployments/import?format=tags", "");
    deployed("v1.1.0", origin.at("v1.1.0^{commit}"), "2026-09-24T12:00:00Z");
    origin.checkout("master");
    String fix = origin.commit("src/Tax.ts", "tax, mended\n", "Mend the tax");
    origin.git("push", "-q", "origin", "master");
    deployed("v1.2.1", fix, "2026-09-25T12:00:00Z", "hotfix");

    JsonNode figures = dora().path("figures");
    assertThat(figures.at("/frequency/n").asInt()).isEqualTo(5);
    assertThat(figures.at("/rework/hits").asInt()).isEqualTo(2);
    // v1.2.0 was put back, and what was put back was mended by the hotfix: of four, two.
    assertThat(figures.at("/changeFail/hits").asInt()).isGreaterThanOrEqualTo(1);
    assertThat(figures.at("/changeFail/value").asDouble()).isLessThanOrEqualTo(1);
    String rows = door.get("/api/v1/dora/export?format=csv&project=shop&" + STRETCH).body();
    assertThat(rows).contains("v1.2.0", "v1.2.1", "rollback", "hotfix");
    JsonNode export =
        Json.MAPPER.readTree(
            door.get("/api/v1/dora/export?format=json&project=shop&" + STRETCH).body());
    assertThat(export.toString()).contains("v1.2.1");
    assertThat(door.get("/api/v1/dora/metrics?project=shop&" + STRETCH).body())
        .contains("suture_dora_deployments{", "suture_dora_rework_ratio{");
  }

  private void deployed(String release, String commit, String at) throws Exception {
    JsonNode recorded =
        ok(
            "POST",
            "/api/v1/projects/shop/deployments",
            "{\"release\":\"%s\",\"commit\":\"%s\",\"at\":\"%s\"}".formatted(release, commit, at));
    assertThat(recorded.path("kind").asString()).isEqualTo("rollback");
  }

  private void deployed(String release, String commit, String at, String kind) throws Exception {
    ok(
        "POST",
        "/api/v1/projects/shop/deployments",
        "{\"release\":\"%s\",\"commit\":\"%s\",\"at\":\"%s\",\"kind\":\"%s\"}"
            .formatted(release, commit, at, kind));
  }
}

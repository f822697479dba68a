package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.testing.Door;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A whole server brings a fix to the lines of a real origin, and runs the project's checks on each
/// result before anybody is asked to merge it.
class BackportChecksTest {
  private static final String FILE = "src/Checkout.tsx";

  private static final Set<String> UNDER_WAY = Set.of("planned", "made", "vetted", "pushed");

  @TempDir Path folder;
  private Origin origin;
  private Door door;

  /// A shop whose checks fail where the fix meets a line that needs what it takes away.
  @BeforeEach
  void start() throws Exception {
    origin = new Origin(folder);
    origin.commit("suture.yml", "checks: sh check.sh\n", "Say how it is checked");
    origin.commit("check.sh", "! grep -q needs " + FILE + " || grep -q 'line 10' " + FILE, "Check");
    origin.commit(FILE, Origin.numbered(1, 30), "Checkout");
    origin.push("master");
    origin.git("checkout", "-qb", "develop");
    origin.commit("README.md", "shop\n", "Say what it is");
    origin.push("develop");
    origin.git("checkout", "-qb", "release/2.0");
    origin.edit(FILE, "line 20\n", "needs the tenth line\n", "Need it");
    origin.push("release/2.0");
    origin.checkout("master");
    door =
        new Door(
            Config.of(
                Map.of(
                    "data",
                    folder.resolve("data").toString(),
                    "port",
                    "0",
                    "sandbox",
                    "unconfined")));
    String lines = "{\"production\":\"master\",\"develop\":\"develop\"}";
    String repository = origin.bare.toUri().toString();
    door.call(
        "PATCH",
        "/projects/shop",
        "{\"repository\":\"" + repository + "\",\"lines\":" + lines + "}");
    door.call("GET", "/projects/shop/guard?release=develop", null);
    origin.edit(FILE, "line 10\n", "line ten\n", "Mend the total");
    origin.push("master");
  }

  @AfterEach
  void stop() {
    door.close();
  }

  @Test
  @Timeout(120)
  void onlyWhatPassesTheChecksOfItsLineIsPushed() throws Exception {
    String head = origin.at("refs/heads/master");
    String hotfix = "outside-shop-" + head.substring(0, 12);
    JsonNode guarded = door.call("GET", "/projects/shop/guard?release=develop", null);
    assertThat(guarded.at("/owed/0/hotfix").asString()).isEqualTo(hotfix);

    door.call("POST", "/hotfixes/" + hotfix + "/backport", "{}");
    Map<String, JsonNode> carried = settled(hotfix);
    JsonNode good = carried.get("develop");
    assertThat(good.path("state").asString()).isEqualTo("proposed");
    assertThat(good.at("/ran/0").asString()).isEqualTo("The project's checks pass.");
    JsonNode bad = carried.get("release/2.0");
    assertThat(bad.path("state").asString()).as(bad.toString()).isEqualTo("refused");
    assertThat(bad.at("/ran/0").asString()).contains("do not pass with the fix");
    assertThat(origin.branches())
        .anyMatch(branch -> branch.contains(good.at("/plan/branch").asString()))
        .noneMatch(branch -> branch.contains(bad.at("/plan/branch").asString()));
  }

  private Map<String, JsonNode> settled(String hotfix) throws Exception {
    while (true) {
      JsonNode told = door.call("GET", "/hotfixes/" + hotfix + "/backport", null);
      Map<String, JsonNode> carried = new HashMap<>();
      told.path("backports").forEach(each -> carried.put(each.path("line").asString(), each));
      if (carried.values().stream()
          .noneMatch(each -> UNDER_WAY.contains(each.path("state").asString()))) {
        return carried;
      }
      Thread.sleep(100);
    }
  }
}

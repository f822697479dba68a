package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.testing.Door;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server that is killed while it makes a reproduction shorter; the next one goes on from there.
final class MinimalKillTest {
  private static final int RUNS = 3;

  /// The server that is killed: says the issue, and how many runs it has kept, and goes on.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      ReproDoor shop = new ReproDoor(Path.of(arguments[0]));
      String issue =
          shop.captured(
              ReproDoor.visit(),
              "TypeError",
              "Cannot read properties of null (reading 'length')",
              "total");
      String path = path(issue);
      shop.send("POST", path + "/minimal", "{}", 202);
      JsonNode minimal =
          shop.settled(path, view -> view.at("/minimal/runs").asInt(0) < RUNS).path("minimal");
      System.out.println("told " + issue + " " + minimal.path("runs") + " " + state(minimal));
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private static String path(String issue) {
    return "/api/v1/issues/" + issue + "/reproduction";
  }

  private static String state(JsonNode minimal) {
    return minimal.path("state").asString("");
  }

  @Test
  void goesOnFromWhatWasFoundByThen(@TempDir Path folder) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String told;
    try (var out = child.inputReader()) {
      told = out.lines().filter(line -> line.startsWith("told ")).findFirst().orElse("");
    } finally {
      child.destroyForcibly().waitFor();
    }
    String[] words = told.split(" ");
    assertThat(words).as(told).hasSize(4);
    assertThat(words[3]).isEqualTo("running");
    Map<String, String> config =
        Map.of("data", folder.resolve("data").toString(), "port", "0", "sandbox", "unconfined");
    try (Door door = new Door(Config.of(config))) {
      JsonNode minimal = settled(door, path(words[1]));
      assertThat(minimal.path("problem").asString("")).isEmpty();
      assertThat(minimal.path("steps").valueStream().map(step -> step.path("on").asString("")))
          .containsExactly("", "Empty the cart", "Checkout");
      assertThat(minimal.path("whole").asBoolean()).isTrue();
      assertThat(minimal.path("runs").asInt())
          .isGreaterThanOrEqualTo(Integer.parseInt(words[2]))
          .isLessThan(30);
    }
  }

  /// Nobody asks the server to go on.
  private static JsonNode settled(Door door, String path) throws Exception {
    JsonNode minimal = door.json(path).path("minimal");
    for (int i = 0; i < 6_000 && state(minimal).equals("running"); i++) {
      Thread.sleep(50);
      minimal = door.json(path).path("minimal");
    }
    return minimal;
  }
}

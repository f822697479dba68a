package dev.suture.cli;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Reproductions and proofs on a terminal.
final class ReproText {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int CELL = 300;
  private static final int SHORT = 12;

  private ReproText() {}

  /// Asks again until nothing of it runs any more.
  static JsonNode await(JsonNode first, Supplier<JsonNode> again) {
    return await(first, again, answer -> answer.path("running").asBoolean());
  }

  static JsonNode await(JsonNode first, Supplier<JsonNode> again, Predicate<JsonNode> isRunning) {
    JsonNode answer = first;
    try {
      while (isRunning.test(answer)) {
        Thread.sleep(LOOK);
        answer = again.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  static void proof(JsonNode answer, Terminal terminal) {
    terminal.say(terminal.strong(cell(answer.path("says"))));
    JsonNode proof = answer.path("proof");
    if (proof.isMissingNode()) {
      return;
    }
    side("live", proof.path("live"), terminal);
    side("hotfix", proof.path("fix"), terminal);
    command("checks", proof.path("checks"), terminal);
    command("content", proof.path("content"), terminal);
    terminal.say("  signed   " + cell(proof.path("signature")));
  }

  private static void command(String name, JsonNode ran, Terminal terminal) {
    if (ran.isMissingNode()) {
      return;
    }
    String came =
        ran.path("problem").isMissingNode()
            ? ran.path("passed").asBoolean() ? "passed: " : "failed: "
            : cell(ran.path("problem")) + " ";
    terminal.say("  %-8s %s%s".formatted(name, came, cell(ran.path("command"))));
  }

  private static void side(String name, JsonNode side, Terminal terminal) {
    terminal.say(
        "  %-8s %s  %s"
            .formatted(name, commit(side), verdict(side.path("verdict"), side.path("confidence"))));
  }

  static void reproduction(JsonNode answer, Terminal terminal) {
    JsonNode problem = answer.path("problem");
    if (!problem.isMissingNode()) {
      terminal.say(cell(problem));
    }
    for (JsonNode sighting : answer.path("sightings")) {
      String name = cell(sighting.path("name"));
      terminal.say(
          "%s  %-12s %s"
              .formatted(
                  commit(sighting),
                  name.isEmpty() ? "live" : name,
                  verdict(sighting.path("verdict"), sighting.path("confidence"))));
    }
  }

  static void minimal(JsonNode answer, Terminal terminal) {
    JsonNode minimal = answer.path("minimal");
    JsonNode problem = minimal.path("problem");
    if (!problem.isMissingNode()) {
      terminal.say(cell(problem));
      return;
    }
    terminal.say(
        terminal.strong(
            "%d of %d steps are needed (%s runs)"
                .formatted(
                    minimal.path("steps").size(),
                    answer.path("steps").size(),
                    cell(minimal.path("runs")))));
    int number = 0;
    for (JsonNode step : minimal.path("steps")) {
      number++;
      terminal.say("  %2d  %s".formatted(number, step(step)));
    }
    for (JsonNode exchange : minimal.path("exchanges")) {
      if (exchange.path("needed").asBoolean()) {
        terminal.say(
            "  with %s %s answered %s"
                .formatted(
                    cell(exchange.path("method")),
                    cell(exchange.path("url")),
                    cell(exchange.path("status"))));
      }
    }
    if (!minimal.path("whole").asBoolean()) {
      terminal.say("The search ran out of time: more of it may be left out.");
    }
  }

  private static String step(JsonNode step) {
    String on = cell(step.path("on"));
    String value = cell(step.path("value"));
    return cell(step.path("kind"))
        + (on.isEmpty() ? "" : " " + on)
        + (value.isEmpty() ? "" : ": " + value);
  }

  private static String commit(JsonNode of) {
    String commit = cell(of.path("commit"));
    return commit.substring(0, Math.min(SHORT, commit.length()));
  }

  private static String verdict(JsonNode verdict, JsonNode confidence) {
    String runs = verdict.path("runs").asString("");
    String sure = " (%d %% sure)".formatted(Math.round(100 * confidence.asDouble()));
    return switch (verdict.path("is").asString("")) {
      case "reproduced" -> "reproduced in " + runs + " of " + runs + " runs" + sure;
      case "notReproduced" -> "not reproduced in " + runs + " runs" + sure;
      case "flaky" ->
          "flaky: in " + verdict.path("failed").asString("") + " of " + runs + " runs" + sure;
      default -> "cannot tell: " + cell(verdict.path("why"));
    };
  }

  private static String cell(JsonNode value) {
    return Terminal.cell(value.asString(""), CELL);
  }
}

package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "backport",
    description = {
      "Bring a hotfix to every line that lacks it.",
      "",
      "Each clean one becomes a branch, and a pull request where the project has a forge. A"
          + " conflict is shown with its three sides; no line is written and no work tree touched."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every line that lacks it has a branch now, or none does.",
      "1:At least one is in conflict, or did not succeed.",
      "2:No server to ask, or wrong usage."
    })
final class BackportCommand extends ReadingCommand {
  @Parameters(index = "0", paramLabel = "HOTFIX", description = "Id of the hotfix.")
  private String hotfix = "";

  @Option(names = "--line", paramLabel = "LINE", description = "Only to this line.")
  private String line = "";

  @Option(names = "--plan", description = "Say what would come of it; push nothing.")
  private boolean plan;

  BackportCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    if (plan) {
      String asked =
          ApiClient.query(
              ApiClient.path("hotfixes", hotfix, "backport", "plan"), Map.of("line", line));
      return terminal.working("Trying it", () -> api.get(asked));
    }
    String path = ApiClient.path("hotfixes", hotfix, "backport");
    Map<String, String> wish = line.isEmpty() ? Map.of() : Map.of("line", line);
    return terminal.working("Bringing it over", () -> api.send("POST", path, wish));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    if (answer.path("backports").isEmpty()) {
      terminal.say("No line lacks it.");
    }
    for (JsonNode carry : answer.path("backports")) {
      BackportText.show(carry, terminal);
    }
  }

  @Override
  int exitCode(JsonNode answer) {
    for (JsonNode carry : answer.path("backports")) {
      boolean failed = carry.path("says").isString();
      if (failed) {
        return Failure.REFUSED;
      }
    }
    return 0;
  }
}

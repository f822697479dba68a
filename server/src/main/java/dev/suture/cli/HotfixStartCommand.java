package dev.suture.cli;

import dev.suture.hotfix.Hotfix;
import dev.suture.json.Json;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "start",
    description = {
      "Create the hotfix branch of an issue at the commit that is live, and push it to the origin.",
      "Asked again, it goes on with the hotfix that is under way."
    })
final class HotfixStartCommand extends ServerCommand {
  @Parameters(paramLabel = "ISSUE", description = "Id of the issue, such as shop-1.")
  private String issue = "";

  @Option(names = "--json", description = "Print the answer of the API as JSON.")
  private boolean json;

  HotfixStartCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    JsonNode answer =
        terminal.working(
            "Creating the branch on the origin",
            () -> api.send("POST", ApiClient.path("issues", issue, "hotfix"), Map.of()));
    Hotfix hotfix = HotfixText.hotfix(answer);
    if (json) {
      terminal.say(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    } else {
      HotfixText.show(hotfix, terminal);
      if (hotfix.state() == Hotfix.State.open && hotfix.commits().isEmpty()) {
        terminal.say(
            "Next: git fetch origin && git switch "
                + Terminal.cell(hotfix.id(), 200)
                + ", commit the fix, push, and merge it to every line.");
      }
    }
    return hotfix.state() == Hotfix.State.planned ? Failure.REFUSED : 0;
  }
}

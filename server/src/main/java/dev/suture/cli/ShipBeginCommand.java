package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "begin", description = "Begin the first stage; refused while a gate is closed.")
final class ShipBeginCommand extends ReadingCommand {
  @Parameters(index = "0", paramLabel = "HOTFIX", description = "Id of the hotfix.")
  private String hotfix = "";

  ShipBeginCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.send("POST", ApiClient.path("hotfixes", hotfix, "ship", "begin"), Map.of());
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    ShipText.show(answer, terminal);
  }
}

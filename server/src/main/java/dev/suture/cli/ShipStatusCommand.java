package dev.suture.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "status", description = "Say how far a ship is, and what its gates say.")
final class ShipStatusCommand extends ReadingCommand {
  @Parameters(index = "0", paramLabel = "HOTFIX", description = "Id of the hotfix.")
  private String hotfix = "";

  ShipStatusCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.get(ApiClient.path("hotfixes", hotfix, "ship"));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    ShipText.show(answer, terminal);
  }
}

package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "halt", description = "Stop a ship and take the release back.")
final class ShipHaltCommand extends ReadingCommand {
  @Parameters(index = "0", paramLabel = "HOTFIX", description = "Id of the hotfix.")
  private String hotfix = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  ShipHaltCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.send(
        "POST", ApiClient.path("hotfixes", hotfix, "ship", "halt"), Map.of("reason", reason));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    ShipText.show(answer, terminal);
  }
}

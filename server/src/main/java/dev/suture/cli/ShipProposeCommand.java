package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "propose",
    description = "Propose to ship what is on the branch; nothing is deployed yet.")
final class ShipProposeCommand extends ReadingCommand {
  @Parameters(index = "0", paramLabel = "HOTFIX", description = "Id of the hotfix.")
  private String hotfix = "";

  @Option(
      names = "--release",
      required = true,
      paramLabel = "VERSION",
      description = "The version, as its events carry it.")
  private String release = "";

  ShipProposeCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.send("POST", ApiClient.path("hotfixes", hotfix, "ship"), Map.of("release", release));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    ShipText.show(answer, terminal);
  }
}

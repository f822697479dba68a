package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "report",
    description = "Report to a gate what was run on a commit, and how it ended.")
final class ShipReportCommand extends ReadingCommand {
  @Parameters(index = "0", paramLabel = "HOTFIX", description = "Id of the hotfix.")
  private String hotfix = "";

  @Parameters(index = "1", paramLabel = "GATE", description = "proof, checks, content or backport.")
  private String gate = "";

  @Option(
      names = "--commit",
      required = true,
      paramLabel = "ID",
      description = "Full id of the commit that it was run on.")
  private String commit = "";

  @Option(names = "--command", paramLabel = "TEXT", description = "What was run.")
  private String command = "";

  @Option(names = "--failed", description = "It failed; else it passed.")
  private boolean failed;

  ShipReportCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.send(
        "POST",
        ApiClient.path("hotfixes", hotfix, "ship", "report"),
        Map.of("gate", gate, "commit", commit, "command", command, "passed", !failed));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    ShipText.show(answer, terminal);
  }
}

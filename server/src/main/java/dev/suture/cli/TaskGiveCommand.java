package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "give", description = "Give an issue to an agent, with what is wanted.")
final class TaskGiveCommand extends ReadingCommand {
  @Parameters(index = "0", paramLabel = "ISSUE", description = "Id of the issue, such as shop-1.")
  private String issue = "";

  @Option(names = "--to", required = true, paramLabel = "AGENT", description = "Name of the agent.")
  private String agent = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "What is wanted.")
  private String note = "";

  TaskGiveCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.send(
        "POST", ApiClient.path("issues", issue, "tasks"), Map.of("agent", agent, "note", note));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    TaskText.line(answer, terminal);
  }
}

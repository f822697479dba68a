package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "cancel",
    description = "Take a task back; whoever runs the server or signs in may.")
final class TaskCancelCommand extends ReadingCommand {
  @Parameters(index = "0", paramLabel = "ISSUE", description = "Id of the issue, such as shop-1.")
  private String issue = "";

  @Parameters(index = "1", paramLabel = "TASK", description = "Id of the task, such as task-3.")
  private String task = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  TaskCancelCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.send(
        "POST", ApiClient.path("issues", issue, "tasks", task, "cancel"), Map.of("text", reason));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    TaskText.line(answer, terminal);
  }
}

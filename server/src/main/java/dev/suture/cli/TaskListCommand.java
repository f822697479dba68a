package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List what agents were asked to do, newest first.")
final class TaskListCommand extends ReadingCommand {
  @Option(names = "--project", paramLabel = "SLUG", description = "Only those of one project.")
  private String project = "";

  @Option(names = "--agent", paramLabel = "NAME", description = "Only those of one agent.")
  private String agent = "";

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "queued, taken, done, failed or cancelled.")
  private String state = "";

  TaskListCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.get(
        ApiClient.query(
            ApiClient.path("tasks"), Map.of("project", project, "agent", agent, "state", state)));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    TaskText.table(answer.path("tasks"), terminal);
  }
}

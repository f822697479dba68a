package dev.suture.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "report", description = "Tell of a task that you have: renew it, or end it.")
final class TaskReportCommand extends ReadingCommand {
  @Parameters(index = "0", paramLabel = "ISSUE", description = "Id of the issue, such as shop-1.")
  private String issue = "";

  @Parameters(index = "1", paramLabel = "TASK", description = "Id of the task, such as task-3.")
  private String task = "";

  @Parameters(
      index = "2",
      paramLabel = "KIND",
      description = "renew, progress, done, failed or release.")
  private String kind = "";

  @Option(names = "--lease", required = true, paramLabel = "LEASE", description = "Of the take.")
  private String lease = "";

  @Option(names = "--text", paramLabel = "TEXT", description = "What was found or done.")
  private String text = "";

  TaskReportCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    Map<String, Object> report = new LinkedHashMap<>(Map.of("lease", lease, "kind", kind));
    if (!text.isEmpty()) {
      report.put("text", text);
    }
    return api.send("POST", ApiClient.path("issues", issue, "tasks", task, "report"), report);
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    TaskText.line(answer, terminal);
  }
}

package dev.suture.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List the open alerts of a project.")
final class AlertListCommand extends ReadingCommand {
  @Option(names = "--project", required = true, paramLabel = "SLUG", description = "The project.")
  private String project = "";

  AlertListCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.get(ApiClient.path("projects", project, "alerts"));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode alert : answer.path("open")) {
      rows.add(
          List.of(
              alert.path("id").asString(),
              Terminal.cell(alert.path("severity").asString(), 20),
              Terminal.cell(alert.path("state").asString(), 20),
              Terminal.cell(alert.path("opened").asString(), 30),
              Terminal.cell(alert.path("told").path("says").asString(), 100)));
    }
    if (rows.isEmpty()) {
      terminal.say("Nothing is open.");
    } else {
      terminal.table(List.of("ALERT", "SEVERITY", "STATE", "SINCE", "WHAT"), rows);
    }
  }
}

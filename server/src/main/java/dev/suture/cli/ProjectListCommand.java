package dev.suture.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List the projects with their DSNs and what is live.")
final class ProjectListCommand extends ReadingCommand {
  ProjectListCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.get(ApiClient.path("projects"));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode project : answer.path("projects")) {
      rows.add(
          List.of(
              Terminal.cell(project.path("slug").asString(""), 40),
              project.path("issues").asString("0"),
              Terminal.cell(project.path("live").path("release").asString("-"), 40),
              Terminal.cell(project.path("lines").path("production").asString(""), 40)
                  + ", "
                  + Terminal.cell(project.path("lines").path("develop").asString(""), 40),
              Terminal.cell(project.path("repository").asString("-"), 80),
              Terminal.cell(project.path("dsn").asString(""), 200)));
    }
    if (rows.isEmpty()) {
      terminal.say("No project yet: `suture project add SLUG --repository URL`.");
    } else {
      terminal.table(List.of("PROJECT", "OPEN", "LIVE", "LINES", "REPOSITORY", "DSN"), rows);
    }
  }
}

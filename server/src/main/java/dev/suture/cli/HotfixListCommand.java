package dev.suture.cli;

import dev.suture.hotfix.Hotfix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List all hotfixes as last seen, newest first.")
final class HotfixListCommand extends ReadingCommand {
  @Option(names = "--project", paramLabel = "SLUG", description = "Only those of one project.")
  private String project = "";

  HotfixListCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.get(ApiClient.query(ApiClient.path("hotfixes"), Map.of("project", project)));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    List<List<String>> rows = new ArrayList<>();
    for (Hotfix hotfix : HotfixText.hotfixes(answer)) {
      rows.add(
          List.of(
              Terminal.cell(hotfix.id(), 100),
              hotfix.state().name(),
              String.join(
                  ", ",
                  hotfix.lines().stream()
                      .map(
                          line ->
                              Terminal.cell(line.line(), 30)
                                  + " "
                                  + HotfixText.words(line.presence()))
                      .toList()),
              hotfix.flagged() ? "in production, not on every line" : ""));
    }
    if (rows.isEmpty()) {
      terminal.say("No hotfix yet: `suture hotfix start ISSUE` begins one.");
    } else {
      terminal.table(List.of("HOTFIX", "STATE", "LINES", ""), rows);
    }
  }
}

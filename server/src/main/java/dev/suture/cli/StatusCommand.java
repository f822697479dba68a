package dev.suture.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(name = "status", description = "What waits to be digested, and how arrivals ended.")
final class StatusCommand extends ReadingCommand {
  StatusCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    return api.get(ApiClient.path("status"));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    JsonNode backlog = answer.path("backlog");
    terminal.say("Suture " + Terminal.cell(answer.path("version").asString(""), 40));
    long waiting = backlog.path("arrivals").asLong();
    terminal.say(
        waiting == 0
            ? "Nothing waits to be digested."
            : waiting
                + " arrivals ("
                + backlog.path("bytes").asLong()
                + " bytes) wait to be digested; the oldest for "
                + backlog.path("oldestSeconds").asDouble()
                + " s.");
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode tally : answer.path("outcomes")) {
      rows.add(
          List.of(
              Terminal.cell(tally.path("project").asString(""), 20),
              Terminal.cell(tally.path("category").asString(""), 20),
              Terminal.cell(tally.path("outcome").asString(""), 20),
              Terminal.cell(tally.path("count").asString(""), 20),
              Terminal.cell(tally.path("reason").asString(""), 80)));
    }
    if (rows.isEmpty()) {
      terminal.say("Nothing has arrived yet.");
    } else {
      terminal.table(List.of("PROJECT", "WHAT", "OUTCOME", "COUNT", "REASON"), rows);
    }
  }
}

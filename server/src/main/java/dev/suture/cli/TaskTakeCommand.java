package dev.suture.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "take",
    description = {
      "Take the task that has waited longest, and print its lease: whoever reports on the task"
          + " shows it. Exit code 1 when none waits."
    })
final class TaskTakeCommand extends ReadingCommand {
  @Option(names = "--agent", paramLabel = "NAME", description = "Only one of this agent.")
  private String agent = "";

  @Option(names = "--wait", paramLabel = "SECONDS", description = "Wait for one, up to 20 seconds.")
  private int wait;

  @Option(
      names = "--lease",
      paramLabel = "SECONDS",
      description = "How long it is yours without a report; 900 when left out.")
  private int lease;

  TaskTakeCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    Map<String, Object> wish = new LinkedHashMap<>();
    if (!agent.isEmpty()) {
      wish.put("agent", agent);
    }
    wish.put("waitSeconds", wait);
    if (lease > 0) {
      wish.put("leaseSeconds", lease);
    }
    return api.send("POST", ApiClient.path("tasks", "take"), wish);
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    TaskText.line(answer.path("task"), terminal);
    terminal.say("lease " + Terminal.cell(answer.path("lease").asString(""), 60));
    String note = answer.path("task").path("note").asString("");
    if (!note.isEmpty()) {
      terminal.say(Terminal.plain(note));
    }
  }
}

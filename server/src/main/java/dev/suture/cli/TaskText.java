package dev.suture.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Tasks of agents on a terminal.
final class TaskText {
  private static final int CELL = 60;
  private static final int WORDS = 200;

  private TaskText() {}

  static void table(JsonNode tasks, Terminal terminal) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode task : tasks) {
      rows.add(
          List.of(
              cell(task.path("id")),
              cell(task.path("issue")),
              cell(task.path("agent")),
              cell(task.path("state")),
              Terminal.cell(task.path("told").asString(task.path("note").asString("")), WORDS)));
    }
    if (rows.isEmpty()) {
      terminal.say("No task: `suture task give ISSUE --to AGENT` makes one.");
    } else {
      terminal.table(List.of("TASK", "ISSUE", "AGENT", "STATE", ""), rows);
    }
  }

  static void line(JsonNode task, Terminal terminal) {
    terminal.say(
        terminal.strong(cell(task.path("id")))
            + "  "
            + cell(task.path("issue"))
            + "  "
            + cell(task.path("state"))
            + (task.path("holder").isMissingNode()
                ? ""
                : " until " + cell(task.path("holder").path("until"))));
  }

  private static String cell(JsonNode value) {
    return Terminal.cell(value.asString(""), CELL);
  }
}

package dev.suture.cli;

import tools.jackson.databind.JsonNode;

/// A ship on a terminal.
final class ShipText {
  private static final int CELL = 160;

  private ShipText() {}

  static void show(JsonNode answer, Terminal terminal) {
    JsonNode ship = answer.path("ship");
    if (ship.isMissingNode()) {
      terminal.say("Nothing was proposed yet: suture ship propose HOTFIX --release VERSION");
      return;
    }
    JsonNode progress = ship.path("progress");
    JsonNode stages = ship.path("plan").path("policy").path("stages");
    JsonNode stage = stages.path(progress.path("stage").asInt());
    terminal.say(
        terminal.strong(cell(ship.path("plan").path("release")))
            + "  "
            + cell(progress.path("state"))
            + ", "
            + cell(stage.path("name"))
            + " ("
            + cell(stage.path("share"))
            + " % of the traffic)");
    if (progress.has("says")) {
      terminal.say("  " + cell(progress.path("says")));
    }
    for (JsonNode gate : answer.path("gates")) {
      terminal.say(
          String.format(
              "  %-9s %-7s %s",
              cell(gate.path("gate")), cell(gate.path("state")), cell(gate.path("says"))));
      JsonNode waiver = gate.path("waiver");
      if (!waiver.isMissingNode()) {
        terminal.say(
            "            by " + cell(waiver.path("by")) + ": " + cell(waiver.path("reason")));
      }
    }
  }

  private static String cell(JsonNode value) {
    return Terminal.cell(value.asString(""), CELL);
  }
}

package dev.suture.cli;

import tools.jackson.databind.JsonNode;

/// Backports for people.
final class BackportText {
  private static final int MOST_LINES = 12;

  private BackportText() {}

  static void show(JsonNode carry, Terminal terminal) {
    String state = carry.path("state").asString("");
    String word =
        switch (state) {
          case "planned", "made", "vetted" -> "clean";
          case "refused" -> "not proposed";
          case "pushed", "proposed" -> "pushed";
          case "conflicted" -> "in conflict";
          case "nothing" -> "there already";
          default -> state;
        };
    terminal.say(
        terminal.strong(cell(carry, "line", 60))
            + ": "
            + (state.equals("conflicted") || state.equals("refused")
                ? terminal.bad(word)
                : terminal.good(word))
            + ", "
            + (carry.path("plan").path("commits").isEmpty() ? "merged" : "cherry-picked")
            + " as "
            + cell(carry.path("plan"), "branch", 250));
    line("  ", carry, "proposal", terminal);
    for (JsonNode note : carry.path("notes")) {
      terminal.say("  resolved: " + Terminal.cell(note.asString(""), 200));
    }
    for (JsonNode told : carry.path("ran")) {
      terminal.say("  " + Terminal.cell(told.asString(""), 400));
    }
    for (JsonNode conflict : carry.path("conflicts")) {
      conflict(conflict, terminal);
    }
    for (JsonNode missing : carry.path("missing")) {
      terminal.say(
          "  it stands on "
              + HotfixText.commit(missing.path("id").asString(""))
              + " "
              + cell(missing, "subject", 100)
              + ", which the line does not have");
    }
    line("  ", carry, "says", terminal);
  }

  private static void conflict(JsonNode conflict, Terminal terminal) {
    terminal.say(
        "  " + terminal.bad(cell(conflict, "path", 200)) + ": " + cell(conflict, "kind", 200));
    for (JsonNode hunk : conflict.path("hunks")) {
      for (String side : new String[] {"ours", "base", "theirs"}) {
        terminal.say("    " + side + ":");
        hunk.path(side)
            .asString("")
            .lines()
            .limit(MOST_LINES)
            .forEach(text -> terminal.say("      " + Terminal.cell(text, 160)));
      }
      for (JsonNode by : hunk.path("oursBy")) {
        terminal.say(
            "    the line has it from "
                + HotfixText.commit(by.path("id").asString(""))
                + " "
                + cell(by, "subject", 100));
      }
    }
  }

  private static void line(String indent, JsonNode node, String name, Terminal terminal) {
    if (node.path(name).isString()) {
      terminal.say(indent + cell(node, name, 1_000));
    }
  }

  private static String cell(JsonNode node, String name, int most) {
    return Terminal.cell(node.path(name).asString(""), most);
  }
}

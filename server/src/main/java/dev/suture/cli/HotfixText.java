package dev.suture.cli;

import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Hotfixes as text.
final class HotfixText {
  private static final int SHORT_ID = 12;

  private HotfixText() {}

  static Hotfix hotfix(JsonNode node) {
    try {
      return Json.MAPPER.treeToValue(node, Hotfix.class);
    } catch (JacksonException strange) {
      throw Failure.cannotTell("The server answers in the words of another version of Suture.");
    }
  }

  static List<Hotfix> hotfixes(JsonNode answer) {
    List<Hotfix> all = new ArrayList<>();
    answer.path("hotfixes").forEach(node -> all.add(hotfix(node)));
    return all;
  }

  static void show(Hotfix hotfix, Terminal terminal) {
    terminal.say(
        terminal.strong(Terminal.cell(hotfix.id(), 200))
            + "  "
            + hotfix.state()
            + (hotfix.flagged() ? "  " + terminal.bad("in production, not on every line") : ""));
    terminal.say(
        (hotfix.issue() == null
                ? "  made without Suture"
                : "  for issue " + Terminal.cell(hotfix.issue(), 60))
            + ", from "
            + commit(hotfix.base())
            + ", "
            + Terminal.cell(hotfix.baseIs(), 200));
    for (Hotfix.Commit commit : hotfix.commits()) {
      terminal.say("  commit " + commit(commit.id()) + " " + Terminal.cell(commit.subject(), 100));
    }
    for (LineStatus line : hotfix.lines()) {
      terminal.say("  " + line(line, terminal));
    }
    if (hotfix.problem() != null) {
      terminal.say("  " + terminal.bad("problem") + ": " + Terminal.cell(hotfix.problem(), 1_000));
    }
  }

  private static String line(LineStatus line, Terminal terminal) {
    String words = words(line.presence());
    return Terminal.cell(line.line(), 40)
        + " ("
        + Terminal.cell(line.branch(), 200)
        + "): "
        + switch (line.presence()) {
          case merged, cherryPicked -> terminal.good(words);
          case partial, missing, reverted, cannotTell -> terminal.bad(words);
          case alike, superseded, nothingToShip, notAffected, waived -> words;
        }
        + ". "
        + Terminal.cell(line.evidence(), 1_000);
  }

  static String words(Presence presence) {
    return switch (presence) {
      case merged -> "merged";
      case cherryPicked -> "cherry-picked";
      case alike -> "likely there";
      case partial -> "partly there";
      case missing -> "missing";
      case reverted -> "taken back";
      case superseded -> "written anew";
      case nothingToShip -> "nothing to ship";
      case notAffected -> "not affected";
      case waived -> "waived";
      case cannotTell -> "cannot tell";
    };
  }

  static String commit(String id) {
    return Terminal.cell(id.substring(0, Math.min(SHORT_ID, id.length())), SHORT_ID);
  }
}

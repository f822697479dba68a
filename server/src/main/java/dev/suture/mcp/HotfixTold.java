package dev.suture.mcp;

import dev.suture.cause.Briefing;
import dev.suture.cause.Bundle;
import dev.suture.hotfix.Hotfix;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Hotfixes as tools tell them: ids, states and lines are ours; what git said is data.
record HotfixTold(
    String id,
    @Nullable String issue,
    String state,
    boolean flagged,
    String base,
    String head,
    List<Line> lines,
    boolean problem) {

  private static final String FLAG =
      ", FLAGGED: in production and missing on another line, so the bug comes back with the next"
          + " release";

  record Line(String line, String branch, String presence, @Nullable String commit) {}

  static HotfixTold of(Hotfix hotfix) {
    return new HotfixTold(
        hotfix.id(),
        hotfix.issue(),
        hotfix.state().name(),
        hotfix.flagged(),
        hotfix.base(),
        hotfix.head(),
        hotfix.lines().stream()
            .map(
                line -> new Line(line.line(), line.branch(), line.presence().name(), line.commit()))
            .toList(),
        hotfix.problem() != null);
  }

  static void tell(Hotfix hotfix, Briefing.Builder told) {
    told.say(
        "Hotfix " + hotfix.id(),
        (hotfix.issue() == null ? "Made without Suture" : "For " + hotfix.issue())
            + ", "
            + hotfix.state()
            + (hotfix.flagged() ? FLAG : "")
            + ". Branch "
            + hotfix.id()
            + " from "
            + hotfix.base()
            + " ("
            + hotfix.baseIs()
            + "), head "
            + hotfix.head()
            + ".\n"
            + hotfix.lines().stream().map(HotfixTold::line).collect(Collectors.joining("\n")));
    if (!hotfix.commits().isEmpty()) {
      told.data(
          "Its commits",
          Briefing.Provenance.repository,
          hotfix.commits().stream()
              .map(commit -> commit.id() + "  " + line(commit.subject(), 120))
              .collect(Collectors.joining("\n")));
    }
    if (hotfix.problem() != null) {
      told.data(
          "What kept the last step from succeeding",
          Briefing.Provenance.repository,
          hotfix.problem());
    }
  }

  private static String line(Hotfix.LineStatus line) {
    return "- "
        + line.line()
        + " ("
        + line.branch()
        + "): "
        + line.presence()
        + (line.commit() == null ? "" : " by " + line.commit())
        + ". "
        + line.evidence();
  }

  static String flag(Bundle.HotfixNote note) {
    return note.flagged() ? FLAG : "";
  }

  static String line(String text, int most) {
    String flat = text.replaceAll("\\s+", " ");
    return flat.length() <= most ? flat : flat.substring(0, most) + " …";
  }
}

package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.carry.Backports;
import dev.suture.carry.Carry;
import dev.suture.carry.Picked;
import dev.suture.cause.Briefing;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.Repository.Unreachable;
import java.util.List;
import java.util.Map;

/// What would come of bringing a fix to the lines that lack it: clean, or the conflict with its
/// three sides and what has to be there first.
public final class PlanBackport implements Tool {
  private static final int MOST_HUNKS = 12;
  private static final int MOST_TEXT = 1_500;

  private final Hotfixes hotfixes;
  private final Backports backports;

  public PlanBackport(Hotfixes hotfixes, Backports backports) {
    this.hotfixes = hotfixes;
    this.backports = backports;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_plan_backport",
        "Plan backport",
        "Per line that lacks a fix: clean, or conflicts with three sides and missing commits."
            + " Pushes nothing.",
        Schemas.tree(Schemas.object(Map.of("id", Schemas.text("hotfix id")), "id")),
        Schemas.tree(
            Schemas.record(
                Map.of("lines", Schemas.array(Schemas.TEXT), "told", ToolResult.toldSchema()),
                "lines",
                "told")),
        Annotations.LOOKS);
  }

  @Override
  public Scope needs() {
    return Scope.failureRead;
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    Hotfix hotfix =
        hotfixes
            .check(arguments.required("id"))
            .orElseThrow(() -> new ToolProblem("There is no hotfix with this id."));
    try {
      List<Carry> plans = backports.plan(hotfix, null);
      Briefing.Builder told = Briefing.builder();
      if (plans.isEmpty()) {
        told.say("Backport", "No line lacks it.");
      }
      plans.forEach(plan -> tell(plan, told));
      return ToolResult.of(
          new Planned(plans.stream().map(plan -> plan.line() + ": " + plan.state()).toList()),
          told.build());
    } catch (Unreachable unread) {
      throw new ToolProblem("The repository cannot be read.", String.valueOf(unread.getMessage()));
    }
  }

  private static void tell(Carry plan, Briefing.Builder told) {
    boolean clean = plan.state() != Carry.State.conflicted;
    told.say(
        "Line " + plan.line(),
        clean
            ? "Clean onto " + plan.plan().onto() + "."
            : "In conflict onto "
                + plan.plan().onto()
                + ". Branch from there, resolve, push as "
                + plan.plan().branch()
                + ".");
    if (!plan.missing().isEmpty()) {
      told.data(
          "The fix stands on these, the line lacks them",
          Briefing.Provenance.repository,
          commits(plan.missing()));
    }
    for (Picked.Conflict conflict : plan.conflicts()) {
      told.data(
          "Conflict", Briefing.Provenance.repository, conflict.path() + ": " + conflict.kind());
      for (Picked.Hunk hunk :
          conflict.hunks().subList(0, Math.min(MOST_HUNKS, conflict.hunks().size()))) {
        told.data("The line has", Briefing.Provenance.repository, cut(hunk.ours()));
        told.data("The fix was made on", Briefing.Provenance.repository, cut(hunk.base()));
        told.data("The fix makes of it", Briefing.Provenance.repository, cut(hunk.theirs()));
        if (!hunk.oursBy().isEmpty()) {
          told.data(
              "The line's text came with", Briefing.Provenance.repository, commits(hunk.oursBy()));
        }
      }
    }
  }

  private static String commits(List<Hotfix.Commit> commits) {
    StringBuilder text = new StringBuilder();
    for (Hotfix.Commit commit : commits) {
      text.append(commit.id())
          .append("  ")
          .append(HotfixTold.line(commit.subject(), 120))
          .append('\n');
    }
    return text.toString();
  }

  private static String cut(String text) {
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "\n…";
  }

  record Planned(List<String> lines) {}
}

package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.cause.Verdict;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository;
import dev.suture.issue.activity.Actor;
import java.util.Map;

/// Starts the hotfix of an issue, or goes on with the one that is under way.
final class OpenHotfix implements Tool {
  private final McpRooms rooms;

  OpenHotfix(McpRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_open_hotfix",
        "Open hotfix",
        "Push a hotfix branch for a failure to the origin, at the commit that is live in"
            + " production. Calling again resumes.",
        Schemas.tree(Schemas.object(Map.of("id", Schemas.text("issue id (shop-1)")), "id")),
        Schemas.tree(
            Schemas.record(
                Map.of("hotfix", Schemas.RECORD, "told", ToolResult.toldSchema()),
                "hotfix",
                "told")),
        Annotations.OPENS);
  }

  @Override
  public Scope needs() {
    return Scope.hotfixWrite;
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    String issue = arguments.required("id");
    boolean fresh = rooms.hotfixes().ofIssue(issue).stream().allMatch(OpenHotfix::isClosed);
    Hotfix hotfix = start(issue);
    if (fresh) {
      rooms.decisions().record(issue, Actor.of(arguments.who()), Verdict.Way.hotfix, hotfix.id());
    }
    Briefing.Builder told = Briefing.builder();
    HotfixTold.tell(hotfix, told);
    told.say(
        "Next",
        hotfix.state() == Hotfix.State.planned
            ? "The branch is not on the origin yet. Mend what the data block says, then call"
                + " suture_open_hotfix again."
            : "git fetch origin, git switch "
                + hotfix.id()
                + ", make the narrowest fix, push, then call suture_scope_hotfix.");
    return ToolResult.of(new Opened(HotfixTold.of(hotfix)), told.build());
  }

  private static boolean isClosed(Hotfix hotfix) {
    return hotfix.state() == Hotfix.State.closed;
  }

  private Hotfix start(String id) throws ToolProblem {
    try {
      return rooms
          .hotfixes()
          .start(id)
          .orElseThrow(
              () ->
                  new ToolProblem(
                      "There is no issue with this id. suture_find_failures lists their ids."));
    } catch (Repository.Unreachable unreachable) {
      throw new ToolProblem(
          "No branch was made and nothing was kept: mend what the data block says, then call"
              + " again.",
          unreachable.getMessage());
    }
  }

  record Opened(HotfixTold hotfix) {}
}

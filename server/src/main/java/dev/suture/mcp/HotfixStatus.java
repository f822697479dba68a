package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.hotfix.Hotfix;
import java.util.List;
import java.util.Map;

/// Says of every line whether it has the fix, after a look at the origin.
final class HotfixStatus implements Tool {
  private static final int MOST = 20;

  private final McpRooms rooms;

  HotfixStatus(McpRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_hotfix_status",
        "Hotfix status",
        "Whether production and develop have a fix (merged, cherry-picked, partial or missing),"
            + " after a fresh look at the origin. Without an id: all hotfixes as last seen.",
        Schemas.tree(Schemas.object(Map.of("id", Schemas.text("hotfix or issue id")))),
        Schemas.tree(
            Schemas.object(
                Map.of(
                    "hotfixes",
                    Schemas.array(HotfixTold.schema()),
                    "told",
                    ToolResult.toldSchema()),
                "hotfixes",
                "told")),
        Annotations.LOOKS);
  }

  @Override
  public Scope needs() {
    return Scope.failureRead;
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    List<Hotfix> hotfixes = hotfixes(arguments);
    Briefing.Builder told = Briefing.builder();
    if (hotfixes.isEmpty()) {
      told.say("Hotfixes", "There are none. suture_open_hotfix starts one.");
    }
    hotfixes.forEach(hotfix -> HotfixTold.tell(hotfix, told));
    return ToolResult.of(
        new Hotfixes(hotfixes.stream().map(HotfixTold::of).toList()), told.build());
  }

  private List<Hotfix> hotfixes(Arguments arguments) throws ToolProblem {
    String id = arguments.text("id").orElse(null);
    if (id == null) {
      return rooms.hotfixes().all().stream()
          .filter(hotfix -> arguments.reach().has(hotfix.project()))
          .limit(MOST)
          .toList();
    }
    List<String> ids =
        rooms.hotfixes().find(id).isPresent()
            ? List.of(id)
            : rooms.hotfixes().ofIssue(id).stream().map(Hotfix::id).limit(MOST).toList();
    if (ids.isEmpty() && rooms.issues().find(id).isEmpty()) {
      throw new ToolProblem(
          "There is no hotfix or issue with this id. Call suture_hotfix_status without id for all"
              + " hotfixes.");
    }
    return ids.stream().flatMap(each -> rooms.hotfixes().check(each).stream()).toList();
  }

  record Hotfixes(List<HotfixTold> hotfixes) {}
}

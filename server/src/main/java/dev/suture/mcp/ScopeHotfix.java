package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.cause.Bundle;
import dev.suture.cause.HotfixScope;
import dev.suture.hotfix.Hotfix;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says how far a hotfix reaches: the commit that it branches from, the files that it may touch,
/// and whether a line has the fix already, after a look at the origin.
final class ScopeHotfix implements Tool {
  private static final int MOST = 20;

  private final McpRooms rooms;

  ScopeHotfix(McpRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_scope_hotfix",
        "Scope hotfix",
        "How far a hotfix reaches: live commit, files it may touch, other ways out, and whether"
            + " production and develop have the fix already, after a fresh look at the origin."
            + " Without an id: all hotfixes.",
        Schemas.tree(Schemas.object(Map.of("id", Schemas.text("hotfix or issue id")))),
        Schemas.tree(
            Schemas.record(
                Map.of(
                    "hotfixes",
                    Schemas.LIST,
                    "base",
                    Schemas.TEXT,
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
    String base = arguments.text("id").map(id -> reach(id, told)).orElse(null);
    if (hotfixes.isEmpty()) {
      told.say("Hotfixes", "There are none. suture_open_hotfix starts one.");
    }
    hotfixes.forEach(hotfix -> HotfixTold.tell(hotfix, told));
    return ToolResult.of(
        new Scoped(hotfixes.stream().map(HotfixTold::of).toList(), base), told.build());
  }

  /// Tells where a hotfix of an issue begins and what it may touch.
  ///
  /// @return the commit that is live; null when none is known
  private @Nullable String reach(String id, Briefing.Builder told) {
    String issue = rooms.hotfixes().find(id).map(Hotfix::issue).orElse(id);
    Bundle bundle = rooms.bundles().ofIssue(issue).orElse(null);
    if (bundle == null) {
      return null;
    }
    String commit = bundle.live() == null ? null : bundle.live().commit();
    told.say(
        "Scope of " + bundle.issue().id(),
        (commit == null
                ? "Nobody has recorded what is live, so there is nothing to branch from."
                : "It branches from " + commit + ", which is live.")
            + " Touch the files of the failing frames and their tests, and no others."
            + " Before a hotfix, weigh:\n- "
            + bundle.scope().alternatives().stream()
                .map(HotfixScope.Alternative::words)
                .collect(Collectors.joining("\n- ")));
    List<String> files = bundle.scope().files();
    if (!files.isEmpty()) {
      told.data("Files it may touch", Briefing.Provenance.repository, String.join("\n", files));
    }
    bundle.scope().guards().stream()
        .map(guard -> guard.path() + ":" + guard.line())
        .reduce((one, other) -> one + "\n" + other)
        .ifPresent(
            places ->
                told.data("Where a guard could stand", Briefing.Provenance.repository, places));
    return commit;
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
          "There is no hotfix or issue with this id. Call suture_scope_hotfix without id for all"
              + " hotfixes.");
    }
    return ids.stream().flatMap(each -> rooms.hotfixes().check(each).stream()).toList();
  }

  record Scoped(List<HotfixTold> hotfixes, @Nullable String base) {}
}

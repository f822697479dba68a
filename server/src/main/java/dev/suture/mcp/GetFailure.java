package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Bundle;
import dev.suture.cause.BundleText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives the failure bundle: all that is needed to scope the fix, in one call.
final class GetFailure implements Tool {
  private final McpRooms rooms;

  GetFailure(McpRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_get_failure",
        "Get failure",
        "Everything needed to scope the fix of one failure: error, source at the live commit, the"
            + " nearest network exchange in full, timeline, environment, hotfixes, what to do next."
            + " Start here.",
        Schemas.tree(
            Schemas.object(
                Map.of(
                    "id", Schemas.text("issue id (shop-1) or capture id"),
                    "max_tokens",
                        Schemas.integer("default 4000", BundleText.LEAST, BundleText.MOST)),
                "id")),
        Schemas.tree(
            Schemas.record(
                Map.of(
                    "failure", Schemas.TEXT,
                    "event", Schemas.TEXT,
                    "capture", Schemas.TEXT,
                    "liveCommit", Schemas.TEXT,
                    "hotfixes", Schemas.LIST,
                    "told", ToolResult.toldSchema()),
                "failure",
                "told")),
        Annotations.READS);
  }

  @Override
  public Scope needs() {
    return Scope.failureRead;
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    String id = arguments.required("id");
    Bundle bundle =
        rooms
            .bundles()
            .ofIssue(id)
            .or(() -> rooms.bundles().ofCapture(id))
            .orElseThrow(
                () ->
                    new ToolProblem(
                        "There is no failure with this id. suture_find_failures lists their ids."));
    return ToolResult.of(
        new Failure(
            bundle.issue().id(),
            bundle.event(),
            bundle.capture(),
            bundle.live() == null ? null : bundle.live().commit(),
            bundle.hotfixes()),
        BundleText.of(bundle, arguments.integer("max_tokens", BundleText.TOKENS)));
  }

  record Failure(
      String failure,
      String event,
      @Nullable String capture,
      @Nullable String liveCommit,
      List<Bundle.HotfixNote> hotfixes) {}
}

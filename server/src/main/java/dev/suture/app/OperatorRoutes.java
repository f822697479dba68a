package dev.suture.app;

import dev.suture.cause.Bundles;
import dev.suture.cause.Decisions;
import dev.suture.cause.Evidence;
import dev.suture.cause.Exhibits;
import dev.suture.cause.Origin;
import dev.suture.cause.chain.Causes;
import dev.suture.git.GitHistory;
import dev.suture.git.GitSources;
import dev.suture.git.NativeGit;
import dev.suture.http.Api;
import dev.suture.http.Route;
import dev.suture.mcp.McpRooms;
import dev.suture.mcp.McpServer;
import dev.suture.mcp.Tool;
import dev.suture.repro.minimal.KnownSteps;
import dev.suture.repro.minimal.MinimalStore;
import dev.suture.syntax.TreeSitterParser;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What the operator and the operator's agents call: the API and the Model Context Protocol over
/// the same rooms.
final class OperatorRoutes {
  private OperatorRoutes() {}

  static List<Route> of(Api.Rooms rooms, Bundled bundled, List<Wing> wings, InstantSource clock) {
    String version = Version.read();
    List<Route> routes = new ArrayList<>(Api.routes(rooms, clock, version));
    wings.forEach(wing -> routes.addAll(wing.routes()));
    List<Tool> more = wings.stream().flatMap(wing -> wing.tools().stream()).toList();
    McpRooms tools =
        new McpRooms(
            rooms.projects(),
            rooms.issues(),
            rooms.search(),
            rooms.hotfixes(),
            rooms.bundles(),
            bundled.exhibits(),
            rooms.lives().vouching(),
            new Decisions(rooms.bundles(), rooms.lives().activity(), clock),
            clock);
    routes.add(McpRoute.of(new McpServer(tools, more, version)));
    return routes;
  }

  /// The two readers of the failure bundle's room.
  record Bundled(Bundles bundles, Exhibits exhibits) {
    Bundled(
        Evidence evidence,
        Origin origin,
        NativeGit git,
        MinimalStore minimals,
        InstantSource clock) {
      this(
          new Bundles(
              evidence,
              origin,
              new Causes(
                  evidence,
                  origin,
                  new Causes.Sources(
                      new GitSources(git), new GitHistory(git), new TreeSitterParser())),
              new KnownSteps(minimals, evidence.blobs()),
              clock),
          new Exhibits(evidence, origin));
    }
  }
}

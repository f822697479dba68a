package dev.suture.app;

import dev.suture.dora.DeliveryStore;
import dev.suture.dora.Following;
import dev.suture.dora.Gathering;
import dev.suture.dora.HookReader;
import dev.suture.dora.Imports;
import dev.suture.dora.ListReader;
import dev.suture.dora.Recorder;
import dev.suture.hook.ArgoHook;
import dev.suture.hook.CdEventsHook;
import dev.suture.hook.CsvList;
import dev.suture.hook.FluxHook;
import dev.suture.hook.ForgeHistory;
import dev.suture.hook.GitHubHook;
import dev.suture.hook.GitLabHook;
import dev.suture.hook.JsonList;
import dev.suture.http.Api;
import dev.suture.http.DoraApi;
import dev.suture.http.HookApi;
import dev.suture.http.ImportApi;
import dev.suture.http.Route;
import dev.suture.io.Outbound;
import dev.suture.mcp.DeliveryFigures;
import dev.suture.ship.Questions;
import dev.suture.store.SqlDeliveries;
import dev.suture.store.SqlReleases;
import dev.suture.store.SqlShips;
import dev.suture.store.SqlTeams;
import dev.suture.watch.Watching;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Deployments as other tools tell of them, and the delivery figures made from all of them.
final class DoraWing {
  private static final Duration LOOK = Duration.ofSeconds(20);
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final Duration CALL = Duration.ofSeconds(30);

  private static final List<HookReader> READERS =
      List.of(
          new GitHubHook(), new GitLabHook(), new ArgoHook(), new FluxHook(), new CdEventsHook());

  private DoraWing() {}

  static Wing of(Wings.Base base, Watching watching, Questions questions) {
    Api.Rooms rooms = base.rooms();
    DeliveryStore deliveries = new SqlDeliveries(base.database());
    SqlShips ships = new SqlShips(base.database());
    Gathering gathering =
        new Gathering(
            new Gathering.Sources(
                rooms.deployments(),
                base.hotfixes(),
                rooms.issues(),
                deliveries,
                hotfix -> ships.of(hotfix).map(ship -> ship.progress().deployment()).orElse(0L)));
    Recorder recorder = recorder(base);
    Following following =
        new Following(
            new Following.Sources(
                rooms.projects(), rooms.deployments(), base.git(), watching, deliveries),
            base.clock());
    List<Route> routes =
        new ArrayList<>(
            DoraApi.routes(
                new DoraApi.Rooms(rooms, gathering, deliveries, new SqlTeams(base.database())),
                base.clock()));
    routes.addAll(
        HookApi.routes(
            new HookApi.Rooms(rooms, deliveries, recorder, questions, READERS), base.clock()));
    Outbound outbound = new Outbound(base.config().privateHosts(), CALL);
    List<ListReader> lists = new ArrayList<>(JsonList.all());
    lists.add(0, new CsvList());
    routes.addAll(
        ImportApi.routes(
            new ImportApi.Rooms(
                rooms,
                new Imports(recorder, base.clock(), following::ask),
                lists,
                base.git(),
                new ForgeHistory(outbound))));
    return new Wing(
        routes,
        List.of(new DeliveryFigures(rooms.projects(), gathering, base.clock())),
        List.of(
            outbound,
            Ticker.every(SOON, "new deliveries", following::followIfAsked),
            Ticker.every(LOOK, "deliveries", following::follow)));
  }

  /// Records what other tools tell of.
  static Recorder recorder(Wings.Base base) {
    return new Recorder(
        new Recorder.Stores(
            base.rooms().deployments(),
            new SqlReleases(base.database()),
            base.hotfixes(),
            new SqlDeliveries(base.database())));
  }
}

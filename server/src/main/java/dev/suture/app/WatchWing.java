package dev.suture.app;

import dev.suture.deploy.Deployment;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.HotfixStore;
import dev.suture.http.HeartbeatApi;
import dev.suture.http.Route;
import dev.suture.http.WatchApi;
import dev.suture.ship.ShipStore;
import dev.suture.store.SqlHeartbeats;
import dev.suture.store.SqlIssueCounts;
import dev.suture.store.SqlShips;
import dev.suture.watch.HeartbeatStore;
import dev.suture.watch.Heartbeats;
import dev.suture.watch.Judge;
import dev.suture.watch.Watching;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The watch of deployments, one for all who ask, and the hosts that report.
///
/// @param watching shared by the wings that decide by it
record WatchWing(Wing wing, Watching watching) {
  private static final Duration SWEEP = Duration.ofHours(1);

  static WatchWing of(Wings.Base base) {
    HeartbeatStore slots = new SqlHeartbeats(base.database());
    ShipStore ships = new SqlShips(base.database());
    Watching watching =
        new Watching(
            new Watching.Sources(
                base.rooms().running().health(),
                new SqlIssueCounts(base.database()),
                slots,
                deployment -> issue(deployment, base.hotfixes(), ships)),
            Judge.USUAL);
    Heartbeats heartbeats = new Heartbeats(slots);
    List<Route> routes = new ArrayList<>(WatchApi.routes(base.rooms(), watching, base.clock()));
    routes.addAll(HeartbeatApi.routes(base.rooms(), heartbeats, base.clock()));
    Wing wing =
        new Wing(
            routes,
            List.of(),
            List.of(
                Ticker.every(
                    Heartbeats.SLOT, "heartbeats", () -> heartbeats.count(base.clock().instant())),
                Ticker.every(
                    SWEEP, "old heartbeats", () -> heartbeats.forget(base.clock().instant()))));
    return new WatchWing(wing, watching);
  }

  /// The issue of the hotfix whose commit or release was deployed.
  private static Optional<String> issue(
      Deployment deployment, HotfixStore hotfixes, ShipStore ships) {
    if (deployment.kind() != Deployment.Kind.hotfix) {
      return Optional.empty();
    }
    return hotfixes.all().stream()
        .filter(each -> each.project().equals(deployment.project()) && each.issue() != null)
        .filter(
            each ->
                each.head().equals(deployment.commit())
                    || ships
                        .of(each.id())
                        .filter(ship -> ship.plan().release().equals(deployment.release()))
                        .isPresent())
        .map(Hotfix::issue)
        .findFirst();
  }
}

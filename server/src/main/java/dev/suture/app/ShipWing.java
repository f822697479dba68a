package dev.suture.app;

import dev.suture.carry.Carry;
import dev.suture.carry.CarryStore;
import dev.suture.forge.DeploymentRules;
import dev.suture.hotfix.Hotfix;
import dev.suture.http.FlaggerHooks;
import dev.suture.http.PromotionGate;
import dev.suture.http.Route;
import dev.suture.http.ShipApi;
import dev.suture.io.Outbound;
import dev.suture.mcp.ShipHotfix;
import dev.suture.rollout.Rollout;
import dev.suture.rollout.SignedWebhook;
import dev.suture.ship.Lookout;
import dev.suture.ship.Questions;
import dev.suture.ship.RepositoryChange;
import dev.suture.ship.Rollouts;
import dev.suture.ship.Ship;
import dev.suture.ship.Ships;
import dev.suture.ship.WatchLookout;
import dev.suture.store.SqlCarries;
import dev.suture.store.SqlDeliveries;
import dev.suture.store.SqlQuestions;
import dev.suture.store.SqlSecrets;
import dev.suture.store.SqlShips;
import dev.suture.watch.Watching;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Ships in stages, each on a thread of its own, so that a slow deployment keeps no other from
/// being halted.
final class ShipWing {
  /// Folder of the data that the operator puts programs into to deploy with.
  private static final String PROGRAMS = "deploy";

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration PROGRAM_LIMIT = Duration.ofMinutes(10);

  private final Ships ships;
  private final Questions questions;
  private final Wing wing;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  private ShipWing(Wings.Base base, Ships ships, Lookout lookout, Outbound outbound) {
    this.ships = ships;
    Rollouts rollouts = new Rollouts(base.rooms().deployments(), ships, lookout, base.clock());
    this.questions =
        new Questions(
            base.rooms().projects(),
            new SqlQuestions(base.database()),
            rollouts,
            new DeploymentRules(
                BackportWing.forges(base), outbound, base.config().gitHubApp(), base.clock()),
            base.clock());
    this.wing =
        new Wing(
            routes(base, ships, rollouts),
            List.of(new ShipHotfix(ships)),
            List.of(
                outbound,
                Ticker.every(LOOK, "ships", this::look),
                Ticker.every(LOOK, "questions", questions::look)));
  }

  static ShipWing of(Wings.Base base, ReproWing repro, Watching watching) {
    Outbound outbound = new Outbound(base.config().privateHosts(), Duration.ofMinutes(2));
    Rollout rollout =
        new Rollout(
            base.config().data().resolve(PROGRAMS),
            PROGRAM_LIMIT,
            new SignedWebhook(outbound, new SqlSecrets(base.database()).of("ship")));
    Lookout lookout = new WatchLookout(watching);
    Ships ships =
        new Ships(
            new Ships.Sources(
                base.rooms().projects(),
                base.hotfixes(),
                base.rooms().deployments(),
                new SqlShips(base.database()),
                new RepositoryChange(base.git()),
                repro.proofs()::of,
                opened(new SqlCarries(base.database()))),
            rollout,
            lookout,
            base.clock());
    return new ShipWing(base, ships, lookout, outbound);
  }

  private static Function<Hotfix, Set<String>> opened(CarryStore carries) {
    return hotfix ->
        carries.of(hotfix.id()).stream()
            .filter(each -> each.state() == Carry.State.proposed)
            .filter(each -> each.plan().head().equals(hotfix.head()))
            .map(each -> each.line())
            .collect(Collectors.toSet());
  }

  private static List<Route> routes(Wings.Base base, Ships ships, Rollouts rollouts) {
    List<Route> routes = new ArrayList<>(ShipApi.routes(ships, base.clock()));
    routes.addAll(PromotionGate.routes(base.rooms(), rollouts));
    routes.addAll(
        FlaggerHooks.routes(
            new FlaggerHooks.Rooms(
                base.rooms(),
                new SqlDeliveries(base.database()),
                DoraWing.recorder(base),
                rollouts),
            base.clock()));
    return routes;
  }

  Wing wing() {
    return wing;
  }

  /// What forges ask, which the doors of other wings hear.
  Questions questions() {
    return questions;
  }

  private void look() {
    for (Ship ship : ships.inFlight()) {
      if (running.add(ship.hotfix())) {
        Thread.ofVirtual().name("ship").start(() -> go(ship.hotfix()));
      }
    }
  }

  private void go(String hotfix) {
    try {
      ships.resume(hotfix);
    } finally {
      running.remove(hotfix);
    }
  }
}

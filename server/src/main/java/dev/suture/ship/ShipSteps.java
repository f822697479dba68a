package dev.suture.ship;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.Live;
import dev.suture.project.Project;
import dev.suture.ship.ShipFlow.Action;
import dev.suture.ship.ShipFlow.Fact;
import dev.suture.ship.Ships.Sources;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Does what a ship is at: deploys, looks at the watch, goes back. Each may be done again after a
/// kill.
final class ShipSteps {
  private static final int LOOKED_THROUGH = 1_000;

  private final Sources sources;
  private final Deployer deployer;
  private final Lookout lookout;
  private final InstantSource clock;

  ShipSteps(Sources sources, Deployer deployer, Lookout lookout, InstantSource clock) {
    this.sources = sources;
    this.deployer = deployer;
    this.lookout = lookout;
    this.clock = clock;
  }

  /// @throws Deployer.Failed when the deployment or the way back did not succeed
  Fact take(Ship ship, Action action) throws Deployer.Failed {
    return switch (action) {
      case Action.Deploy _ -> {
        Ship.Version version = new Ship.Version(ship.plan().release(), ship.plan().commit());
        call(ship, ship.plan().policy().deploy(), Deployer.Verb.deploy, version);
        yield new Fact.Deployed(recorded(ship, version, Deployment.Kind.hotfix));
      }
      case Action.Look _ -> new Fact.Seen(look(ship));
      case Action.Rollback _ -> {
        Ship.Version previous = ship.plan().previous();
        if (previous == null) {
          throw new Deployer.Failed("Nothing is known to go back to.");
        }
        call(ship, ship.plan().policy().rollback(), Deployer.Verb.rollback, previous);
        recorded(ship, previous, Deployment.Kind.rollback);
        yield new Fact.RolledBack();
      }
      case Action.Rest _ -> new Fact.Passed();
    };
  }

  private void call(Ship ship, @Nullable String target, Deployer.Verb verb, Ship.Version version)
      throws Deployer.Failed {
    if (target == null) {
      throw new Deployer.Failed("suture.yml names no command for it.");
    }
    String step =
        ship.hotfix()
            + "/"
            + ship.plan().proposed().toEpochMilli()
            + "/"
            + verb
            + "/"
            + ship.progress().stage();
    deployer.run(target, new Deployer.Order(step, verb, ship.project(), ship.stage(), version));
  }

  /// The deployment of this ship: one for all its stages, also when the server was killed between.
  private long recorded(Ship ship, Ship.Version version, Deployment.Kind kind) {
    Optional<Deployment> live = sources.deployments().live(ship.project(), Live.ENVIRONMENT);
    if (live.isPresent()
        && live.get().release().equals(version.release())
        && live.get().kind() == kind
        && !live.get().at().isBefore(ship.plan().proposed())) {
      return live.get().id();
    }
    return sources
        .deployments()
        .add(
            new Deployment(
                0,
                ship.project(),
                Live.ENVIRONMENT,
                version.release(),
                version.commit(),
                kind,
                clock.instant()))
        .id();
  }

  private Lookout.Seen look(Ship ship) {
    Optional<Project> project = sources.projects().bySlug(ship.project());
    Optional<Deployment> deployment =
        sources.deployments().all(ship.project(), LOOKED_THROUGH).stream()
            .filter(each -> each.id() == ship.progress().deployment())
            .findFirst();
    return project.isEmpty() || deployment.isEmpty()
        ? new Lookout.Seen(Lookout.Word.hold, "Its deployment is not known any more.")
        : lookout.look(project.get(), deployment.get(), clock.instant());
  }
}

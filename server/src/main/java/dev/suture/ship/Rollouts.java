package dev.suture.ship;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import dev.suture.project.Project;
import dev.suture.ship.Lookout.Seen;
import dev.suture.ship.Lookout.Word;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a delivery tool that drives a rollout by itself is told when it asks. In doubt it waits;
/// what goes back asks nobody.
public final class Rollouts {
  private static final int LOOKED_THROUGH = 1_000;

  private final DeploymentStore deployments;
  private final Ships ships;
  private final Lookout lookout;
  private final InstantSource clock;

  public Rollouts(DeploymentStore deployments, Ships ships, Lookout lookout, InstantSource clock) {
    this.deployments = deployments;
    this.ships = ships;
    this.lookout = lookout;
    this.clock = clock;
  }

  /// What is rolled out.
  ///
  /// @param release null when only the commit is known, or for the newest one
  /// @param commit null when it is not known
  public record Wanted(
      Project project, String environment, @Nullable String release, @Nullable String commit) {
    boolean is(@Nullable String otherRelease, @Nullable String otherCommit) {
      return (release == null || release.equals(otherRelease))
          && (commit == null || release != null || commit.equals(otherCommit));
    }
  }

  /// May it begin? A hotfix once its gates are open; anything else while no hotfix is on the way
  /// and what runs now does no harm.
  public Seen mayBegin(Wanted wanted) {
    List<Ship> all = ships.all(wanted.project().slug());
    Optional<Ship> own =
        all.stream()
            .filter(ship -> wanted.release() != null || wanted.commit() != null)
            .filter(ship -> wanted.is(ship.plan().release(), ship.plan().commit()))
            .findFirst();
    if (own.isPresent()) {
      return ofShip(own.get());
    }
    Optional<Ship> other =
        all.stream().filter(ship -> ship.progress().state().isInFlight()).findFirst();
    if (other.isPresent()) {
      return new Seen(Word.hold, "A hotfix is on the way: " + other.get().plan().release() + ".");
    }
    return deployments
        .live(wanted.project().slug(), wanted.environment())
        .map(live -> lookout.look(wanted.project(), live, clock.instant()))
        .filter(seen -> seen.word() == Word.halt)
        .map(
            seen ->
                new Seen(
                    Word.hold, "What runs now does harm and is to be mended first. " + seen.says()))
        .orElseGet(() -> new Seen(Word.promote, "Nothing else is on the way."));
  }

  private Seen ofShip(Ship ship) {
    return switch (ship.progress().state()) {
      case rollingBack, rolledBack ->
          new Seen(Word.halt, "This hotfix was rolled back; propose it anew.");
      case deploying, baking, held, shipped -> new Seen(Word.promote, "Its gates were open.");
      case proposed ->
          ships.gates(ship).stream()
              .filter(gate -> gate.state() == Gate.State.failed)
              .findFirst()
              .map(
                  gate ->
                      new Seen(Word.hold, "The gate " + gate.gate() + " is closed: " + gate.says()))
              .orElseGet(() -> new Seen(Word.promote, "All gates are open."));
    };
  }

  /// The newest deployment of it into its environment.
  public Optional<Deployment> deployment(Wanted wanted) {
    return deployments.all(wanted.project().slug(), LOOKED_THROUGH).stream()
        .filter(each -> each.environment().equals(wanted.environment()))
        .filter(each -> wanted.is(each.release(), each.commit()))
        .findFirst();
  }

  /// May it get more traffic than it has?
  public Seen mayGrow(Wanted wanted) {
    return deployment(wanted)
        .map(found -> lookout.look(wanted.project(), found, clock.instant()))
        .orElseGet(() -> new Seen(Word.hold, "No deployment of this was recorded."));
  }
}

package dev.suture.ship;

import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.Live;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.HotfixStore;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import dev.suture.repro.Proofs;
import dev.suture.ship.Ship.State;
import dev.suture.ship.ShipFlow.Action;
import dev.suture.ship.ShipFlow.Fact;
import dev.suture.ship.ShipFlow.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Ships hotfixes: judges the gates, and drives what has begun.
public final class Ships {
  private static final Duration LONGEST_WAIVER = Duration.ofDays(7);

  /// The rooms that a ship is made from.
  ///
  /// @param opened names of the lines on which a backport waits to be merged
  public record Sources(
      ProjectStore projects,
      HotfixStore hotfixes,
      DeploymentStore deployments,
      ShipStore ships,
      Change change,
      Function<Hotfix, Proofs.Standing> proof,
      Function<Hotfix, Set<String>> opened) {}

  /// What is asked of the repository.
  public interface Change {
    /// The policy at the commit that is live.
    ///
    /// @throws Refused when it cannot be read
    ShipPolicy policy(Project project, Hotfix hotfix);

    Optional<Facts.Size> size(Project project, Hotfix hotfix);
  }

  /// Who does something.
  ///
  /// @param id as [dev.suture.account.Principal#actor] says it
  public record Who(String id, String name) {}

  private final Sources sources;
  private final Deployer deployer;
  private final ShipSteps steps;
  private final Lookout lookout;
  private final InstantSource clock;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  public Ships(Sources sources, Deployer deployer, Lookout lookout, InstantSource clock) {
    this.sources = sources;
    this.deployer = deployer;
    this.steps = new ShipSteps(sources, deployer, lookout, clock);
    this.lookout = lookout;
    this.clock = clock;
  }

  public Optional<Ship> of(String hotfix) {
    return sources.ships().of(hotfix);
  }

  /// Those of a project.
  public List<Ship> all(String project) {
    return sources.ships().all(project);
  }

  /// A ship of what is on the branch now; nothing is deployed yet. What people and builds have said
  /// of the same commit before stays said.
  ///
  /// @throws Refused when one is on the way
  public Ship propose(String hotfixId, String release, Who by) {
    return alone(
        hotfixId,
        () -> {
          Hotfix hotfix = hotfix(hotfixId);
          Optional<Ship> before = of(hotfixId);
          if (before.filter(ship -> ship.progress().state().isInFlight()).isPresent()) {
            throw new Refused("This hotfix is being shipped already.", "Halt it, or let it end.");
          }
          Project project = project(hotfix);
          Instant now = clock.instant();
          Ship.Plan plan =
              new Ship.Plan(
                  release,
                  hotfix.head(),
                  by.id(),
                  by.name(),
                  now,
                  sources.change().policy(project, hotfix),
                  sources
                      .deployments()
                      .live(project.slug(), Live.ENVIRONMENT)
                      .map(live -> new Ship.Version(live.release(), live.commit()))
                      .orElse(null));
          Ship ship =
              new Ship(
                      hotfixId,
                      project.slug(),
                      plan,
                      new Ship.Progress(State.proposed, 0, now, 0, 0, null),
                      before.map(Ship::signed).orElse(Ship.Signed.NOTHING),
                      List.of())
                  .noting(now, "Proposed by " + by.name() + ".");
          sources.ships().put(ship);
          return ship;
        });
  }

  public List<Gate.Told> gates(Ship ship) {
    return Gates.judge(ship, facts(ship));
  }

  /// How long its watch would take to notice harm, stage by stage.
  ///
  /// @return nothing once it has begun, or while there is nothing that it could be compared with
  public Optional<Forecast> forecast(Ship ship) {
    return ship.progress().state() == State.proposed
        ? lookout
            .before(project(hotfix(ship.hotfix())), clock.instant())
            .map(outlook -> Forecast.of(ship.plan().policy(), outlook))
        : Optional.empty();
  }

  /// Begins the first stage.
  ///
  /// @throws Refused while a gate is closed
  public Ship begin(String hotfix, Who by) {
    return alone(
        hotfix,
        () -> {
          Ship ship = ship(hotfix);
          if (ship.progress().state() != State.proposed) {
            throw new Refused("It has begun already.", "Propose it anew to ship it again.");
          }
          if (!hotfix(hotfix).head().equals(ship.plan().commit())) {
            throw new Refused(
                "The branch has other commits than those that were proposed.", "Propose it anew.");
          }
          List<Gate.Told> gates = gates(ship);
          for (Gate.Told gate : gates) {
            if (gate.state() == Gate.State.failed) {
              throw new Refused("The gate " + gate.gate() + " is closed: " + gate.says(), null);
            }
          }
          deployable(ship);
          return told(ship, new Fact.Began(by.name()));
        });
  }

  private void deployable(Ship ship) {
    String target = ship.plan().policy().deploy();
    if (target == null) {
      throw new Refused("suture.yml names nothing under ship.deploy to deploy with.", null);
    }
    try {
      deployer.check(target);
    } catch (Deployer.Failed failed) {
      throw new Refused(String.valueOf(failed.getMessage()), null);
    }
  }

  /// Only what a person did who has signed in may come here.
  ///
  /// @throws Refused for who proposed it
  public Ship approve(String hotfix, Who by) {
    return signed(
        hotfix,
        ship -> {
          if (ship.plan().author().equals(by.id())) {
            throw new Refused(
                "Who proposed it cannot approve it.", "Ask a second person to look at it.");
          }
          Instant now = clock.instant();
          return ship.with(
                  ship.signed()
                      .with(new Ship.Approval(by.id(), by.name(), ship.plan().commit(), now)))
              .noting(now, "Approved by " + by.name() + ".");
        });
  }

  /// @throws Refused for a gate that nobody may waive, or for too long
  public Ship waive(String hotfix, Gate gate, String reason, Duration length, Who by) {
    if (!gate.isWaivable()) {
      throw new Refused("The gate " + gate + " is never waived.", null);
    }
    if (reason.isBlank() || length.compareTo(LONGEST_WAIVER) > 0 || !length.isPositive()) {
      throw new Refused("A waiver has a reason, and ends within seven days.", null);
    }
    return signed(
        hotfix,
        ship -> {
          Instant now = clock.instant();
          return ship.with(
                  ship.signed()
                      .with(new Gate.Waiver(gate, by.name(), reason, now, now.plus(length))))
              .noting(now, "The gate " + gate + " was waived by " + by.name() + ".");
        });
  }

  /// What a build found for a commit.
  public Ship report(String hotfix, Ship.Check check) {
    return signed(
        hotfix,
        ship ->
            ship.with(ship.signed().with(check))
                .noting(
                    check.at(),
                    "Reported for the gate "
                        + check.gate()
                        + ": "
                        + (check.passed() ? "passed." : "failed.")));
  }

  private Ship signed(String hotfix, UnaryOperator<Ship> change) {
    return alone(
        hotfix,
        () -> {
          Ship ship = change.apply(ship(hotfix));
          sources.ships().put(ship);
          return ship;
        });
  }

  /// A person takes a stage as good that was held.
  public Ship promote(String hotfix, String reason, Who by) {
    return alone(
        hotfix,
        () -> {
          Ship ship = ship(hotfix);
          if (ship.progress().state() != State.held || reason.isBlank()) {
            throw new Refused(
                "Only what is held is decided by a person, and with a reason.",
                "Wait for the watch, or halt it.");
          }
          return told(ship, new Fact.Promoted(by.name(), reason));
        });
  }

  /// Takes the release back, whatever it is at.
  public Ship halt(String hotfix, String reason, Who by) {
    return alone(
        hotfix,
        () -> {
          Ship ship = ship(hotfix);
          if (!ship.progress().state().isInFlight()) {
            throw new Refused("Nothing of it is on the way.", null);
          }
          if (ship.progress().state() == State.rollingBack) {
            return ship;
          }
          return told(ship, new Fact.Halted(by.name(), reason));
        });
  }

  /// Those of every project that are on the way.
  public List<Ship> inFlight() {
    return sources.ships().inFlight();
  }

  /// Goes on with a ship as far as it can now. A step that was begun is done, also when the server
  /// was killed in the middle of it.
  public Ship resume(String hotfix) {
    return alone(hotfix, () -> drive(ship(hotfix), new Fact.Passed()));
  }

  /// Stores what comes next; it is done by the next [#resume].
  private Ship told(Ship ship, Fact fact) {
    Ship next = ShipFlow.next(ship, fact, clock.instant()).ship();
    sources.ships().put(next);
    return next;
  }

  /// Drives a ship until it rests: each step is stored, then done.
  private Ship drive(Ship from, Fact first) {
    Ship ship = from;
    Fact fact = first;
    while (true) {
      Step step = ShipFlow.next(ship, fact, clock.instant());
      if (!step.ship().equals(ship)) {
        sources.ships().put(step.ship());
      }
      ship = step.ship();
      if (step.action() instanceof Action.Rest) {
        return ship;
      }
      try {
        fact = steps.take(ship, step.action());
      } catch (Deployer.Failed failed) {
        fact = new Fact.Failed(String.valueOf(failed.getMessage()));
      }
    }
  }

  private Facts facts(Ship ship) {
    Hotfix hotfix = hotfix(ship.hotfix());
    return new Facts(
        hotfix,
        sources.change().size(project(hotfix), hotfix).orElse(null),
        sources.ships().all(ship.project()).stream()
            .filter(each -> !each.hotfix().equals(ship.hotfix()))
            .filter(each -> each.progress().state().isInFlight())
            .toList(),
        wayBack(ship),
        sources.proof().apply(hotfix),
        sources.opened().apply(hotfix),
        clock.instant());
  }

  private @Nullable String wayBack(Ship ship) {
    String target = ship.plan().policy().rollback();
    if (target == null) {
      return "suture.yml names nothing under ship.rollback to go back with.";
    }
    try {
      deployer.check(target);
      return null;
    } catch (Deployer.Failed failed) {
      return failed.getMessage();
    }
  }

  private Hotfix hotfix(String id) {
    return sources
        .hotfixes()
        .find(id)
        .orElseThrow(() -> new Refused("There is no hotfix with this id.", null));
  }

  private Project project(Hotfix hotfix) {
    return sources
        .projects()
        .bySlug(hotfix.project())
        .orElseThrow(() -> new Refused("The project of this hotfix is gone.", null));
  }

  private Ship ship(String hotfix) {
    return of(hotfix)
        .orElseThrow(() -> new Refused("No ship of this hotfix was proposed.", "Propose one."));
  }

  private interface Work {
    Ship run();
  }

  /// One at a time in a project: that no other is on the way is a gate.
  private Ship alone(String hotfix, Work work) {
    String project = sources.hotfixes().find(hotfix).map(Hotfix::project).orElse("");
    ReentrantLock lock = locks.computeIfAbsent(project, _ -> new ReentrantLock());
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }
}

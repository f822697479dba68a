package dev.suture.ship;

import dev.suture.ship.Ship.State;
import java.time.Duration;
import java.time.Instant;

/// The state machine of a ship. It is pure: whoever drives it stores the ship of a step first and
/// then does its action, so that a run that was killed goes on where it was.
///
/// In doubt it does not promote. A rollback asks nobody, and is tried until it succeeds.
final class ShipFlow {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 6;

  private ShipFlow() {}

  /// What happened.
  sealed interface Fact {
    /// Time has passed.
    record Passed() implements Fact {}

    /// All gates are open and somebody said go.
    record Began(String by) implements Fact {}

    /// @param deployment id of what was recorded
    record Deployed(long deployment) implements Fact {}

    record Seen(Lookout.Seen seen) implements Fact {}

    /// A person takes the stage as good although the watch cannot tell.
    record Promoted(String by, String reason) implements Fact {}

    record Halted(String by, String reason) implements Fact {}

    record RolledBack() implements Fact {}

    /// The last action did not succeed.
    record Failed(String problem) implements Fact {}
  }

  /// What is to be done next.
  sealed interface Action {
    record Deploy(Stage stage) implements Action {}

    record Look() implements Action {}

    record Rollback() implements Action {}

    record Rest() implements Action {}
  }

  /// @param ship to be stored before `action` is done
  record Step(Ship ship, Action action) {}

  static Step next(Ship ship, Fact fact, Instant now) {
    return switch (fact) {
      case Fact.Passed _ -> new Step(ship, resume(ship, now));
      case Fact.Began began ->
          deploy(ship.noting(now, "Begun by " + began.by() + ": all gates are open."), 0, now);
      case Fact.Deployed deployed -> baking(ship, deployed.deployment(), now);
      case Fact.Seen seen -> seen(ship, seen.seen(), now);
      case Fact.Promoted by ->
          next(ship.noting(now, "Taken as good by " + by.by() + ": " + by.reason()), now);
      case Fact.Halted by -> back(ship, "Halted by " + by.by() + ": " + by.reason(), now);
      case Fact.RolledBack _ ->
          rest(
              ship.with(ship.progress().to(State.rolledBack, now, ship.progress().says()))
                  .noting(now, "Rolled back."));
      case Fact.Failed failed -> failed(ship, failed.problem(), now);
    };
  }

  private static Action resume(Ship ship, Instant now) {
    return switch (ship.progress().state()) {
      case deploying -> new Action.Deploy(ship.stage());
      case baking, held -> new Action.Look();
      case rollingBack ->
          now.isBefore(retry(ship.progress())) ? new Action.Rest() : new Action.Rollback();
      case proposed, rolledBack, shipped -> new Action.Rest();
    };
  }

  private static Instant retry(Ship.Progress progress) {
    return progress.tries() == 0
        ? progress.since()
        : progress
            .since()
            .plus(FIRST_RETRY.multipliedBy(1L << Math.min(progress.tries(), MOST_DOUBLINGS)));
  }

  private static Step deploy(Ship ship, int stage, Instant now) {
    Ship.Progress was = ship.progress();
    Ship at = ship.with(new Ship.Progress(State.deploying, stage, now, was.deployment(), 0, null));
    return new Step(
        at.noting(now, "Deploying to " + at.stage().name() + "."), new Action.Deploy(at.stage()));
  }

  private static Step baking(Ship ship, long deployment, Instant now) {
    Ship at =
        ship.with(
            new Ship.Progress(State.baking, ship.progress().stage(), now, deployment, 0, null));
    return rest(at.noting(now, "Runs at " + at.stage().name() + "; it bakes."));
  }

  private static Step seen(Ship ship, Lookout.Seen seen, Instant now) {
    if (seen.word() == Lookout.Word.halt) {
      return back(ship, "The watch alarms. " + seen.says(), now);
    }
    Duration baked = Duration.between(ship.progress().since(), now);
    boolean done = baked.compareTo(Duration.ofMinutes(ship.stage().bake())) >= 0;
    if (seen.word() == Lookout.Word.promote) {
      return done ? next(ship.noting(now, seen.says()), now) : waits(ship, "It bakes.");
    }
    Duration longest = Duration.ofMinutes(ship.plan().policy().longest());
    if (ship.progress().state() == State.baking && baked.compareTo(longest) >= 0) {
      Ship held =
          ship.with(
              new Ship.Progress(
                  State.held,
                  ship.progress().stage(),
                  ship.progress().since(),
                  ship.progress().deployment(),
                  0,
                  seen.says()));
      return rest(held.noting(now, "Held: the watch could not tell in time. A person decides."));
    }
    return waits(ship, seen.says());
  }

  private static Step waits(Ship ship, String says) {
    return rest(ship.with(ship.progress().says(says)));
  }

  private static Step next(Ship ship, Instant now) {
    if (!ship.atLastStage()) {
      return deploy(ship, ship.progress().stage() + 1, now);
    }
    return rest(
        ship.with(ship.progress().to(State.shipped, now, null))
            .noting(now, "Shipped to everyone."));
  }

  private static Step back(Ship ship, String why, Instant now) {
    Ship at = ship.with(ship.progress().to(State.rollingBack, now, why)).noting(now, why);
    return new Step(at, new Action.Rollback());
  }

  private static Step failed(Ship ship, String problem, Instant now) {
    if (ship.progress().state() != State.rollingBack) {
      return back(ship, "The deployment did not succeed. " + problem, now);
    }
    Ship.Progress was = ship.progress();
    Ship at =
        ship.with(
            new Ship.Progress(
                State.rollingBack,
                was.stage(),
                now,
                was.deployment(),
                was.tries() + 1,
                "The rollback did not succeed and is tried again. " + problem));
    return rest(was.tries() == 0 ? at.noting(now, "The rollback did not succeed. " + problem) : at);
  }

  private static Step rest(Ship ship) {
    return new Step(ship, new Action.Rest());
  }
}

package dev.suture.carry;

import dev.suture.carry.Carry.State;
import dev.suture.carry.Picked.Conflict;
import dev.suture.hotfix.Hotfix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state machine of a carry. It is pure: whoever drives it stores the carry of a step first and
/// then does its action, so that a run that was killed goes on where it was.
final class CarryFlow {
  private CarryFlow() {}

  /// What happened.
  sealed interface Fact {
    record Asked() implements Fact {}

    /// @param commit null when the line's tree would not change
    record Made(@Nullable String commit, List<String> notes) implements Fact {}

    record Clashed(List<Conflict> conflicts, List<Hotfix.Commit> missing) implements Fact {}

    /// Somebody has pushed the branch with the conflict resolved.
    record Resolved(String commit) implements Fact {}

    /// @param commit that was vetted
    record Vetted(String commit, Vetting.Report report) implements Fact {}

    record Pushed() implements Fact {}

    /// @param proposal address of the pull request; null when there is no forge
    record Proposed(@Nullable String proposal) implements Fact {}

    record Failed(String problem) implements Fact {}
  }

  /// What is to be done next.
  sealed interface Action {
    record Make() implements Action {}

    /// @param commit that the checks and the reproduction run on
    record Vet(String commit) implements Action {}

    record Push(String commit) implements Action {}

    record Propose() implements Action {}

    record Look() implements Action {}

    record Rest() implements Action {}
  }

  /// @param carry to be stored before `action` is done
  record Step(Carry carry, Action action) {}

  static Step next(Carry carry, Fact fact) {
    return switch (fact) {
      case Fact.Asked _ -> new Step(carry, resume(carry));
      case Fact.Made made -> made(carry, made);
      case Fact.Clashed clashed -> rest(carry.conflicted(clashed.conflicts(), clashed.missing()));
      // It stays in conflict until it is vetted: what somebody has pushed is found again there.
      case Fact.Resolved resolved -> new Step(carry, new Action.Vet(resolved.commit()));
      case Fact.Vetted vetted -> vetted(carry, vetted);
      case Fact.Pushed _ -> new Step(carry.at(State.pushed), new Action.Propose());
      case Fact.Proposed proposed -> rest(carry.proposed(proposed.proposal()));
      case Fact.Failed failed -> rest(carry.saying(failed.problem()));
    };
  }

  private static Step made(Carry carry, Fact.Made made) {
    String commit = made.commit();
    return commit == null
        ? rest(carry.with(State.nothing, null, made.notes()))
        : carry.state() == State.vetted && commit.equals(carry.commit())
            ? new Step(carry, new Action.Push(commit))
            : new Step(carry.with(State.made, commit, made.notes()), new Action.Vet(commit));
  }

  private static Step vetted(Carry carry, Fact.Vetted vetted) {
    String commit = vetted.commit();
    List<String> ran = vetted.report().ran();
    boolean byHand = carry.state() == State.conflicted;
    return switch (vetted.report().outcome()) {
      case passed ->
          byHand
              ? new Step(
                  carry
                      .with(State.pushed, commit, List.of("resolved by hand"))
                      .vetted(State.pushed, commit, ran, null),
                  new Action.Propose())
              : new Step(carry.vetted(State.vetted, commit, ran, null), new Action.Push(commit));
      case failed ->
          rest(
              carry.vetted(
                  State.refused,
                  commit,
                  ran,
                  "It is not proposed: mend it on the line, or begin the backport again once what"
                      + " failed is mended."));
      case notAffected ->
          rest(carry.vetted(State.nothing, commit, ran, "The fault is not on this line."));
    };
  }

  private static Action resume(Carry carry) {
    return switch (carry.state()) {
      // The commit may be gone with a clone that was made anew: it is made again, and is the same.
      case planned, made, vetted -> new Action.Make();
      case pushed -> new Action.Propose();
      case conflicted -> new Action.Look();
      case proposed, refused, nothing -> new Action.Rest();
    };
  }

  private static Step rest(Carry carry) {
    return new Step(carry, new Action.Rest());
  }
}

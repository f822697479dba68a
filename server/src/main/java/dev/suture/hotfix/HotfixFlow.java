package dev.suture.hotfix;

import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Hotfix.State;
import dev.suture.line.Line;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The state machine of a hotfix. It is pure: whoever drives it stores the hotfix of a step first
/// and then does its action, so that a run that was killed goes on where it was.
final class HotfixFlow {
  private HotfixFlow() {}

  /// What happened.
  sealed interface Fact {
    /// Somebody wants the hotfix to go on.
    record Asked() implements Fact {}

    /// The branch is on the origin.
    record Pushed() implements Fact {}

    /// The repository was read.
    ///
    /// @param problem what is wrong although it could be read
    record Seen(
        String head,
        List<Hotfix.Commit> commits,
        List<LineStatus> lines,
        Instant at,
        @Nullable String problem)
        implements Fact {}

    /// The last action did not succeed.
    record Failed(String problem) implements Fact {}
  }

  /// What is to be done next.
  sealed interface Action {
    record CreateBranch(String branch, String commit) implements Action {}

    record Look(String branch) implements Action {}

    record Rest() implements Action {}
  }

  /// @param hotfix to be stored before `action` is done
  record Step(Hotfix hotfix, Action action) {}

  static Step next(Hotfix hotfix, Fact fact) {
    return switch (fact) {
      case Fact.Asked _ -> new Step(hotfix, resume(hotfix));
      case Fact.Pushed _ -> new Step(hotfix.with(State.open, null), new Action.Look(hotfix.id()));
      case Fact.Seen seen ->
          new Step(
              hotfix.with(
                  aged(hotfix, seen), state(hotfix, seen.lines()), flagged(hotfix, seen.lines())),
              new Action.Rest());
      case Fact.Failed failed -> new Step(unread(hotfix, failed.problem()), new Action.Rest());
    };
  }

  private static Action resume(Hotfix hotfix) {
    return switch (hotfix.state()) {
      case planned -> new Action.CreateBranch(hotfix.id(), hotfix.base());
      case open, shipped, closed -> new Action.Look(hotfix.id());
    };
  }

  private static State state(Hotfix hotfix, List<LineStatus> lines) {
    if (!isShipped(hotfix, lines)) {
      return State.open;
    }
    return lines.stream().allMatch(line -> settled(line.presence())) ? State.closed : State.shipped;
  }

  /// Whether users have it. One from outside was found where they are.
  private static boolean isShipped(Hotfix hotfix, List<LineStatus> lines) {
    return (hotfix.issue() == null && !lines.isEmpty())
        || lines.stream().anyMatch(line -> isProduction(line) && has(line.presence()));
  }

  /// Each line that lacks what is shipped, with the moment when that was first seen.
  private static Fact.Seen aged(Hotfix hotfix, Fact.Seen seen) {
    boolean shipped = isShipped(hotfix, seen.lines());
    List<LineStatus> aged =
        seen.lines().stream()
            .map(
                line -> {
                  Instant before =
                      hotfix.lines().stream()
                          .filter(each -> each.line().equals(line.line()))
                          .map(LineStatus::since)
                          .filter(Objects::nonNull)
                          .findFirst()
                          .orElse(null);
                  if (isUnknown(line.presence())) {
                    return line.owingSince(before);
                  }
                  boolean owes = shipped && lacks(line.presence());
                  return line.owingSince(
                      owes ? Objects.requireNonNullElse(before, seen.at()) : null);
                })
            .toList();
    return new Fact.Seen(seen.head(), seen.commits(), aged, seen.at(), seen.problem());
  }

  /// A flag that is up stays up while nobody can tell: it is lowered by what was seen only.
  private static boolean flagged(Hotfix hotfix, List<LineStatus> lines) {
    boolean shipped = isShipped(hotfix, lines);
    boolean lacking =
        lines.stream()
            .anyMatch(
                line -> (!isProduction(line) || hotfix.issue() == null) && lacks(line.presence()));
    boolean unknown = lines.stream().anyMatch(line -> isUnknown(line.presence()));
    return (shipped && lacking) || (unknown && hotfix.flagged());
  }

  private static boolean isProduction(LineStatus line) {
    return line.line().equals(Line.PRODUCTION);
  }

  static boolean has(Presence presence) {
    return switch (presence) {
      case merged, cherryPicked -> true;
      case alike,
          partial,
          missing,
          reverted,
          superseded,
          nothingToShip,
          notAffected,
          waived,
          cannotTell ->
          false;
    };
  }

  /// Whether a line owes nothing any more. What came and was written anew later came.
  static boolean settled(Presence presence) {
    return has(presence)
        || presence == Presence.superseded
        || presence == Presence.notAffected
        || presence == Presence.waived;
  }

  static boolean lacks(Presence presence) {
    return switch (presence) {
      case partial, missing, reverted -> true;
      case merged,
          cherryPicked,
          alike,
          superseded,
          nothingToShip,
          notAffected,
          waived,
          cannotTell ->
          false;
    };
  }

  /// Whether nobody knows without the reproduction, or without the repository.
  static boolean isUnknown(Presence presence) {
    return presence == Presence.cannotTell || presence == Presence.alike;
  }

  private static Hotfix unread(Hotfix hotfix, String problem) {
    return hotfix
        .with(hotfix.lines().stream().map(HotfixFlow::unread).toList())
        .with(hotfix.state(), problem);
  }

  private static LineStatus unread(LineStatus line) {
    if (line.presence() == Presence.cannotTell) {
      return line;
    }
    return new LineStatus(
        line.line(),
        line.branch(),
        Presence.cannotTell,
        line.commit(),
        "The repository could not be read. When it last could: " + line.evidence());
  }
}

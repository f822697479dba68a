package dev.suture.carry;

import dev.suture.carry.Picked.Conflict;
import dev.suture.hotfix.Hotfix;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fix on its way to one line.
///
/// @param hotfix id
/// @param project slug
/// @param line name
/// @param plan what is brought where
/// @param commit full id of the result; null until it is made
/// @param proposal address of the pull request; null where there is none
/// @param conflicts what somebody has to decide
/// @param missing commits that the fix stands on and the line lacks, named as candidates
/// @param notes what was resolved on the way, in words of ours
/// @param says what it waits for or why it stopped, in words of ours; null for nothing
public record Carry(
    String hotfix,
    String project,
    String line,
    Plan plan,
    State state,
    @Nullable String commit,
    @Nullable String proposal,
    List<Conflict> conflicts,
    List<Hotfix.Commit> missing,
    List<String> notes,
    @Nullable String says) {

  /// Fixed before anything is done, so that doing it again gives the same commit.
  ///
  /// @param target branch of the line
  /// @param branch that carries the result
  /// @param onto tip of the line
  /// @param base of the fix
  /// @param head of the fix
  /// @param commits to pick, oldest first; empty for a merge
  public record Plan(
      String target,
      String branch,
      String onto,
      String base,
      String head,
      List<String> commits,
      Instant at) {
    public boolean merges() {
      return commits.isEmpty();
    }
  }

  public enum State {
    /// Nothing was written yet.
    planned,
    /// The commit is in the clone.
    made,
    /// The branch is on the origin.
    pushed,
    /// A pull request is open, or there is no forge to open one.
    proposed,
    /// Somebody has to resolve it.
    conflicted,
    /// The line has all of it already: its tree would not change.
    nothing
  }

  static Carry planned(Hotfix hotfix, String line, Plan plan) {
    return new Carry(
        hotfix.id(),
        hotfix.project(),
        line,
        plan,
        State.planned,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  Carry at(State next) {
    return new Carry(
        hotfix, project, line, plan, next, commit, proposal, conflicts, missing, notes, null);
  }

  Carry with(State next, @Nullable String made, List<String> resolved) {
    return new Carry(
        hotfix, project, line, plan, next, made, proposal, List.of(), List.of(), resolved, null);
  }

  Carry proposed(@Nullable String address) {
    return new Carry(
        hotfix,
        project,
        line,
        plan,
        State.proposed,
        commit,
        address,
        conflicts,
        missing,
        notes,
        null);
  }

  Carry conflicted(List<Conflict> found, List<Hotfix.Commit> lacking) {
    return new Carry(
        hotfix,
        project,
        line,
        plan,
        State.conflicted,
        null,
        null,
        found,
        lacking,
        notes,
        "Push the resolved change as the branch " + plan.branch() + "; it is taken from there.");
  }

  Carry saying(String problem) {
    return new Carry(
        hotfix, project, line, plan, state, commit, proposal, conflicts, missing, notes, problem);
  }

  /// Whether something is to be done without anybody.
  public boolean goesOn() {
    return switch (state) {
      case planned, made, pushed -> true;
      case proposed, conflicted, nothing -> false;
    };
  }
}

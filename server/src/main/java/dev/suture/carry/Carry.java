package dev.suture.carry;

import dev.suture.carry.Picked.Conflict;
import dev.suture.hotfix.Hotfix;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
/// @param ran what was run on the result before it was proposed, in words of ours
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
    List<String> ran,
    @Nullable String says) {

  /// What was stored before anything was run has run nothing.
  @SuppressWarnings("NullAway")
  public Carry {
    ran = ran == null ? List.of() : List.copyOf(ran);
  }

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
    /// The checks and the reproduction ran on it, and nothing speaks against it.
    vetted,
    /// They ran, and it is not to be proposed as it is.
    refused,
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
        List.of(),
        null);
  }

  Carry at(State next) {
    return new Carry(
        hotfix, project, line, plan, next, commit, proposal, conflicts, missing, notes, ran, null);
  }

  Carry with(State next, @Nullable String made, List<String> resolved) {
    return new Carry(
        hotfix, project, line, plan, next, made, proposal, List.of(), List.of(), resolved, ran,
        null);
  }

  /// The same with one more note.
  Carry noting(String note) {
    List<String> all = Stream.concat(notes.stream(), Stream.of(note)).toList();
    return new Carry(
        hotfix, project, line, plan, state, commit, proposal, conflicts, missing, all, ran, says);
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
        ran,
        null);
  }

  /// The same after something was run on it.
  Carry vetted(State next, String made, List<String> told, @Nullable String why) {
    return new Carry(
        hotfix,
        project,
        line,
        plan,
        next,
        made,
        proposal,
        next == State.pushed ? List.of() : conflicts,
        next == State.pushed ? List.of() : missing,
        notes,
        told,
        why);
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
        List.of(),
        "Push the resolved change as the branch " + plan.branch() + "; it is taken from there.");
  }

  Carry saying(String problem) {
    return new Carry(
        hotfix, project, line, plan, state, commit, proposal, conflicts, missing, notes, ran,
        problem);
  }

  /// Whether something is to be done without anybody.
  public boolean goesOn() {
    return switch (state) {
      case planned, made, vetted, pushed -> true;
      case proposed, refused, conflicted, nothing -> false;
    };
  }
}

package dev.suture.issue.query;

import dev.suture.issue.IssueState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is asked for, every name known and every value read.
public sealed interface Condition {
  Condition EVERYTHING = new All(List.of());

  record All(List<Condition> parts) implements Condition {}

  record Any(List<Condition> parts) implements Condition {}

  record Not(Condition part) implements Condition {}

  record InState(Set<IssueState> states) implements Condition {
    public static InState of(IssueState first, IssueState... more) {
      return new InState(EnumSet.of(first, more));
    }
  }

  record Unassigned() implements Condition {}

  /// @param holders of which one has it: `person:…`, `team:…` or `agent:…`
  record AssignedTo(List<Glob> holders) implements Condition {}

  /// At least one event has one of the values under this name.
  record Tagged(String name, List<Glob> values) implements Condition {}

  /// At least one event has a value under this name.
  record HasTag(String name) implements Condition {}

  /// Seen in the latest release of its project.
  record InLatestRelease() implements Condition {}

  /// Title, place or message have this text.
  record Says(Glob text) implements Condition {}

  /// @param from inclusive; null for no bound
  /// @param to exclusive; null for no bound
  record Happened(Moment moment, @Nullable Instant from, @Nullable Instant to)
      implements Condition {}

  enum Moment {
    firstSeen,
    lastSeen,
    event
  }

  /// Both bounds are inclusive.
  record Counted(Count count, long from, long to) implements Condition {}

  enum Count {
    events,
    users
  }

  /// @param ids as people write them: `shop-1`
  record IsIssue(List<String> ids) implements Condition {}

  /// @param slugs of projects
  record InProject(List<Glob> slugs) implements Condition {}

  static Condition all(List<Condition> parts) {
    return parts.size() == 1 ? parts.getFirst() : new All(List.copyOf(parts));
  }

  static Condition any(List<Condition> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Any(List.copyOf(parts));
  }

  /// Both, where either may be everything.
  default Condition and(Condition other) {
    if (equals(EVERYTHING)) {
      return other;
    }
    return other.equals(EVERYTHING) ? this : new All(List.of(this, other));
  }
}

package dev.suture.task;

import dev.suture.issue.activity.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An issue that an agent is asked to work on.
///
/// @param id `task-3`
/// @param issue that it is about
/// @param project slug
/// @param agent whom it is asked of, as somebody named it; text of people
/// @param asked who asked
/// @param byPerson whether a person who had signed in asked, and no program
/// @param note what is wanted, in the words of who asked
/// @param since when its state began
/// @param takes how often somebody took it
/// @param holder who has it; null while nobody does
/// @param told the last that was told of it, or why it ended; text of agents and people
public record Task(
    String id,
    String issue,
    String project,
    String agent,
    State state,
    Actor asked,
    boolean byPerson,
    @Nullable String note,
    Instant created,
    Instant since,
    int takes,
    @Nullable Holder holder,
    @Nullable String told) {

  /// @param until when its lease runs out
  public record Holder(Actor who, Instant until) {}

  /// Where a task stands.
  public enum State {
    /// Waits for an agent.
    queued,
    /// An agent has it under a lease.
    taken,
    done,
    failed,
    /// Somebody took it back.
    cancelled;

    public boolean isOpen() {
      return this == queued || this == taken;
    }
  }

  /// The same, taken back.
  public Task cancelled(Instant at, @Nullable String why) {
    return in(State.cancelled, at, why);
  }

  /// The same in another state, without a holder.
  Task in(State next, Instant at, @Nullable String said) {
    return new Task(
        id, issue, project, agent, next, asked, byPerson, note, created, at, takes, null, said);
  }

  /// The same, held.
  ///
  /// @param more 1 when it is taken by this, 0 when it was held already
  Task held(Holder by, Instant began, int more, @Nullable String said) {
    return new Task(
        id,
        issue,
        project,
        agent,
        State.taken,
        asked,
        byPerson,
        note,
        created,
        began,
        takes + more,
        by,
        said);
  }
}

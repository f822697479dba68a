package dev.suture.task;

import dev.suture.issue.activity.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a task's history.
///
/// @param id counts up; given by the store
/// @param text of agents and people; shown as text
public record Entry(long id, Instant at, Actor actor, Kind kind, @Nullable String text) {
  public enum Kind {
    queued,
    taken,
    progress,
    commented,
    /// Given back by who had it.
    released,
    /// Put back, for its lease ran out.
    expired,
    done,
    failed,
    cancelled
  }
}

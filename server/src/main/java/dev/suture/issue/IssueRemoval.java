package dev.suture.issue;

import dev.suture.issue.activity.Actor;
import java.time.Instant;
import java.util.List;

/// Deletes issues, and keeps away what is not wanted any more.
public interface IssueRemoval {
  /// Deletes an issue with its events, counts, captures and log. What comes of it later makes a new
  /// issue, unless it is discarded.
  ///
  /// @param discard whether its later events are dropped as they arrive
  /// @return false when there is no such issue
  boolean delete(String issue, Instant at, Actor actor, boolean discard);

  /// Whether an event of this group is dropped; asked for every event.
  boolean discards(long project, String hash);

  /// What a project drops, newest first.
  List<Discarded> discarded(String project);

  /// @param title of the issue that was deleted; captured text
  record Discarded(String hash, String title, Instant at, String actor) {}

  /// Takes events of this group in again.
  ///
  /// @return false when they were not dropped
  boolean takeIn(String project, String hash);
}

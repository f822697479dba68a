package dev.suture.issue;

import dev.suture.deploy.ReleaseOrder;
import dev.suture.issue.activity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the lives of issues are kept. Every change is one transaction with its entry in the log.
public interface LifeStore {
  /// What a rule is given to decide on.
  ///
  /// @param counts those within a time are of the minutes that the standing's reason names
  /// @param pace read when it is asked for
  record Facts(
      String project,
      Standing standing,
      @Nullable String lastRelease,
      @Nullable String assignee,
      ReleaseOrder releases,
      Happening.Counts counts,
      Supplier<Pace> pace) {}

  /// Decides where an issue stands next; the same standing when nothing changes.
  @FunctionalInterface
  interface Rule {
    Standing next(Facts facts);
  }

  /// @param before what it was, to take the change back with
  record Change(Standing before, Standing after) {}

  /// @return empty when there is no such issue
  Optional<Change> change(String issue, Instant at, Actor actor, Rule rule);

  /// @param assignee null for nobody
  /// @param because how Suture came to it; null when somebody chose
  /// @return whom it was assigned to before; empty when there is no such issue
  Optional<Assignment> assign(String issue, Instant at, Actor actor, Assignment assignment);

  /// @param assignee null for nobody
  /// @param because how Suture came to it; null when somebody chose
  record Assignment(@Nullable String assignee, @Nullable String because) {}

  /// Issues whose state may change by itself: that wait for something, that have been new or
  /// regressed for long enough, and that were seen more than [Pace#FLOOR] times in an hour just
  /// now.
  List<String> due(Instant now);

  /// Issues of a project that are open and were not seen since.
  List<String> silent(String project, Instant since, int limit);

  /// Issues that were resolved by a commit of which no release is known yet.
  List<Awaited> awaited();

  record Awaited(String issue, String project, String commit) {}

  /// New issues of a project that were never assigned, oldest first.
  List<String> unassigned(String project, int limit);
}

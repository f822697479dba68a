package dev.suture.alert;

import dev.suture.issue.IssueState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is read from what others keep, without asking for each event.
public interface AlertFacts {
  /// How far the issues and their logs were read. Kept with what came of it.
  record Place(long issue, long move) {}

  Place place();

  /// Issues that came up, came back or escalated behind a place, in their order.
  Turns turns(Place after, int limit);

  /// @param next where to go on
  record Turns(List<Turn> turns, Place next) {}

  /// @param project id
  /// @param issue id
  /// @param title captured text
  /// @param release captured text
  record Turn(
      long project,
      String issue,
      IssueState state,
      Instant at,
      String level,
      String title,
      @Nullable String release,
      long events,
      long users) {}

  /// Open alerts of issues that nothing is wrong with any more.
  List<Quiet> quieted();

  /// @param project id
  record Quiet(long project, AlertStore.Ending ending) {}

  /// Events of each project by the minute, since an instant.
  List<Counted> minutes(Instant since);

  record Counted(long project, Instant at, long events) {}

  /// Events of a project by the hour or by the minute, oldest first, without the empty ones.
  List<Counted> history(long project, Instant from, boolean byMinute);

  /// Distinct users of a project's kept events by the hour, oldest first, without the empty ones.
  List<Counted> users(long project, Instant from);

  /// When issues of a project came into a state.
  ///
  /// @param level the least of those that are new
  List<Instant> turned(long project, IssueState state, String level, Instant from);
}

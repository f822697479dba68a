package dev.suture.issue.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the logs of issues are kept.
public interface ActivityStore {
  /// @return empty when there is no such issue
  Optional<Activity> add(String issue, Instant at, Actor actor, Deed deed);

  /// Newest first.
  ///
  /// @param before id that the entries come before; `Long.MAX_VALUE` for the newest
  List<Activity> of(String issue, long before, int limit);
}

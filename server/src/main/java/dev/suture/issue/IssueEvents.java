package dev.suture.issue;

import dev.suture.issue.IssueStore.EventLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The events of an issue that are kept, one after the other.
public interface IssueEvents {
  /// Newest first.
  ///
  /// @param before the cursor of an earlier page; null for the first
  /// @throws IllegalArgumentException when the cursor is none
  Page page(String issue, @Nullable String before, int limit);

  /// @param next cursor of the next page; null on the last
  record Page(List<EventLine> events, @Nullable String next) {}

  /// What lies beside an event; empty when the issue keeps no such event.
  Optional<Beside> beside(String issue, String event);

  /// Ids of events.
  ///
  /// @param earlier null for the oldest that is kept
  /// @param later null for the newest
  record Beside(@Nullable String earlier, @Nullable String later, String oldest, String newest) {}
}

package dev.suture.issue.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds events that are kept with their content, the one that happened last first.
public interface EventSearch {
  /// @param projects whose events can be found: those that the reader may see
  record Search(List<Long> projects, Condition where) {}

  /// @param before the cursor of an earlier page; null for the first
  /// @param limit 1 to 100
  /// @throws IllegalArgumentException when the cursor is none of a list of events
  Page list(Search search, @Nullable String before, int limit);

  /// A search reads a bounded number of events at a time: a page may hold fewer than were asked
  /// for, and still have a next one.
  ///
  /// @param next cursor of the next page; null on the last
  /// @param readBack when the oldest event happened that was looked at; null when all were
  record Page(List<Line> events, @Nullable String next, @Nullable Instant readBack) {}

  /// @param project slug
  /// @param issue as people write it: `shop-1`
  record Line(
      String id,
      String project,
      String issue,
      Instant at,
      String title,
      String level,
      @Nullable String release,
      @Nullable String environment,
      @Nullable String user,
      @Nullable String browser,
      @Nullable String os,
      @Nullable String url,
      boolean captured) {}
}

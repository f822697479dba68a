package dev.suture.issue.query;

import dev.suture.issue.Issue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds issues, and says what tags those that were found have.
public interface IssueSearch {
  /// @param projects whose issues can be found: those that the reader may see
  /// @param now what the sort by trend counts back from on a first page
  record Search(List<Long> projects, Condition where, Sort sort, Instant now) {}

  /// The highest value first; among equals the issue that was made last.
  enum Sort {
    lastSeen,
    firstSeen,
    events,
    users,
    /// Events of the last 24 hours less those of the 24 hours before.
    trend
  }

  /// A page is found again by the cursor that the one before ended with: an issue that keeps its
  /// place among the others comes exactly once, however many events arrive meanwhile.
  ///
  /// @param before the cursor of an earlier page; null for the first
  /// @param limit 1 to 100
  /// @throws IllegalArgumentException when the cursor is none of this sort
  Page list(Search search, @Nullable String before, int limit);

  /// @param next cursor of the next page; null on the last
  record Page(List<Issue> issues, @Nullable String next) {}

  /// How many issues match, counted up to a bound.
  long count(Search search, int most);

  /// Events per hour for each of some issues, oldest first, up to `until`.
  ///
  /// @param hours at most 14 days of them
  List<List<Long>> perHour(List<Issue> issues, Instant until, int hours);

  /// The tags of the issues that match, each with its most frequent values. Of very many issues
  /// those that were seen last are looked at.
  ///
  /// @param values at most so many of each
  Facets facets(Search search, int values);

  /// @param issues how many issues were looked at
  /// @param partial whether there are more that match
  record Facets(List<Facet> tags, long issues, boolean partial) {}

  /// @param events of the issues that were looked at, with any value
  /// @param distinct how many values there are
  record Facet(String name, long events, long distinct, List<Value> values) {}

  /// @param issues how many of those looked at have it
  record Value(String value, long events, long issues) {}

  /// The names under which events of the projects were counted, most events first.
  ///
  /// @param prefix without regard to case
  List<Name> names(List<Long> projects, String prefix, int limit);

  record Name(String name, long events) {}

  /// Values of a tag, most events first.
  List<Value> values(List<Long> projects, String name, String prefix, int limit);
}

package dev.suture.store;

import dev.suture.issue.query.IssueSearch.Sort;
import java.util.List;

/// Where a page of a search ends: the value that it is sorted by, and the key that tells equals
/// apart.
///
/// @param hour which the trend was counted up to; 0 for the other sorts
record SearchCursor(Sort sort, long value, long key, long hour) {

  /// @throws IllegalArgumentException when it is none of this sort
  static SearchCursor parse(String text, Sort sort) {
    List<String> parts = List.of(text.split("\\.", 5));
    if (parts.size() == 4 && parts.getFirst().equals(sort.name())) {
      try {
        return new SearchCursor(
            sort,
            Long.parseLong(parts.get(1)),
            Long.parseLong(parts.get(2)),
            Long.parseLong(parts.get(3)));
      } catch (NumberFormatException _) {
        throw refused();
      }
    }
    throw refused();
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "not a cursor of this list: leave it out to begin with the first page");
  }

  String text() {
    return sort + "." + value + "." + key + "." + hour;
  }
}

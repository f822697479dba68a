package dev.suture.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The id of an issue, taken apart: `shop-1`.
record IssueId(String slug, long number) {
  static Optional<IssueId> parse(String text) {
    int dash = text.lastIndexOf('-');
    String digits = text.substring(dash + 1);
    if (dash < 1 || digits.isEmpty() || digits.length() > 18) {
      return Optional.empty();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    return Optional.of(new IssueId(text.substring(0, dash), Long.parseLong(digits)));
  }

  private static final int MERGES_FOLLOWED = 100;

  /// The key of the issue that an id names; of one that was merged, the survivor's.
  static Optional<Long> key(Handle handle, String text) {
    return parse(text).flatMap(id -> exact(handle, id).or(() -> survivor(handle, id)));
  }

  private static Optional<Long> exact(Handle handle, IssueId id) {
    return handle
        .select(
            """
            SELECT issue.id FROM issue
            JOIN project ON project.id = issue.project
            WHERE project.slug = ? AND issue.number = ?""",
            id.slug(),
            id.number())
        .mapTo(Long.class)
        .findOne();
  }

  private static Optional<Long> survivor(Handle handle, IssueId id) {
    Optional<Long> into =
        handle
            .select(
                """
                SELECT survivor FROM issue_merge
                JOIN project ON project.id = issue_merge.project
                WHERE project.slug = ? AND issue_merge.number = ? AND undone IS NULL""",
                id.slug(),
                id.number())
            .mapTo(Long.class)
            .findOne();
    for (int i = 0; i < MERGES_FOLLOWED && into.isPresent(); i++) {
      Optional<Long> next =
          handle
              .select(
                  "SELECT survivor FROM issue_merge WHERE was = ? AND undone IS NULL", into.get())
              .mapTo(Long.class)
              .findOne();
      if (next.isEmpty()) {
        break;
      }
      into = next;
    }
    return into.filter(
        key ->
            handle
                .select("SELECT 1 FROM issue WHERE id = ?", key)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /// The id of the issue with a key.
  static String of(Handle handle, long key) {
    return handle
        .select(
            """
            SELECT project.slug, issue.number FROM issue
            JOIN project ON project.id = issue.project WHERE issue.id = ?""",
            key)
        .map((row, _) -> new IssueId(row.getString(1), row.getLong(2)).text())
        .one();
  }

  String text() {
    return slug + "-" + number;
  }
}

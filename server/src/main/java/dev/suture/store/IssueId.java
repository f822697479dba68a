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

  /// The key of the issue that an id names.
  static Optional<Long> key(Handle handle, String text) {
    return parse(text)
        .flatMap(
            id ->
                handle
                    .select(
                        """
                        SELECT issue.id FROM issue
                        JOIN project ON project.id = issue.project
                        WHERE project.slug = ? AND issue.number = ?""",
                        id.slug(),
                        id.number())
                    .mapTo(Long.class)
                    .findOne());
  }

  String text() {
    return slug + "-" + number;
  }
}

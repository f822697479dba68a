package dev.suture.store;

import dev.suture.store.UserSketch.Precision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// The sketches of who met an issue.
record MergedUsers(Handle handle) {

  List<Map<String, Object>> rows(long issue) {
    return MergeRows.read(handle, "issue_users", "issue", issue);
  }

  private static UserSketch sketch(List<Map<String, Object>> rows) {
    return rows.isEmpty()
        ? UserSketch.empty(Precision.fine)
        : UserSketch.read(
            Precision.fine, (byte[]) Objects.requireNonNull(rows.getFirst().get("sketch")));
  }

  /// Makes the users of one issue users of another as well; its own row goes.
  void join(long from, long to) {
    UserSketch both = sketch(rows(to));
    both.add(sketch(rows(from)));
    handle.execute("DELETE FROM issue_users WHERE issue = ?", from);
    write(to, both);
  }

  /// Makes an issue's users those that it had, and those of its kept events.
  void set(long issue, List<Map<String, Object>> had, KeptCounts kept) {
    UserSketch sketch = sketch(had);
    kept.users().forEach(sketch::add);
    write(issue, sketch);
  }

  private void write(long issue, UserSketch sketch) {
    if (sketch.count() > 0) {
      handle.execute(
          """
          INSERT INTO issue_users (issue, sketch) VALUES (?, ?)
          ON CONFLICT (issue) DO UPDATE SET sketch = excluded.sketch""",
          issue,
          sketch.stored());
    } else {
      handle.execute("DELETE FROM issue_users WHERE issue = ?", issue);
    }
    handle.execute("UPDATE issue SET users = ? WHERE id = ?", sketch.count(), issue);
  }
}

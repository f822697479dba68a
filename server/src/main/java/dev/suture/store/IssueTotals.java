package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.Headline;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What an issue's own row says of its events, put right after hashes came or went.
record IssueTotals(Handle handle, long issue) {
  private static final List<String> OF_THE_LAST = List.of("last_seen", "last_release");
  private static final List<String> OF_THE_NEWEST_KEPT =
      List.of("last_event", "last_event_at", "level", "platform");

  /// Adds what another issue's row said. A closed issue that an open one becomes part of is open.
  ///
  /// @param text of the other
  void join(Map<String, Object> merged, Map<String, Object> text, Map<String, Object> before) {
    handle.execute(
        "UPDATE issue SET events = events + ?, captures = captures + ? WHERE id = ?",
        merged.get("events"),
        merged.get("captures"),
        issue);
    if (number(merged, "first_seen") < number(before, "first_seen")) {
      set("first_seen", merged);
      set("first_release", merged);
    }
    if (number(merged, "last_seen") > number(before, "last_seen")) {
      OF_THE_LAST.forEach(column -> set(column, merged));
    }
    if (number(merged, "kept_at") > number(before, "kept_at")) {
      set("kept_at", merged);
    }
    if (number(merged, "last_event_at") > number(before, "last_event_at")) {
      OF_THE_NEWEST_KEPT.forEach(column -> set(column, merged));
      handle.execute(
          "UPDATE issue_text SET type = ?, title = ?, culprit = ?, search = ? WHERE issue = ?",
          text.get("type"),
          text.get("title"),
          text.get("culprit"),
          text.get("search"),
          issue);
    }
    if (isClosed(before) && !isClosed(merged)) {
      List.of("state", "state_since", "reason", "wakes").forEach(column -> set(column, merged));
    }
  }

  private static boolean isClosed(Map<String, Object> row) {
    return switch (IssueState.of(String.valueOf(row.get("state")))) {
      case resolved, archived -> true;
      case fresh, ongoing, regressed, escalating -> false;
    };
  }

  private static long number(Map<String, Object> row, String column) {
    return MergeRows.number(row, column);
  }

  private void set(String column, Map<String, Object> from) {
    handle.execute("UPDATE issue SET " + column + " = ? WHERE id = ?", from.get(column), issue);
  }

  /// Takes events, first and last seen from the hashes, and the headline from the newest event that
  /// is kept.
  void recount(IssueStore issues) {
    handle.execute(
        """
        UPDATE issue SET
          events = (SELECT COALESCE(sum(events), 0) FROM issue_hash WHERE issue = ?),
          first_seen = (SELECT COALESCE(min(first_seen), issue.first_seen) FROM issue_hash
                        WHERE issue = ? AND events > 0),
          last_seen = (SELECT COALESCE(max(last_seen), issue.last_seen) FROM issue_hash
                       WHERE issue = ? AND events > 0)
        WHERE id = ?""",
        issue,
        issue,
        issue,
        issue);
    handle
        .select(
            "SELECT project, id FROM event WHERE issue = ? ORDER BY at DESC, id DESC LIMIT 1",
            issue)
        .map((row, _) -> issues.event(row.getLong(1), row.getString(2)))
        .findOne()
        .flatMap(found -> found)
        .ifPresent(this::show);
    handle.execute(
        """
        UPDATE issue SET first_release =
          (SELECT release FROM event WHERE issue = ? ORDER BY at, id LIMIT 1)
        WHERE id = ? AND EXISTS (SELECT 1 FROM event WHERE issue = ?)""",
        issue,
        issue,
        issue);
  }

  private void show(Event event) {
    handle.execute(
        """
        UPDATE issue SET last_event = ?, last_event_at = ?, last_release = ?, level = ?,
          platform = ? WHERE id = ?""",
        event.id(),
        Database.micros(event.at()),
        event.release(),
        event.level().name(),
        event.platform(),
        issue);
    try (PreparedStatement text = handle.getConnection().prepareStatement(IssueRows.UPDATE_TEXT)) {
      IssueRow.bind(text, Headline.of(event), issue);
      text.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("the headline of an issue cannot be written", failure);
    }
  }
}

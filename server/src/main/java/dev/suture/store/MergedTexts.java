package dev.suture.store;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The rows that name an issue by its id: captures and hotfixes. Their records keep the id that
/// they were made with, which leads to the survivor.
record MergedTexts(Handle handle, String from, String to) {
  private static final List<String> TABLES = List.of("capture", "hotfix");

  List<Map<String, Object>> ids(String table) {
    return handle
        .createQuery("SELECT id FROM " + table + " WHERE issue = :issue")
        .bind("issue", from)
        .mapToMap()
        .list();
  }

  void move() {
    for (String table : TABLES) {
      handle.execute("UPDATE " + table + " SET issue = ? WHERE issue = ?", to, from);
    }
  }

  /// Gives back what went over, and the captures that came with the issue's events since.
  void giveBack(Map<String, List<Map<String, Object>>> rows, long issue) {
    for (String table : TABLES) {
      for (Map<String, Object> row : rows.getOrDefault(table, List.of())) {
        handle.execute(
            "UPDATE " + table + " SET issue = ? WHERE issue = ? AND id = ?",
            from,
            to,
            row.get("id"));
      }
    }
    captures(issue);
  }

  /// Captures follow the events they came with.
  void captures(long issue) {
    handle.execute(
        """
        UPDATE capture SET issue = ? WHERE issue = ?
          AND id IN (SELECT id FROM event WHERE event.issue = ? AND event.captured
                       AND event.project = capture.project)""",
        from,
        to,
        issue);
  }
}

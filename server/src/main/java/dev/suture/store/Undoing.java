package dev.suture.store;

import dev.suture.issue.IssueStore;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Takes a merged issue out of its survivor again: its rows as they were, and what its hashes
/// counted since.
///
/// Events and when they were first and last seen are exact, they are counted for each hash. Hours,
/// tags and users of those that came since are estimated from the events that are kept.
///
/// @param merged when, in microseconds
record Undoing(Handle handle, IssueStore issues, long survivor, long was, long merged) {

  void restore(Map<String, List<Map<String, Object>>> rows) {
    Map<String, Object> row = rows(rows, "issue").getFirst();
    for (String table : List.of("issue", "issue_text", "issue_shape")) {
      rows(rows, table).forEach(each -> MergeRows.insert(handle, table, each));
    }
    MergeRows.MOVED.forEach(
        (table, id) ->
            rows(rows, table)
                .forEach(
                    each ->
                        handle.execute(
                            "UPDATE " + table + " SET issue = ? WHERE issue = ? AND " + id + " = ?",
                            was,
                            survivor,
                            each.get(id))));
    long captured = moveEvents();
    for (MergeRows.Counts counts : MergeRows.COUNTS) {
      MergeRows.subtract(handle, counts, rows(rows, counts.table()), survivor);
      MergeRows.put(handle, counts, rows(rows, counts.table()), was);
    }
    long project = MergeRows.number(row, "project");
    KeptCounts since = new KeptCounts(handle, issues, project).read(was, merged);
    since.move(counted() - counted(rows(rows, "issue_hash")), survivor, was);
    MergedUsers users = new MergedUsers(handle);
    users.set(was, rows(rows, "issue_users"), since);
    users.set(
        survivor,
        rows(rows, "survivor_users"),
        new KeptCounts(handle, issues, project).read(survivor, merged));
    long captures = MergeRows.number(row, "captures") + captured;
    handle.execute("UPDATE issue SET captures = ? WHERE id = ?", captures, was);
    handle.execute("UPDATE issue SET captures = captures - ? WHERE id = ?", captures, survivor);
    new MergedTexts(handle, IssueId.of(handle, was), IssueId.of(handle, survivor))
        .giveBack(rows, was);
    new IssueTotals(handle, survivor).recount(issues);
    new IssueTotals(handle, was).recount(issues);
  }

  private static List<Map<String, Object>> rows(
      Map<String, List<Map<String, Object>>> rows, String table) {
    return rows.getOrDefault(table, List.of());
  }

  private long counted() {
    return handle
        .select("SELECT COALESCE(sum(events), 0) FROM issue_hash WHERE issue = ?", was)
        .mapTo(Long.class)
        .one();
  }

  private static long counted(List<Map<String, Object>> hashes) {
    return hashes.stream().mapToLong(hash -> MergeRows.number(hash, "events")).sum();
  }

  /// @return how many captures came on the issue's hashes since the merge
  private long moveEvents() {
    handle.execute(
        """
        UPDATE event SET issue = ? WHERE issue = ?
          AND grouped IN (SELECT id FROM issue_hash WHERE issue = ?)""",
        was,
        survivor,
        was);
    return handle
        .select(
            "SELECT count(*) FROM event WHERE issue = ? AND captured AND received >= ?",
            was,
            merged)
        .mapTo(Long.class)
        .one();
  }
}

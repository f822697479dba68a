package dev.suture.store;

import dev.suture.issue.Reason;
import dev.suture.issue.ReleaseIssues;
import dev.suture.issue.activity.Deed;
import dev.suture.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Issues by release in SQL.
public final class SqlReleaseIssues implements ReleaseIssues {
  private static final int REGRESSED = 1_000;

  private final Database database;

  public SqlReleaseIssues(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, Long> newInEach(long project) {
    Map<String, Long> counts = new HashMap<>();
    database.read(
        handle ->
            handle
                .select(
                    "SELECT first_release, COUNT(*) FROM issue"
                        + " WHERE project = ? AND first_release IS NOT NULL GROUP BY first_release",
                    project)
                .map((row, _) -> counts.put(row.getString(1), row.getLong(2)))
                .list());
    return counts;
  }

  @Override
  public List<String> newIn(long project, String release, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT project.slug, issue.number FROM issue
                    JOIN project ON project.id = issue.project
                    WHERE issue.project = ? AND issue.first_release = ?
                    ORDER BY issue.events DESC, issue.number LIMIT ?""",
                    project,
                    release,
                    limit)
                .map((row, _) -> new IssueId(row.getString(1), row.getLong(2)).text())
                .list());
  }

  private record Moved(String issue, String deed) {}

  /// The activity keeps it when the issue has long been looked at and is no longer called so.
  @Override
  public List<String> regressedIn(long project, String release, int limit) {
    List<Moved> moves =
        database.read(
            handle ->
                handle
                    .select(
                        """
                        SELECT project.slug, issue.number, activity.deed FROM activity
                        JOIN issue ON issue.id = activity.issue
                        JOIN project ON project.id = issue.project
                        WHERE issue.project = ? AND activity.deed LIKE '%"seenAgain"%'
                        ORDER BY issue.events DESC, issue.number LIMIT ?""",
                        project, REGRESSED)
                    .map(
                        (row, _) ->
                            new Moved(
                                new IssueId(row.getString(1), row.getLong(2)).text(),
                                row.getString(3)))
                    .list());
    return moves.stream()
        .filter(move -> isReturn(Json.MAPPER.readValue(move.deed(), Deed.class), release))
        .map(Moved::issue)
        .distinct()
        .limit(limit)
        .toList();
  }

  private static boolean isReturn(Deed deed, String release) {
    return deed instanceof Deed.Moved moved
        && moved.reason() instanceof Reason.SeenAgain again
        && release.equals(again.release());
  }
}

package dev.suture.store;

import dev.suture.issue.HashStore;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads which hashes lead to which issue.
public final class SqlGroups implements HashStore {
  private static final int MOST_LINES = 500;

  private final Database database;

  public SqlGroups(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, String> issuesOf(long project, Collection<String> hashes) {
    Map<String, String> issues = new HashMap<>();
    if (!hashes.isEmpty()) {
      database.read(
          handle ->
              handle
                  .createQuery(
                      """
                      SELECT issue_hash.hash, project.slug, issue.number FROM issue_hash
                      JOIN issue ON issue.id = issue_hash.issue
                      JOIN project ON project.id = issue_hash.project
                      WHERE issue_hash.project = :project AND issue_hash.hash IN (<hashes>)""")
                  .bind("project", project)
                  .bindList("hashes", new ArrayList<>(hashes))
                  .map(
                      (row, _) ->
                          issues.put(
                              row.getString(1),
                              new IssueId(row.getString(2), row.getLong(3)).text()))
                  .list());
    }
    return issues;
  }

  @Override
  public List<Line> ofIssue(String issue) {
    return database.read(
        handle ->
            IssueId.key(handle, issue)
                .map(
                    key ->
                        handle
                            .select(
                                """
                                SELECT hash, rule, variant, parts, events, first_seen, last_seen
                                FROM issue_hash WHERE issue = ?
                                ORDER BY events DESC, id LIMIT ?""",
                                key,
                                MOST_LINES)
                            .map(
                                (row, _) ->
                                    new Line(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        List.of(
                                            Json.MAPPER.readValue(
                                                row.getString(4), String[].class)),
                                        row.getLong(5),
                                        Database.instant(row.getLong(6)),
                                        Database.instant(row.getLong(7))))
                            .list())
                .orElse(List.of()));
  }

  @Override
  public boolean any(String rule) {
    return database.read(
        handle ->
            handle
                .select("SELECT 1 FROM issue_hash WHERE rule = ? LIMIT 1", rule)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }
}

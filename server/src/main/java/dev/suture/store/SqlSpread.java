package dev.suture.store;

import dev.suture.deploy.ReleaseOrder;
import dev.suture.issue.IssueSpread;
import dev.suture.issue.IssueStore.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the events of issues spread, in SQL.
public final class SqlSpread implements IssueSpread {
  private static final int MOST_EVENTS = 5_000;
  private static final int MOST_ROWS = 2_000;
  private static final int MOST_VALUES = 50;

  private final Database database;

  public SqlSpread(Database database) {
    this.database = database;
  }

  @Override
  public List<Tag> tags(String issue) {
    Map<String, List<Share>> tags = new LinkedHashMap<>();
    database.read(
        handle ->
            IssueId.key(handle, issue)
                .map(
                    key ->
                        handle
                            .select(
                                """
                                SELECT name, value, events FROM issue_facet
                                WHERE issue = ? ORDER BY events DESC, name, value LIMIT ?""",
                                key,
                                MOST_ROWS)
                            .map(
                                (row, _) ->
                                    tags.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                        .add(new Share(row.getString(2), row.getLong(3))))
                            .list())
                .orElse(List.of()));
    return tags.entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue().stream().limit(MOST_VALUES).toList()))
        .toList();
  }

  @Override
  public List<Met> users(String issue, int limit) {
    Map<String, Met> users = new LinkedHashMap<>();
    database.read(
        handle ->
            IssueId.key(handle, issue)
                .map(
                    key ->
                        handle
                            .select(
                                """
                                SELECT person, at, id FROM event
                                WHERE issue = ? AND person IS NOT NULL
                                ORDER BY at DESC LIMIT ?""",
                                key,
                                MOST_EVENTS)
                            .map(
                                (row, _) ->
                                    users.merge(
                                        row.getString(1),
                                        new Met(
                                            row.getString(1),
                                            1,
                                            Database.instant(row.getLong(2)),
                                            row.getString(3)),
                                        (newest, _) ->
                                            new Met(
                                                newest.name(),
                                                newest.events() + 1,
                                                newest.lastSeen(),
                                                newest.lastEvent())))
                            .list())
                .orElse(List.of()));
    return users.values().stream().limit(limit).toList();
  }

  @Override
  public ReleaseOrder releases(String project) {
    return database.read(
        handle ->
            handle
                .select("SELECT id FROM project WHERE slug = ?", project)
                .mapTo(Long.class)
                .findOne()
                .map(id -> new KnownReleases(handle).of(id))
                .orElse(ReleaseOrder.NOTHING_KNOWN));
  }
}

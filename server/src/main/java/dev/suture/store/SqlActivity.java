package dev.suture.store;

import dev.suture.issue.activity.Activity;
import dev.suture.issue.activity.ActivityStore;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import dev.suture.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The logs of issues in SQL.
public final class SqlActivity implements ActivityStore {
  private final Database database;

  public SqlActivity(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Activity> add(String issue, Instant at, Actor actor, Deed deed) {
    return database.write(
        handle -> IssueId.key(handle, issue).map(key -> insert(handle, key, at, actor, deed)));
  }

  /// Adds an entry within the transaction that does the deed.
  static Activity insert(Handle handle, long issue, Instant at, Actor actor, Deed deed) {
    long id =
        handle
            .createQuery(
                """
                INSERT INTO activity (issue, at, actor, name, deed)
                VALUES (:issue, :at, :actor, :name, :deed) RETURNING id""")
            .bind("issue", issue)
            .bind("at", Database.micros(at))
            .bind("actor", actor.id())
            .bind("name", actor.name())
            .bind("deed", Json.MAPPER.writeValueAsString(deed))
            .mapTo(Long.class)
            .one();
    return new Activity(id, at, actor, deed);
  }

  @Override
  public List<Activity> of(String issue, long before, int limit) {
    return database.read(
        handle ->
            IssueId.key(handle, issue)
                .map(
                    key ->
                        handle
                            .select(
                                """
                                SELECT id, at, actor, name, deed FROM activity
                                WHERE issue = ? AND id < ? ORDER BY id DESC LIMIT ?""",
                                key,
                                before,
                                limit)
                            .map(
                                (row, _) ->
                                    new Activity(
                                        row.getLong(1),
                                        Database.instant(row.getLong(2)),
                                        new Actor(row.getString(3), row.getString(4)),
                                        Json.MAPPER.readValue(row.getString(5), Deed.class)))
                            .list())
                .orElse(List.of()));
  }
}

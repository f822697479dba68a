package dev.suture.store;

import dev.suture.dora.DeliveryStore;
import dev.suture.dora.History.Change;
import dev.suture.dora.History.WatchEnd;
import dev.suture.dora.History.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was said of deployments and found out about them, in SQL.
public final class SqlDeliveries implements DeliveryStore {
  private final Database database;

  public SqlDeliveries(Database database) {
    this.database = database;
  }

  @Override
  public Word say(String project, Word word) {
    long id =
        database.write(
            handle ->
                handle
                    .createQuery(
                        """
                        INSERT INTO deployment_word
                          (project, deployment, failed, recovered, reason, actor, name, at)
                        VALUES (:project, :deployment, :failed, :recovered, :reason, :by, :name, :at)
                        RETURNING id\
                        """)
                    .bind("project", project)
                    .bind("deployment", word.deployment())
                    .bind("failed", word.failed())
                    .bind("recovered", micros(word.recovered()))
                    .bind("reason", word.reason())
                    .bind("by", word.by())
                    .bind("name", word.name())
                    .bind("at", Database.micros(word.at()))
                    .mapTo(Long.class)
                    .one());
    return new Word(
        id,
        word.deployment(),
        word.failed(),
        word.recovered(),
        word.reason(),
        word.by(),
        word.name(),
        word.at());
  }

  @Override
  public List<Word> words(String project) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM deployment_word WHERE project = ? ORDER BY id", project)
                .map(
                    (row, _) ->
                        new Word(
                            row.getLong("id"),
                            row.getLong("deployment"),
                            row.getBoolean("failed"),
                            instant(row, "recovered"),
                            row.getString("reason"),
                            row.getString("actor"),
                            row.getString("name"),
                            Database.instant(row.getLong("at"))))
                .list());
  }

  @Override
  public List<Change> changes(String project) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT deployment, commit_id, at, landed_by, landed FROM deployment_change"
                        + " WHERE project = ?",
                    project)
                .map(
                    (row, _) ->
                        new Change(
                            row.getLong(1),
                            row.getString(2),
                            Database.instant(row.getLong(3)),
                            row.getString(4),
                            row.getString(4) == null ? null : Database.instant(row.getLong(5))))
                .list());
  }

  @Override
  public void putChanges(String project, long deployment, List<Change> changes) {
    database.write(
        handle -> {
          for (Change change : changes) {
            handle.execute(
                "INSERT INTO deployment_change (project, deployment, commit_id, at, landed_by,"
                    + " landed) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (deployment, commit_id) DO"
                    + " NOTHING",
                project,
                deployment,
                change.commit(),
                Database.micros(change.at()),
                change.by(),
                change.landed() == null ? null : Database.micros(change.landed()));
          }
          return handle.execute(
              "INSERT INTO deployment_seen (deployment, project, changes_read) VALUES (?, ?, ?)"
                  + " ON CONFLICT (deployment) DO UPDATE SET changes_read = excluded.changes_read",
              deployment,
              project,
              true);
        });
  }

  @Override
  public List<WatchEnd> watches(String project) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM deployment_seen WHERE project = ? AND verdict <> ''", project)
                .map(
                    (row, _) ->
                        new WatchEnd(
                            row.getLong("deployment"),
                            row.getString("verdict"),
                            instant(row, "alarmed"),
                            instant(row, "calm")))
                .list());
  }

  @Override
  public void putWatch(String project, WatchEnd watch, boolean closed) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO deployment_seen (deployment, project, closed, verdict, alarmed, calm)
                    VALUES (:deployment, :project, :closed, :verdict, :alarmed, :calm)
                    ON CONFLICT (deployment) DO UPDATE SET closed = excluded.closed,
                      verdict = excluded.verdict, alarmed = excluded.alarmed,
                      calm = excluded.calm\
                    """)
                .bind("deployment", watch.deployment())
                .bind("project", project)
                .bind("closed", closed)
                .bind("verdict", watch.verdict())
                .bind("alarmed", micros(watch.alarmed()))
                .bind("calm", micros(watch.calm()))
                .execute());
  }

  @Override
  public Set<Long> read(String project) {
    return seen(
        "SELECT deployment FROM deployment_seen WHERE changes_read = ? AND project = ?", project);
  }

  @Override
  public Set<Long> closed(String project) {
    return seen("SELECT deployment FROM deployment_seen WHERE closed = ? AND project = ?", project);
  }

  private Set<Long> seen(String query, String project) {
    return database.read(
        handle -> Set.copyOf(handle.select(query, true, project).mapTo(Long.class).list()));
  }

  @Override
  public Optional<HookSecret> secret(String project) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM project_hook WHERE project = ?", project)
                .map(
                    (row, _) ->
                        new HookSecret(
                            row.getString("secret"),
                            Database.instant(row.getLong("made")),
                            row.getString("maker")))
                .findFirst());
  }

  @Override
  public void putSecret(String project, HookSecret secret) {
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO project_hook (project, secret, made, maker) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (project) DO UPDATE SET secret = excluded.secret,"
                    + " made = excluded.made, maker = excluded.maker",
                project,
                secret.secret(),
                Database.micros(secret.made()),
                secret.maker()));
  }

  @Override
  public void forgetSecret(String project) {
    database.write(handle -> handle.execute("DELETE FROM project_hook WHERE project = ?", project));
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : Database.micros(instant);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : Database.instant(row.getLong(column));
  }
}

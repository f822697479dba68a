package dev.suture.store;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Deployments in SQL. Of two at one instant the one added last is the newer.
public final class SqlDeployments implements DeploymentStore {
  private static final String NEWEST_FIRST = " ORDER BY at DESC, id DESC LIMIT ";

  private final Database database;

  public SqlDeployments(Database database) {
    this.database = database;
  }

  @Override
  public Deployment add(Deployment withoutId) {
    long id =
        database.write(
            handle ->
                handle
                    .createQuery(
                        """
                        INSERT INTO deployment
                          (project, environment, release, commit_id, kind, at,
                           started, stage, source, source_key, link)
                        VALUES (:project, :environment, :release, :commit, :kind, :at,
                           :started, :stage, :source, :key, :link)
                        RETURNING id""")
                    .bind("project", withoutId.project())
                    .bind("environment", withoutId.environment())
                    .bind("release", withoutId.release())
                    .bind("commit", withoutId.commit())
                    .bind("kind", withoutId.kind().name())
                    .bind("at", Database.micros(withoutId.at()))
                    .bind("started", micros(withoutId.started()))
                    .bind("stage", withoutId.stage())
                    .bind("source", withoutId.source())
                    .bind("key", withoutId.key())
                    .bind("link", withoutId.link())
                    .mapTo(Long.class)
                    .one());
    return withoutId.withId(id);
  }

  @Override
  public Optional<Deployment> known(Deployment withoutId) {
    String key = withoutId.key();
    return database.read(
        handle ->
            handle
                .createQuery(
                    key == null
                        ? "SELECT * FROM deployment WHERE project = :project AND at = :at"
                            + " AND environment = :environment AND release = :release"
                        : "SELECT * FROM deployment WHERE project = :project"
                            + " AND source = :source AND source_key = :key")
                .bind("project", withoutId.project())
                .bind("environment", withoutId.environment())
                .bind("release", withoutId.release())
                .bind("at", Database.micros(withoutId.at()))
                .bind("source", withoutId.source())
                .bind("key", key)
                .map((row, _) -> deployment(row))
                .findFirst());
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : Database.micros(instant);
  }

  @Override
  public Optional<Deployment> live(String project, String environment) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM deployment WHERE project = ? AND environment = ?"
                        + NEWEST_FIRST
                        + "1",
                    project,
                    environment)
                .map((row, _) -> deployment(row))
                .findOne());
  }

  @Override
  public Optional<String> commitOf(String project, String release) {
    return deployedCommit(project, release).or(() -> announcedCommit(project, release));
  }

  private Optional<String> deployedCommit(String project, String release) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT commit_id FROM deployment"
                        + " WHERE project = ? AND release = ? AND commit_id IS NOT NULL"
                        + NEWEST_FIRST
                        + "1",
                    project,
                    release)
                .mapTo(String.class)
                .findOne());
  }

  private Optional<String> announcedCommit(String project, String release) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT commit_id FROM release"
                        + " WHERE project = ? AND version = ? AND commit_id IS NOT NULL",
                    project,
                    release)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public List<Deployment> all(String project, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM deployment WHERE project = ?" + NEWEST_FIRST + "?",
                    project,
                    limit)
                .map((row, _) -> deployment(row))
                .list());
  }

  private static Deployment deployment(ResultSet row) throws SQLException {
    return new Deployment(
        row.getLong("id"),
        row.getString("project"),
        row.getString("environment"),
        row.getString("release"),
        row.getString("commit_id"),
        Deployment.Kind.valueOf(row.getString("kind")),
        Database.instant(row.getLong("at")),
        row.getObject("started") == null ? null : Database.instant(row.getLong("started")),
        row.getString("stage"),
        row.getString("source"),
        row.getString("source_key"),
        row.getString("link"));
  }
}

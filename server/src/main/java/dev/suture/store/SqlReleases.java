package dev.suture.store;

import dev.suture.deploy.Release;
import dev.suture.deploy.ReleaseStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Releases in SQL.
public final class SqlReleases implements ReleaseStore {
  private static final String SELECT =
      "SELECT project, version, commit_id, created, released FROM release ";

  private final Database database;

  public SqlReleases(Database database) {
    this.database = database;
  }

  @Override
  public void put(Release release) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO release (project, version, commit_id, created, released)
                    VALUES (:project, :version, :commit, :created, :released)
                    ON CONFLICT (project, version) DO UPDATE
                      SET commit_id = excluded.commit_id, released = excluded.released""")
                .bind("project", release.project())
                .bind("version", release.version())
                .bind("commit", release.commit())
                .bind("created", Database.micros(release.created()))
                .bind("released", micros(release.released()))
                .execute());
  }

  @Override
  public Optional<Release> of(String project, String version) {
    return database.read(
        handle ->
            handle
                .select(SELECT + "WHERE project = ? AND version = ?", project, version)
                .map((row, _) -> release(row))
                .findOne());
  }

  @Override
  public List<Release> named(String version) {
    return database.read(
        handle ->
            handle
                .select(SELECT + "WHERE version = ? ORDER BY project", version)
                .map((row, _) -> release(row))
                .list());
  }

  @Override
  public List<Release> all(String project, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    SELECT + "WHERE project = ? ORDER BY created DESC, version DESC LIMIT ?",
                    project,
                    limit)
                .map((row, _) -> release(row))
                .list());
  }

  @Override
  public Optional<Release> before(Release release) {
    return database.read(
        handle ->
            handle
                .select(
                    SELECT
                        + "WHERE project = ? AND created < ? AND commit_id IS NOT NULL"
                        + " ORDER BY created DESC, version DESC LIMIT 1",
                    release.project(),
                    Database.micros(release.created()))
                .map((row, _) -> release(row))
                .findOne());
  }

  private static @Nullable Long micros(@Nullable Instant at) {
    return at == null ? null : Database.micros(at);
  }

  private static Release release(ResultSet row) throws SQLException {
    long released = row.getLong("released");
    Instant finalized = row.wasNull() ? null : Database.instant(released);
    return new Release(
        row.getString("project"),
        row.getString("version"),
        row.getString("commit_id"),
        Database.instant(row.getLong("created")),
        finalized);
  }
}

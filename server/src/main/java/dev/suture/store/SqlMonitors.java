package dev.suture.store;

import dev.suture.monitor.CheckIn;
import dev.suture.monitor.CheckIn.Status;
import dev.suture.monitor.Monitor;
import dev.suture.monitor.MonitorStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Monitors in SQL, one row for each job and environment.
public final class SqlMonitors implements MonitorStore {
  private static final int MOST = 500;
  private static final long HOURS_KEPT = 15 * 24;

  private final Database database;

  public SqlMonitors(Database database) {
    this.database = database;
  }

  @Override
  public boolean checkIn(long project, CheckIn checkIn) {
    return database.write(
        handle -> hasRoom(handle, project, checkIn) && put(handle, project, checkIn));
  }

  private static boolean hasRoom(Handle handle, long project, CheckIn checkIn) {
    return handle
        .select(
            "SELECT COUNT(*) FROM monitor WHERE project = ? AND NOT (name = ? AND environment = ?)",
            project,
            checkIn.monitor(),
            checkIn.environment())
        .map((row, _) -> row.getLong(1) < MOST)
        .one();
  }

  private static boolean put(Handle handle, long project, CheckIn checkIn) {
    Duration took = checkIn.took();
    handle
        .createUpdate(
            """
            INSERT INTO monitor (project, name, environment, status, at, took, ok, failed)
            VALUES (:project, :name, :environment, :status, :at, :took, :ok, :failed)
            ON CONFLICT (project, name, environment) DO UPDATE SET
              status = CASE WHEN excluded.at >= monitor.at THEN excluded.status
                ELSE monitor.status END,
              took = CASE WHEN excluded.at >= monitor.at THEN excluded.took ELSE monitor.took END,
              at = CASE WHEN excluded.at >= monitor.at THEN excluded.at ELSE monitor.at END,
              ok = monitor.ok + excluded.ok,
              failed = monitor.failed + excluded.failed\
            """)
        .bind("project", project)
        .bind("name", checkIn.monitor())
        .bind("environment", checkIn.environment())
        .bind("status", checkIn.status().name())
        .bind("at", Database.micros(checkIn.at()))
        .bind("took", took == null ? null : took.toMillis())
        .bind("ok", checkIn.status() == Status.ok ? 1 : 0)
        .bind("failed", checkIn.status() == Status.error ? 1 : 0)
        .execute();
    putHour(handle, project, checkIn);
    return true;
  }

  private static void putHour(Handle handle, long project, CheckIn checkIn) {
    long hour = Math.floorDiv(checkIn.at().getEpochSecond(), RateTally.HOUR);
    handle.execute(
        """
        INSERT INTO monitor_hour (project, hour, name, environment, failed)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (project, hour, name, environment) DO UPDATE SET
          failed = monitor_hour.failed + excluded.failed\
        """,
        project,
        hour,
        checkIn.monitor(),
        checkIn.environment(),
        checkIn.status() == Status.error ? 1 : 0);
    handle.execute(
        "DELETE FROM monitor_hour WHERE project = ? AND hour < ?", project, hour - HOURS_KEPT);
  }

  @Override
  public List<Hour> hours(long project, Instant from) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM monitor_hour WHERE project = ? AND hour >= ? ORDER BY hour",
                    project,
                    Math.floorDiv(from.getEpochSecond(), RateTally.HOUR))
                .map(
                    (row, _) ->
                        new Hour(
                            row.getString("name"),
                            row.getString("environment"),
                            Instant.ofEpochSecond(row.getLong("hour") * RateTally.HOUR),
                            row.getLong("failed")))
                .list());
  }

  @Override
  public List<Monitor> all(long project) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM monitor WHERE project = ? ORDER BY name, environment", project)
                .map((row, _) -> monitor(row))
                .list());
  }

  private static Monitor monitor(ResultSet row) throws SQLException {
    long took = row.getLong("took");
    Duration lasted = row.wasNull() ? null : Duration.ofMillis(took);
    return new Monitor(
        new CheckIn(
            row.getString("name"),
            row.getString("environment"),
            Status.valueOf(row.getString("status")),
            Database.instant(row.getLong("at")),
            lasted),
        row.getLong("ok"),
        row.getLong("failed"));
  }
}

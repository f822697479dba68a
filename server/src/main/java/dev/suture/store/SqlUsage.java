package dev.suture.store;

import dev.suture.ingest.limit.Usage;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What was used of quotas, in SQL: a row for each key, category and hour.
public final class SqlUsage implements Usage {
  private static final long HOUR = 3_600;

  private final Database database;

  public SqlUsage(Database database) {
    this.database = database;
  }

  @Override
  public void add(List<Used> used) {
    database.write(
        handle -> {
          PreparedBatch rows =
              handle.prepareBatch(
                  """
                  INSERT INTO admitted_hour (project, project_key, category, hour, times)
                  VALUES (?, ?, ?, ?, ?)
                  ON CONFLICT (project, project_key, category, hour)
                  DO UPDATE SET times = admitted_hour.times + excluded.times""");
          for (Used one : used) {
            rows.bind(0, one.project())
                .bind(1, one.key())
                .bind(2, one.category())
                .bind(3, one.hour().getEpochSecond() / HOUR)
                .bind(4, one.times())
                .add();
          }
          return rows.execute();
        });
  }

  @Override
  public List<Used> since(Instant from) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT project, project_key, category, hour, times FROM admitted_hour
                    WHERE hour >= ?""",
                    from.getEpochSecond() / HOUR)
                .map(
                    (row, _) ->
                        new Used(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            Instant.ofEpochSecond(row.getLong(4) * HOUR),
                            row.getLong(5)))
                .list());
  }

  @Override
  public void forgetBefore(Instant instant) {
    database.write(
        handle ->
            handle.execute(
                "DELETE FROM admitted_hour WHERE hour < ?", instant.getEpochSecond() / HOUR));
  }
}

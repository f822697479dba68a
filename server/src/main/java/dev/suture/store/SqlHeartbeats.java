package dev.suture.store;

import dev.suture.watch.HeartbeatStore;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Counts of hosts in SQL.
public final class SqlHeartbeats implements HeartbeatStore {
  private final Database database;

  public SqlHeartbeats(Database database) {
    this.database = database;
  }

  @Override
  public void put(List<Slot> slots) {
    if (slots.isEmpty()) {
      return;
    }
    database.write(
        handle -> {
          try (PreparedBatch batch =
              handle.prepareBatch(
                  """
                  INSERT INTO heartbeat (project, environment, at, due, live)
                  VALUES (?, ?, ?, ?, ?)
                  ON CONFLICT (project, environment, at) DO NOTHING\
                  """)) {
            for (Slot slot : slots) {
              batch.add(
                  slot.project(),
                  slot.environment(),
                  Database.micros(slot.at()),
                  slot.due(),
                  slot.live());
            }
            return batch.execute().length;
          }
        });
  }

  @Override
  public List<Slot> slots(long project, String environment, Instant from, Instant to) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT at, due, live FROM heartbeat
                    WHERE project = ? AND environment = ? AND at >= ? AND at < ? ORDER BY at\
                    """,
                    project,
                    environment,
                    Database.micros(from),
                    Database.micros(to))
                .map(
                    (row, _) ->
                        new Slot(
                            project,
                            environment,
                            Database.instant(row.getLong(1)),
                            row.getInt(2),
                            row.getInt(3)))
                .list());
  }

  @Override
  public void expire(Instant before) {
    database.write(
        handle -> handle.execute("DELETE FROM heartbeat WHERE at < ?", Database.micros(before)));
  }
}

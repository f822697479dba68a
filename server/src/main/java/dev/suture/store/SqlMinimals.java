package dev.suture.store;

import dev.suture.json.Json;
import dev.suture.repro.minimal.Minimal;
import dev.suture.repro.minimal.MinimalStore;
import java.util.List;
import java.util.Optional;

/// Searches for the shortest reproductions in SQL: the record as JSON, beside it what is searched
/// by.
public final class SqlMinimals implements MinimalStore {
  private final Database database;

  public SqlMinimals(Database database) {
    this.database = database;
  }

  @Override
  public void put(Minimal minimal) {
    String body = Json.MAPPER.writeValueAsString(minimal);
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO minimal (issue, running, body) VALUES (:issue, :running, :body)
                    ON CONFLICT (issue) DO UPDATE SET running = excluded.running,
                      body = excluded.body\
                    """)
                .bind("issue", minimal.issue())
                .bind("running", minimal.state() == Minimal.State.running)
                .bind("body", body)
                .execute());
  }

  @Override
  public Optional<Minimal> of(String issue) {
    return list("SELECT body FROM minimal WHERE issue = ?", issue).stream().findFirst();
  }

  @Override
  public List<Minimal> running() {
    return list("SELECT body FROM minimal WHERE running = ?", true);
  }

  private List<Minimal> list(String query, Object argument) {
    return database.read(
        handle ->
            handle
                .select(query, argument)
                .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Minimal.class))
                .list());
  }
}

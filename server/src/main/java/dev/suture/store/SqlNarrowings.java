package dev.suture.store;

import dev.suture.diff.Narrowing;
import dev.suture.diff.NarrowingStore;
import dev.suture.json.Json;
import java.util.List;
import java.util.Optional;

/// Searches for smallest diffs in SQL: the record as JSON, beside it what is searched by.
public final class SqlNarrowings implements NarrowingStore {
  private final Database database;

  public SqlNarrowings(Database database) {
    this.database = database;
  }

  @Override
  public void put(Narrowing narrowing) {
    String body = Json.MAPPER.writeValueAsString(narrowing);
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO narrowing (hotfix, running, body) VALUES (:hotfix, :running, :body)
                    ON CONFLICT (hotfix) DO UPDATE SET running = excluded.running,
                      body = excluded.body""")
                .bind("hotfix", narrowing.hotfix())
                .bind("running", narrowing.state() == Narrowing.State.running)
                .bind("body", body)
                .execute());
  }

  @Override
  public Optional<Narrowing> of(String hotfix) {
    return list("SELECT body FROM narrowing WHERE hotfix = ?", hotfix).stream().findFirst();
  }

  @Override
  public List<Narrowing> running() {
    return list("SELECT body FROM narrowing WHERE running = ?", true);
  }

  private List<Narrowing> list(String query, Object argument) {
    return database.read(
        handle ->
            handle
                .select(query, argument)
                .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Narrowing.class))
                .list());
  }
}

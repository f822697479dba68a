package dev.suture.store;

import dev.suture.json.Json;
import dev.suture.line.Exemption;
import dev.suture.line.ExemptionStore;
import java.util.List;

/// Exemptions in SQL.
public final class SqlExemptions implements ExemptionStore {
  private final Database database;

  public SqlExemptions(Database database) {
    this.database = database;
  }

  @Override
  public void put(Exemption exemption) {
    String body = Json.MAPPER.writeValueAsString(exemption);
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO exemption (hotfix, line, body) VALUES (?, ?, ?)
                ON CONFLICT (hotfix, line) DO UPDATE SET body = excluded.body\
                """,
                exemption.hotfix(),
                exemption.line(),
                body));
  }

  @Override
  public boolean remove(String hotfix, String line) {
    return database.write(
        handle ->
            handle.execute("DELETE FROM exemption WHERE hotfix = ? AND line = ?", hotfix, line)
                > 0);
  }

  @Override
  public List<Exemption> of(String hotfix) {
    return database.read(
        handle ->
            handle
                .select("SELECT body FROM exemption WHERE hotfix = ? ORDER BY line", hotfix)
                .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Exemption.class))
                .list());
  }
}

package dev.suture.store;

import dev.suture.json.Json;
import dev.suture.line.Exemption;
import dev.suture.line.ExemptionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Exemptions and reminders in SQL.
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

  @Override
  public Optional<Instant> reminded(String hotfix, String line) {
    return database.read(
        handle ->
            handle
                .select("SELECT at FROM reminder WHERE hotfix = ? AND line = ?", hotfix, line)
                .map((row, _) -> Database.instant(row.getLong(1)))
                .findOne());
  }

  @Override
  public void remind(String hotfix, String line, Instant at) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO reminder (hotfix, line, at) VALUES (?, ?, ?)
                ON CONFLICT (hotfix, line) DO UPDATE SET at = excluded.at\
                """,
                hotfix,
                line,
                Database.micros(at)));
  }
}

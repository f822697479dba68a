package dev.suture.store;

import dev.suture.carry.ForgeSite;
import dev.suture.carry.ForgeStore;
import dev.suture.json.Json;
import java.util.Optional;

/// Forges of projects in SQL.
public final class SqlForges implements ForgeStore {
  private final Database database;

  public SqlForges(Database database) {
    this.database = database;
  }

  @Override
  public void put(String project, ForgeSite site) {
    String body = Json.MAPPER.writeValueAsString(site);
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO forge (project, body) VALUES (?, ?)
                ON CONFLICT (project) DO UPDATE SET body = excluded.body\
                """,
                project,
                body));
  }

  @Override
  public Optional<ForgeSite> of(String project) {
    return database.read(
        handle ->
            handle
                .select("SELECT body FROM forge WHERE project = ?", project)
                .map((row, _) -> Json.MAPPER.readValue(row.getString(1), ForgeSite.class))
                .findOne());
  }
}

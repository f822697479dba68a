package dev.suture.store;

import dev.suture.json.Json;
import dev.suture.ship.Ship;
import dev.suture.ship.ShipStore;
import java.util.List;
import java.util.Optional;

/// Ships in SQL: the record as JSON, beside it what is searched by.
public final class SqlShips implements ShipStore {
  private final Database database;

  public SqlShips(Database database) {
    this.database = database;
  }

  @Override
  public void put(Ship ship) {
    String body = Json.MAPPER.writeValueAsString(ship);
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO ship (hotfix, project, in_flight, body)
                    VALUES (:hotfix, :project, :flight, :body)
                    ON CONFLICT (hotfix) DO UPDATE SET project = excluded.project,
                      in_flight = excluded.in_flight, body = excluded.body""")
                .bind("hotfix", ship.hotfix())
                .bind("project", ship.project())
                .bind("flight", ship.progress().state().isInFlight())
                .bind("body", body)
                .execute());
  }

  @Override
  public Optional<Ship> of(String hotfix) {
    return list("SELECT body FROM ship WHERE hotfix = ?", hotfix).stream().findFirst();
  }

  @Override
  public List<Ship> all(String project) {
    return list("SELECT body FROM ship WHERE project = ?", project);
  }

  @Override
  public List<Ship> inFlight() {
    return list("SELECT body FROM ship WHERE in_flight = ?", true);
  }

  private List<Ship> list(String query, Object argument) {
    return database.read(
        handle ->
            handle
                .select(query, argument)
                .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Ship.class))
                .list());
  }
}

package dev.suture.store;

import dev.suture.carry.Carry;
import dev.suture.carry.CarryStore;
import dev.suture.carry.Resolutions;
import dev.suture.json.Json;
import java.util.List;
import java.util.Optional;

/// Carries in SQL as JSON, beside what they are searched by; and what was resolved before.
public final class SqlCarries implements CarryStore, Resolutions {
  private final Database database;

  public SqlCarries(Database database) {
    this.database = database;
  }

  @Override
  public void put(Carry carry) {
    String body = Json.MAPPER.writeValueAsString(carry);
    boolean open = carry.goesOn() || carry.state() == Carry.State.conflicted;
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO carry (hotfix, line, project, open, body)
                    VALUES (:hotfix, :line, :project, :open, :body)
                    ON CONFLICT (hotfix, line) DO UPDATE SET project = excluded.project,
                      open = excluded.open, body = excluded.body\
                    """)
                .bind("hotfix", carry.hotfix())
                .bind("line", carry.line())
                .bind("project", carry.project())
                .bind("open", open)
                .bind("body", body)
                .execute());
  }

  @Override
  public Optional<Carry> find(String hotfix, String line) {
    return list("SELECT body FROM carry WHERE hotfix = ? AND line = ?", hotfix, line).stream()
        .findFirst();
  }

  @Override
  public List<Carry> of(String hotfix) {
    return list("SELECT body FROM carry WHERE hotfix = ? ORDER BY line", hotfix);
  }

  @Override
  public List<Carry> ofProject(String project) {
    return list("SELECT body FROM carry WHERE project = ? ORDER BY hotfix, line", project);
  }

  @Override
  public List<Carry> open() {
    return list("SELECT body FROM carry WHERE open = ?", true);
  }

  private List<Carry> list(String query, Object... arguments) {
    return database.read(
        handle ->
            handle
                .select(query, arguments)
                .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Carry.class))
                .list());
  }

  @Override
  public Optional<String> find(Resolutions.Place place) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT resolved FROM resolution WHERE project = ? AND conflict = ?",
                    place.project(),
                    place.key())
                .map((row, _) -> row.getString(1))
                .findOne());
  }

  @Override
  public void keep(Resolutions.Place place, String text) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO resolution (project, conflict, resolved) VALUES (?, ?, ?)
                ON CONFLICT (project, conflict) DO UPDATE SET resolved = excluded.resolved\
                """,
                place.project(),
                place.key(),
                text));
  }
}

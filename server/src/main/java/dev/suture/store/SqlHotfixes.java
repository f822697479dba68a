package dev.suture.store;

import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.HotfixStore;
import dev.suture.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Hotfixes in SQL: the record as JSON, beside it what is searched by.
public final class SqlHotfixes implements HotfixStore {
  private final Database database;

  public SqlHotfixes(Database database) {
    this.database = database;
  }

  @Override
  public void put(Hotfix hotfix) {
    String body = Json.MAPPER.writeValueAsString(hotfix);
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO hotfix (id, issue, project, flagged, started, body)
                    VALUES (:id, :issue, :project, :flagged, :started, :body)
                    ON CONFLICT (id) DO UPDATE SET issue = excluded.issue,
                      project = excluded.project, flagged = excluded.flagged,
                      started = excluded.started, body = excluded.body\
                    """)
                .bind("id", hotfix.id())
                .bind("issue", Objects.requireNonNullElse(hotfix.issue(), ""))
                .bind("project", hotfix.project())
                .bind("flagged", hotfix.flagged())
                .bind("started", Database.micros(hotfix.started()))
                .bind("body", body)
                .execute());
  }

  @Override
  public Optional<Hotfix> find(String id) {
    return database.read(
        handle ->
            handle
                .select("SELECT body FROM hotfix WHERE id = ?", id)
                .map((row, _) -> hotfix(row.getString(1)))
                .findOne());
  }

  @Override
  public List<Hotfix> ofIssue(String issue) {
    return database.read(
        handle ->
            handle
                .select("SELECT body FROM hotfix WHERE issue = ? ORDER BY started DESC", issue)
                .map((row, _) -> hotfix(row.getString(1)))
                .list());
  }

  @Override
  public Map<String, List<Hotfix>> ofIssues(Collection<String> issues) {
    if (issues.isEmpty()) {
      return Map.of();
    }
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT body FROM hotfix WHERE issue IN (<issues>) ORDER BY started DESC")
                .bindList("issues", List.copyOf(issues))
                .map((row, _) -> hotfix(row.getString(1)))
                .collect(Collectors.groupingBy(Hotfix::issue)));
  }

  @Override
  public List<Hotfix> all() {
    return database.read(
        handle ->
            handle
                .select("SELECT body FROM hotfix ORDER BY started DESC")
                .map((row, _) -> hotfix(row.getString(1)))
                .list());
  }

  private static Hotfix hotfix(String body) {
    return Json.MAPPER.readValue(body, Hotfix.class);
  }
}

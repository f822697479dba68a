package dev.suture.store;

import dev.suture.issue.TriageRules;
import dev.suture.issue.TriageStore;
import dev.suture.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// How projects want their issues handled, in SQL.
public final class SqlTriage implements TriageStore {
  private final Database database;

  public SqlTriage(Database database) {
    this.database = database;
  }

  @Override
  public TriageRules of(String project) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT rules FROM triage
                    WHERE project = (SELECT id FROM project WHERE slug = ?)""",
                    project)
                .map((row, _) -> rules(row.getString(1)))
                .findOne()
                .orElse(TriageRules.USUAL));
  }

  @Override
  public void put(String project, TriageRules rules) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO triage (project, rules)
                    SELECT id, :rules FROM project WHERE slug = :project
                    ON CONFLICT (project) DO UPDATE SET rules = excluded.rules""")
                .bind("project", project)
                .bind("rules", Json.MAPPER.writeValueAsString(rules))
                .execute());
  }

  @Override
  public Map<String, TriageRules> all() {
    return database.read(
        handle -> {
          Map<String, TriageRules> all = new LinkedHashMap<>();
          handle
              .createQuery(
                  """
                  SELECT project.slug, rules FROM triage
                  JOIN project ON project.id = triage.project ORDER BY project.slug""")
              .map((row, _) -> all.put(row.getString(1), rules(row.getString(2))))
              .list();
          return all;
        });
  }

  private static TriageRules rules(String text) {
    return Json.MAPPER.readValue(text, TriageRules.class);
  }
}

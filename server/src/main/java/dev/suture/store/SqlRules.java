package dev.suture.store;

import dev.suture.issue.rules.RuleStore;
import dev.suture.issue.rules.Rules;
import dev.suture.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Rules of grouping in SQL: a row for each version, the newest of each project read and in memory.
public final class SqlRules implements RuleStore {
  private static final String SELECT = "SELECT version, at, person, body FROM grouping_rules ";

  private final Database database;
  private final InstantSource clock;
  private final Map<Long, Held> held = new ConcurrentHashMap<>();

  private record Held(Version version, Rules rules) {}

  private static final Held NOTHING = new Held(Version.FIRST, Rules.NONE);

  public SqlRules(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT version, at, person, body, project FROM grouping_rules AS newest
                    WHERE version = (SELECT max(version) FROM grouping_rules
                                     WHERE project = newest.project)""")
                .map((row, _) -> held.put(row.getLong(5), held(version(row))))
                .list());
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getLong(1),
        Database.instant(row.getLong(2)),
        row.getString(3),
        Json.MAPPER.readValue(row.getString(4), Rules.Text.class));
  }

  private static Held held(Version version) {
    return new Held(version, Rules.read(version.text(), new ArrayList<>()));
  }

  @Override
  public Rules of(long project) {
    return held.getOrDefault(project, NOTHING).rules();
  }

  @Override
  public Version current(long project) {
    return held.getOrDefault(project, NOTHING).version();
  }

  @Override
  public List<Version> history(long project, int limit) {
    return database.read(
        handle ->
            handle
                .select(SELECT + "WHERE project = ? ORDER BY version DESC LIMIT ?", project, limit)
                .map((row, _) -> version(row))
                .list());
  }

  @Override
  public synchronized Version change(long project, long expected, Rules.Text text, String who) {
    if (current(project).version() != expected) {
      throw new Overtaken();
    }
    Version next = new Version(expected + 1, clock.instant(), who, text);
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO grouping_rules (project, version, body, at, person)
                VALUES (?, ?, ?, ?, ?)""",
                project,
                next.version(),
                Json.MAPPER.writeValueAsString(text),
                Database.micros(next.at()),
                who));
    held.put(project, held(next));
    return next;
  }
}

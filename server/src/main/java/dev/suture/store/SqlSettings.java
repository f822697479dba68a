package dev.suture.store;

import dev.suture.json.Json;
import dev.suture.project.Settings;
import dev.suture.project.SettingsStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/// Settings in SQL: a row for each version, the newest of each project in memory.
public final class SqlSettings implements SettingsStore {
  private final Database database;
  private final InstantSource clock;
  private final Map<Long, Held> held = new ConcurrentHashMap<>();

  private final Map<Long, byte[]> salts = new ConcurrentHashMap<>();

  private record Held(long version, Settings settings) {}

  public SqlSettings(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT project, version, body FROM project_settings AS newest
                    WHERE version = (SELECT max(version) FROM project_settings
                                     WHERE project = newest.project)""")
                .map(
                    (row, _) ->
                        held.put(
                            row.getLong(1), new Held(row.getLong(2), settings(row.getString(3)))))
                .list());
  }

  private static Settings settings(String body) {
    return Json.MAPPER.readValue(body, Settings.class);
  }

  @Override
  public Settings of(long project) {
    Held now = held.get(project);
    return now == null ? Settings.DEFAULT : now.settings();
  }

  @Override
  public byte[] salt(long project) {
    return salts.computeIfAbsent(
        project,
        id ->
            database.read(
                handle ->
                    handle
                        .select("SELECT salt FROM project WHERE id = ?", id)
                        .mapTo(byte[].class)
                        .findOne()
                        .orElse(new byte[] {0})));
  }

  @Override
  public long version(long project) {
    Held now = held.get(project);
    return now == null ? 0 : now.version();
  }

  @Override
  public synchronized long change(long project, long expected, Settings settings, String who) {
    Settings before = of(project);
    if (version(project) != expected) {
      throw new Overtaken();
    }
    long version = expected + 1;
    String sections = String.join(",", sections(before, settings));
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO project_settings (project, version, at, who, sections, body)
                VALUES (?, ?, ?, ?, ?, ?)""",
                project,
                version,
                Database.micros(clock.instant()),
                who,
                sections,
                Json.MAPPER.writeValueAsString(settings)));
    held.put(project, new Held(version, settings));
    return version;
  }

  private static List<String> sections(Settings before, Settings after) {
    List<String> changed = new ArrayList<>();
    if (!before.platform().equals(after.platform())) {
      changed.add("platform");
    }
    if (!before.filters().equals(after.filters())) {
      changed.add("filters");
    }
    if (!before.scrubbing().equals(after.scrubbing())) {
      changed.add("scrubbing");
    }
    if (!before.limits().equals(after.limits())) {
      changed.add("limits");
    }
    return changed;
  }

  @Override
  public List<Change> history(long project, int limit) {
    return database.read(handle -> history(handle, project, limit));
  }

  private static List<Change> history(Handle handle, long project, int limit) {
    return handle
        .select(
            """
            SELECT version, at, who, sections FROM project_settings
            WHERE project = ? ORDER BY version DESC LIMIT ?""",
            project,
            limit)
        .map(
            (row, _) ->
                new Change(
                    row.getLong(1),
                    Database.instant(row.getLong(2)),
                    row.getString(3),
                    row.getString(4).isEmpty() ? List.of() : List.of(row.getString(4).split(","))))
        .list();
  }

  @Override
  public synchronized void forget(long project) {
    held.remove(project);
  }
}

package dev.suture.store;

import dev.suture.json.Json;
import dev.suture.project.Limit;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.project.ProjectKey;
import dev.suture.project.ProjectStore;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Projects and their keys in SQL.
public final class SqlProjects implements ProjectStore {
  private static final String SELECT =
      "SELECT id, slug, name, repository, production, develop FROM project ";
  private static final String KEYS =
      "SELECT value, project, label, enabled, created, limits FROM project_key ";
  private static final int KEYS_KEPT = 10_000;

  private final Database database;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, ProjectKey> known = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();

  public SqlProjects(Database database) {
    this.database = database;
  }

  @Override
  public Project create(String slug, String name, @Nullable String repository, Lines lines) {
    Project unnumbered = new Project(0, slug, name, repository, lines);
    return database.write(handle -> insert(handle, unnumbered));
  }

  private Project insert(Handle handle, Project project) {
    String slug = project.slug();
    boolean taken =
        handle
            .select("SELECT id FROM project WHERE slug = ?", slug)
            .mapTo(Long.class)
            .findOne()
            .isPresent();
    if (taken) {
      throw new IllegalStateException(
          "there is a project " + slug + " already: choose another slug");
    }
    long id =
        handle
            .createQuery(
                """
                INSERT INTO project (slug, name, repository, production, develop, salt)
                VALUES (:slug, :name, :repository, :production, :develop, :salt) RETURNING id""")
            .bind("slug", slug)
            .bind("name", project.name())
            .bind("repository", project.repository())
            .bind("production", project.lines().production())
            .bind("develop", project.lines().develop())
            .bind("salt", randomBytes())
            .mapTo(Long.class)
            .one();
    handle.execute(
        "INSERT INTO project_key (value, project) VALUES (?, ?)",
        HexFormat.of().formatHex(randomBytes()),
        id);
    return new Project(id, slug, project.name(), project.repository(), project.lines());
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public void update(Project project) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE project SET name = :name, repository = :repository,
                      production = :production, develop = :develop
                    WHERE id = :id""")
                .bind("name", project.name())
                .bind("repository", project.repository())
                .bind("production", project.lines().production())
                .bind("develop", project.lines().develop())
                .bind("id", project.id())
                .execute());
  }

  @Override
  public List<Project> all() {
    return database.read(
        handle -> handle.select(SELECT + "ORDER BY id").map((row, _) -> project(row)).list());
  }

  @Override
  public Optional<Project> byId(long id) {
    return database.read(
        handle ->
            handle.select(SELECT + "WHERE id = ?", id).map((row, _) -> project(row)).findOne());
  }

  @Override
  public Optional<Project> bySlug(String slug) {
    return database.read(
        handle ->
            handle.select(SELECT + "WHERE slug = ?", slug).map((row, _) -> project(row)).findOne());
  }

  @Override
  public List<ProjectKey> keys(long project) {
    return database.read(
        handle ->
            handle
                .select(KEYS + "WHERE project = ? ORDER BY created, value", project)
                .map((row, _) -> key(row))
                .list());
  }

  @Override
  public Optional<ProjectKey> key(String value) {
    ProjectKey hit = known.get(value);
    if (hit != null) {
      return Optional.of(hit);
    }
    int before = changes.get();
    Optional<ProjectKey> found =
        database.read(
            handle ->
                handle.select(KEYS + "WHERE value = ?", value).map((row, _) -> key(row)).findOne());
    if (known.size() < KEYS_KEPT) {
      found.ifPresent(key -> known.put(value, key));
    }
    if (changes.get() != before) {
      known.remove(value);
    }
    return found;
  }

  @Override
  public ProjectKey createKey(long project, String label, List<Limit> limits, Instant at) {
    ProjectKey key =
        new ProjectKey(
            HexFormat.of().formatHex(randomBytes()),
            project,
            label,
            true,
            at.truncatedTo(ChronoUnit.MICROS),
            limits);
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO project_key (value, project, label, enabled, created, limits)
                VALUES (?, ?, ?, ?, ?, ?)""",
                key.value(),
                key.project(),
                key.label(),
                key.enabled(),
                Database.micros(key.created()),
                Json.MAPPER.writeValueAsString(key.limits())));
    return key;
  }

  @Override
  public void changeKey(ProjectKey changed) {
    database.write(
        handle ->
            handle.execute(
                """
                UPDATE project_key SET label = ?, enabled = ?, limits = ?
                WHERE value = ? AND project = ?""",
                changed.label(),
                changed.enabled(),
                Json.MAPPER.writeValueAsString(changed.limits()),
                changed.value(),
                changed.project()));
    forget();
  }

  @Override
  public void deleteKey(ProjectKey key) {
    database.write(
        handle ->
            handle.execute(
                "DELETE FROM project_key WHERE value = ? AND project = ?",
                key.value(),
                key.project()));
    forget();
  }

  @Override
  public void delete(long project) {
    database.write(handle -> ProjectRemoval.remove(handle, project));
    forget();
  }

  /// Keys are few and changed rarely: the next look-ups read them again.
  private void forget() {
    changes.incrementAndGet();
    known.clear();
  }

  private static ProjectKey key(ResultSet row) throws SQLException {
    return new ProjectKey(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        row.getBoolean(4),
        Database.instant(row.getLong(5)),
        List.of(Json.MAPPER.readValue(row.getString(6), Limit[].class)));
  }

  private static Project project(ResultSet row) throws SQLException {
    return new Project(
        row.getLong("id"),
        row.getString("slug"),
        row.getString("name"),
        row.getString("repository"),
        new Lines(row.getString("production"), row.getString("develop")));
  }
}

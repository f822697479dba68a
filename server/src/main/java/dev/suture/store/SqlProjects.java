package dev.suture.store;

import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.project.ProjectKey;
import dev.suture.project.ProjectStore;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Projects and their keys in SQL.
public final class SqlProjects implements ProjectStore {
  private static final String SELECT =
      "SELECT id, slug, name, repository, production, develop FROM project ";

  private final Database database;
  private final SecureRandom random = new SecureRandom();

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
                .select("SELECT value, project FROM project_key WHERE project = ?", project)
                .map((row, _) -> new ProjectKey(row.getString(1), row.getLong(2)))
                .list());
  }

  @Override
  public Optional<ProjectKey> key(String value) {
    return database.read(
        handle ->
            handle
                .select("SELECT value, project FROM project_key WHERE value = ?", value)
                .map((row, _) -> new ProjectKey(row.getString(1), row.getLong(2)))
                .findOne());
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

package dev.suture.store;

import dev.suture.account.Reach;
import dev.suture.account.Team;
import dev.suture.account.TeamStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/// Teams and the access to projects in SQL.
public final class SqlTeams implements TeamStore {
  private final Database database;

  public SqlTeams(Database database) {
    this.database = database;
  }

  @Override
  public List<Team> all() {
    return database.read(
        handle ->
            handle
                .select("SELECT id, slug, name FROM team ORDER BY name, id")
                .map(row -> team(handle, row))
                .list());
  }

  @Override
  public Optional<Team> byId(long id) {
    return database.read(
        handle ->
            handle
                .select("SELECT id, slug, name FROM team WHERE id = ?", id)
                .map(row -> team(handle, row))
                .findOne());
  }

  private static Team team(Handle handle, RowView row) {
    long id = row.getColumn("id", Long.class);
    return new Team(
        id,
        row.getColumn("slug", String.class),
        row.getColumn("name", String.class),
        handle
            .select("SELECT account FROM team_member WHERE team = ? ORDER BY account", id)
            .mapTo(Long.class)
            .list(),
        handle
            .select(
                "SELECT p.slug FROM project_team t JOIN project p ON p.id = t.project"
                    + " WHERE t.team = ? ORDER BY p.slug",
                id)
            .mapTo(String.class)
            .list());
  }

  @Override
  public Team add(String slug, String name) {
    return database.write(
        handle -> {
          boolean taken =
              handle
                  .select("SELECT id FROM team WHERE slug = ?", slug)
                  .mapTo(Long.class)
                  .findOne()
                  .isPresent();
          if (taken) {
            throw new IllegalStateException("there is a team " + slug + " already");
          }
          long id =
              handle
                  .createQuery("INSERT INTO team (slug, name) VALUES (:slug, :name) RETURNING id")
                  .bind("slug", slug)
                  .bind("name", name)
                  .mapTo(Long.class)
                  .one();
          return new Team(id, slug, name, List.of(), List.of());
        });
  }

  @Override
  public void rename(long id, String name) {
    database.write(handle -> handle.execute("UPDATE team SET name = ? WHERE id = ?", name, id));
  }

  @Override
  public void remove(long id) {
    database.write(
        handle -> {
          handle.execute("DELETE FROM team_member WHERE team = ?", id);
          handle.execute("DELETE FROM project_team WHERE team = ?", id);
          return handle.execute("DELETE FROM team WHERE id = ?", id);
        });
  }

  @Override
  public void setMembers(long id, Collection<Long> accounts) {
    database.write(
        handle -> {
          handle.execute("DELETE FROM team_member WHERE team = ?", id);
          for (long account : accounts) {
            insertMember(handle, id, account);
          }
          return accounts.size();
        });
  }

  @Override
  public void join(long id, long account) {
    database.write(handle -> insertMember(handle, id, account));
  }

  /// Nothing happens where the team or the account is gone by now.
  private static int insertMember(Handle handle, long team, long account) {
    return handle.execute(
        "INSERT INTO team_member (team, account) SELECT t.id, a.id FROM team t, account a"
            + " WHERE t.id = ? AND a.id = ? ON CONFLICT (team, account) DO NOTHING",
        team,
        account);
  }

  @Override
  public Access access(long project) {
    return database.read(
        handle ->
            new Access(
                handle
                    .select("SELECT project FROM project_closed WHERE project = ?", project)
                    .mapTo(Long.class)
                    .findOne()
                    .isEmpty(),
                handle
                    .select(
                        "SELECT team FROM project_team WHERE project = ? ORDER BY team", project)
                    .mapTo(Long.class)
                    .list()));
  }

  @Override
  public void setAccess(long project, Access access) {
    database.write(
        handle -> {
          handle.execute("DELETE FROM project_closed WHERE project = ?", project);
          handle.execute("DELETE FROM project_team WHERE project = ?", project);
          if (!access.open()) {
            handle.execute("INSERT INTO project_closed (project) VALUES (?)", project);
          }
          for (long team : access.teams()) {
            handle.execute(
                "INSERT INTO project_team (project, team) SELECT ?, id FROM team WHERE id = ?",
                project,
                team);
          }
          return true;
        });
  }

  @Override
  public Reach reach(long account) {
    return database.read(
        handle ->
            some(
                handle
                    .select(
                        """
                        SELECT p.id, p.slug FROM project p
                        WHERE p.id NOT IN (SELECT project FROM project_closed)
                          OR p.id IN (
                            SELECT t.project FROM project_team t
                            JOIN team_member m ON m.team = t.team WHERE m.account = ?)""",
                        account)
                    .map((row, _) -> Map.entry(row.getLong("id"), row.getString("slug")))
                    .list()));
  }

  @Override
  public Reach reach(Collection<Long> projects) {
    return database.read(
        handle ->
            some(
                projects.stream()
                    .flatMap(
                        id ->
                            handle
                                .select("SELECT id, slug FROM project WHERE id = ?", id)
                                .map(
                                    (row, _) -> Map.entry(row.getLong("id"), row.getString("slug")))
                                .findOne()
                                .stream())
                    .toList()));
  }

  private static Reach some(List<Map.Entry<Long, String>> projects) {
    Map<Long, String> slugs = new HashMap<>();
    projects.forEach(each -> slugs.put(each.getKey(), each.getValue()));
    return new Reach.Some(slugs);
  }
}

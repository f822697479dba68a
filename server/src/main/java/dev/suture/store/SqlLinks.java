package dev.suture.store;

import dev.suture.account.Link;
import dev.suture.account.LinkStore;
import dev.suture.account.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Links in SQL.
public final class SqlLinks implements LinkStore {
  private static final String SELECT =
      "SELECT id, kind, email, role, team, account, maker, created, expires FROM account_link ";

  private final Database database;

  public SqlLinks(Database database) {
    this.database = database;
  }

  @Override
  public Link add(Link link, String hash) {
    return database.write(
        handle -> {
          Role role = link.role();
          handle
              .createUpdate(
                  """
                  INSERT INTO account_link
                    (hash, kind, email, role, team, account, maker, created, expires)
                  VALUES
                    (:hash, :kind, :email, :role, :team, :account, :maker, :created, :expires)""")
              .bind("hash", hash)
              .bind("kind", link.kind().name())
              .bind("email", link.email())
              .bind("role", role == null ? null : role.name())
              .bind("team", link.team())
              .bind("account", link.account())
              .bind("maker", link.maker())
              .bind("created", Database.micros(link.created()))
              .bind("expires", Database.micros(link.expires()))
              .execute();
          return byHash(hash).orElseThrow();
        });
  }

  @Override
  public Optional<Link> byHash(String hash) {
    return database.read(
        handle ->
            handle.select(SELECT + "WHERE hash = ?", hash).map((row, _) -> link(row)).findOne());
  }

  @Override
  public List<Link> all(Link.Kind kind) {
    return database.read(
        handle ->
            handle
                .select(SELECT + "WHERE kind = ? ORDER BY id DESC", kind.name())
                .map((row, _) -> link(row))
                .list());
  }

  @Override
  public <T> Optional<T> use(String hash, Function<Link, T> work) {
    return database.write(
        handle -> {
          Optional<Link> link = byHash(hash);
          handle.execute("DELETE FROM account_link WHERE hash = ?", hash);
          return link.map(work);
        });
  }

  @Override
  public boolean remove(long id) {
    return database.write(handle -> handle.execute("DELETE FROM account_link WHERE id = ?", id))
        > 0;
  }

  @Override
  public void removeAll(Link.Kind kind) {
    database.write(
        handle -> handle.execute("DELETE FROM account_link WHERE kind = ?", kind.name()));
  }

  private static Link link(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return new Link(
        row.getLong("id"),
        Link.Kind.valueOf(row.getString("kind")),
        row.getString("email"),
        role == null ? null : Role.of(role).orElseThrow(),
        number(row, "team"),
        number(row, "account"),
        row.getString("maker"),
        Database.instant(row.getLong("created")),
        Database.instant(row.getLong("expires")));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}

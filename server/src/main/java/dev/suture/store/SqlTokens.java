package dev.suture.store;

import dev.suture.account.Scope;
import dev.suture.account.Token;
import dev.suture.account.TokenStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tokens in SQL.
public final class SqlTokens implements TokenStore {
  private static final String SELECT =
      "SELECT id, hint, name, account, scopes, maker, created, expires, seen FROM access_token ";

  private final Database database;

  public SqlTokens(Database database) {
    this.database = database;
  }

  @Override
  public Token add(Token token, String hash) {
    return database.write(
        handle -> {
          Instant expires = token.expires();
          long id =
              handle
                  .createQuery(
                      """
                      INSERT INTO access_token
                        (hash, hint, name, account, scopes, maker, created, expires)
                      VALUES (:hash, :hint, :name, :account, :scopes, :maker, :created, :expires)
                      RETURNING id""")
                  .bind("hash", hash)
                  .bind("hint", token.hint())
                  .bind("name", token.name())
                  .bind("account", token.account())
                  .bind("scopes", words(token.scopes()))
                  .bind("maker", token.maker())
                  .bind("created", Database.micros(token.created()))
                  .bind("expires", expires == null ? null : Database.micros(expires))
                  .mapTo(Long.class)
                  .one();
          for (long project : token.projects()) {
            handle.execute("INSERT INTO token_project (token, project) VALUES (?, ?)", id, project);
          }
          return find(handle, "WHERE id = ?", id).getFirst();
        });
  }

  @Override
  public Optional<Token> byHash(String hash) {
    return database.read(handle -> find(handle, "WHERE hash = ?", hash).stream().findFirst());
  }

  @Override
  public List<Token> ofAccount(long account) {
    return database.read(handle -> find(handle, "WHERE account = ? ORDER BY id", account));
  }

  @Override
  public List<Token> ofProject(long project) {
    return database.read(
        handle ->
            find(
                handle,
                "WHERE id IN (SELECT token FROM token_project WHERE project = ?) ORDER BY id",
                project));
  }

  @Override
  public void seen(long id, Instant at) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE access_token SET seen = ? WHERE id = ?", Database.micros(at), id));
  }

  @Override
  public void remove(long id) {
    database.write(
        handle -> {
          handle.execute("DELETE FROM token_project WHERE token = ?", id);
          return handle.execute("DELETE FROM access_token WHERE id = ?", id);
        });
  }

  private static List<Token> find(Handle handle, String where, Object value) {
    return handle.select(SELECT + where, value).map((row, _) -> token(row)).list().stream()
        .map(token -> withProjects(handle, token))
        .toList();
  }

  private static Token withProjects(Handle handle, Token token) {
    List<Long> projects =
        handle
            .select("SELECT project FROM token_project WHERE token = ? ORDER BY 1", token.id())
            .mapTo(Long.class)
            .list();
    return new Token(
        token.id(),
        token.hint(),
        token.name(),
        token.account(),
        projects,
        token.scopes(),
        token.maker(),
        token.created(),
        token.expires(),
        token.seen());
  }

  private static Token token(ResultSet row) throws SQLException {
    long account = row.getLong("account");
    boolean ofProjects = row.wasNull();
    return new Token(
        row.getLong("id"),
        row.getString("hint"),
        row.getString("name"),
        ofProjects ? null : account,
        List.of(),
        scopes(row.getString("scopes")),
        row.getString("maker"),
        Database.instant(row.getLong("created")),
        instant(row, "expires"),
        instant(row, "seen"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Database.instant(micros);
  }

  private static String words(Set<Scope> scopes) {
    return scopes.stream().map(Scope::word).collect(Collectors.joining(" "));
  }

  private static Set<Scope> scopes(String words) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream(words.split(" ")).flatMap(word -> Scope.of(word).stream()).forEach(scopes::add);
    return scopes;
  }
}

package dev.suture.store;

import dev.suture.account.Session;
import dev.suture.account.SessionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sessions in SQL.
public final class SqlSessions implements SessionStore {
  private static final String SELECT =
      "SELECT id, account, created, seen, address, agent FROM account_session ";

  private final Database database;

  public SqlSessions(Database database) {
    this.database = database;
  }

  @Override
  public void add(Session session, String hash) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO account_session (hash, account, created, seen, address, agent)
                VALUES (?, ?, ?, ?, ?, ?)""",
                hash,
                session.account(),
                Database.micros(session.created()),
                Database.micros(session.seen()),
                session.address(),
                session.agent()));
  }

  @Override
  public Optional<Session> byHash(String hash) {
    return database.read(
        handle ->
            handle.select(SELECT + "WHERE hash = ?", hash).map((row, _) -> session(row)).findOne());
  }

  @Override
  public List<Session> of(long account) {
    return database.read(
        handle ->
            handle
                .select(SELECT + "WHERE account = ? ORDER BY seen DESC, id DESC", account)
                .map((row, _) -> session(row))
                .list());
  }

  @Override
  public void seen(long id, Instant at) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE account_session SET seen = ? WHERE id = ?", Database.micros(at), id));
  }

  @Override
  public boolean end(long account, long id) {
    return database.write(
            handle ->
                handle.execute(
                    "DELETE FROM account_session WHERE account = ? AND id = ?", account, id))
        > 0;
  }

  @Override
  public void endOthers(long account, long kept) {
    database.write(
        handle ->
            handle.execute(
                "DELETE FROM account_session WHERE account = ? AND id <> ?", account, kept));
  }

  @Override
  public void expire(Instant before) {
    database.write(
        handle ->
            handle.execute("DELETE FROM account_session WHERE seen < ?", Database.micros(before)));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getLong("id"),
        row.getLong("account"),
        Database.instant(row.getLong("created")),
        Database.instant(row.getLong("seen")),
        row.getString("address"),
        row.getString("agent"));
  }
}

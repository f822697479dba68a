package dev.suture.store;

import dev.suture.account.Account;
import dev.suture.account.AccountStore;
import dev.suture.account.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Accounts in SQL.
public final class SqlAccounts implements AccountStore {
  private static final String SELECT =
      "SELECT id, email, name, role, active, password IS NOT NULL AS local, created FROM account ";

  private final Database database;

  public SqlAccounts(Database database) {
    this.database = database;
  }

  @Override
  public boolean isEmpty() {
    return database.read(
        handle ->
            handle.select("SELECT id FROM account LIMIT 1").mapTo(Long.class).findOne().isEmpty());
  }

  @Override
  public List<Account> all() {
    return database.read(
        handle -> handle.select(SELECT + "ORDER BY name, id").map((row, _) -> account(row)).list());
  }

  @Override
  public Optional<Account> byId(long id) {
    return database.read(
        handle ->
            handle.select(SELECT + "WHERE id = ?", id).map((row, _) -> account(row)).findOne());
  }

  @Override
  public Optional<Account> byEmail(String email) {
    return database.read(
        handle ->
            handle
                .select(SELECT + "WHERE email = ?", email)
                .map((row, _) -> account(row))
                .findOne());
  }

  @Override
  public Optional<Account> byIdentity(Identity identity) {
    return database.read(
        handle ->
            handle
                .select(
                    SELECT + "WHERE issuer = ? AND subject = ?",
                    identity.issuer(),
                    identity.subject())
                .map((row, _) -> account(row))
                .findOne());
  }

  @Override
  public Optional<String> password(long id) {
    return database.read(
        handle ->
            handle
                .select("SELECT password FROM account WHERE id = ? AND password IS NOT NULL", id)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public Account add(New account) {
    return database.write(
        handle -> {
          if (byEmail(account.email()).isPresent()) {
            throw new Taken();
          }
          Identity identity = account.identity();
          long id =
              handle
                  .createQuery(
                      """
                      INSERT INTO account
                        (email, name, role, active, password, issuer, subject, created)
                      VALUES
                        (:email, :name, :role, :active, :password, :issuer, :subject, :created)
                      RETURNING id""")
                  .bind("email", account.email())
                  .bind("name", account.name())
                  .bind("role", account.role().name())
                  .bind("active", true)
                  .bind("password", account.password())
                  .bind("issuer", identity == null ? null : identity.issuer())
                  .bind("subject", identity == null ? null : identity.subject())
                  .bind("created", Database.micros(account.at()))
                  .mapTo(Long.class)
                  .one();
          return byId(id).orElseThrow();
        });
  }

  @Override
  public void change(Account account) {
    database.write(
        handle -> {
          handle.execute(
              "UPDATE account SET name = ?, role = ?, active = ? WHERE id = ?",
              account.name(),
              account.role().name(),
              account.active(),
              account.id());
          if (!account.active()) {
            handle.execute("DELETE FROM account_session WHERE account = ?", account.id());
          }
          return keepAnOwner(handle);
        });
  }

  @Override
  public void setPassword(long id, String hash) {
    database.write(
        handle -> handle.execute("UPDATE account SET password = ? WHERE id = ?", hash, id));
  }

  @Override
  public void setIdentity(long id, Identity identity) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE account SET issuer = ?, subject = ? WHERE id = ?",
                identity.issuer(),
                identity.subject(),
                id));
  }

  @Override
  public void remove(long id) {
    database.write(
        handle -> {
          handle.execute("DELETE FROM team_member WHERE account = ?", id);
          handle.execute("DELETE FROM account_session WHERE account = ?", id);
          handle.execute(
              "DELETE FROM token_project WHERE token IN"
                  + " (SELECT id FROM access_token WHERE account = ?)",
              id);
          handle.execute("DELETE FROM access_token WHERE account = ?", id);
          handle.execute("DELETE FROM account_link WHERE account = ?", id);
          handle.execute("DELETE FROM account WHERE id = ?", id);
          return keepAnOwner(handle);
        });
  }

  private static boolean keepAnOwner(Handle handle) {
    boolean kept =
        handle
            .select(
                "SELECT id FROM account WHERE role = ? AND active = ? LIMIT 1",
                Role.owner.name(),
                true)
            .mapTo(Long.class)
            .findOne()
            .isPresent();
    if (!kept) {
      throw new LastOwner();
    }
    return true;
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getString("email"),
        row.getString("name"),
        Role.of(row.getString("role")).orElseThrow(),
        row.getBoolean("active"),
        row.getBoolean("local"),
        Database.instant(row.getLong("created")));
  }
}

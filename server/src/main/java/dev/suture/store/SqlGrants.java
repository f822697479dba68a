package dev.suture.store;

import dev.suture.account.Scope;
import dev.suture.account.grant.Client;
import dev.suture.account.grant.Consent;
import dev.suture.account.grant.Grant;
import dev.suture.account.grant.GrantStore;
import dev.suture.json.Json;
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

/// Grants in SQL. A code and a refresh token are used up in the transaction that asks for them, on
/// the one thread that writes, so that of two who use one at once one is the second.
public final class SqlGrants implements GrantStore {
  private static final int MOST_UNUSED = 1_000;
  private static final String SELECT =
      """
      SELECT account_grant.id, account, client, client_name, scopes, resource, created, seen
      FROM account_grant \
      """;

  private final Database database;

  public SqlGrants(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Client> client(String id) {
    return database.read(
        handle ->
            handle
                .select("SELECT id, name, redirects FROM grant_client WHERE id = ?", id)
                .map(
                    (row, _) ->
                        new Client(
                            row.getString(1),
                            row.getString(2),
                            List.of(Json.MAPPER.readValue(row.getString(3), String[].class)),
                            false))
                .findOne());
  }

  @Override
  public boolean add(Client client, Instant at) {
    return database.write(
        handle -> {
          int unused =
              handle
                  .createQuery(
                      """
                      SELECT count(*) FROM grant_client
                      WHERE id NOT IN (SELECT client FROM account_grant)\
                      """)
                  .mapTo(Integer.class)
                  .one();
          return unused < MOST_UNUSED
              && handle.execute(
                      "INSERT INTO grant_client (id, name, redirects, created) VALUES (?, ?, ?, ?)",
                      client.id(),
                      client.name(),
                      Json.MAPPER.writeValueAsString(client.redirects()),
                      Database.micros(at))
                  > 0;
        });
  }

  @Override
  public void addCode(String hash, long account, Consent consent, Instant expires) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO grant_code (hash, account, body, expires, used)
                VALUES (?, ?, ?, ?, ?)\
                """,
                hash,
                account,
                Json.MAPPER.writeValueAsString(consent),
                Database.micros(expires),
                false));
  }

  @Override
  public Optional<Code> useCode(String hash, Instant at) {
    return database.write(
        handle -> {
          int fresh =
              handle.execute(
                  "UPDATE grant_code SET used = ? WHERE hash = ? AND used = ? AND expires > ?",
                  true,
                  hash,
                  false,
                  Database.micros(at));
          if (fresh == 0) {
            handle.execute(
                """
                DELETE FROM account_grant
                WHERE id IN (SELECT made FROM grant_code WHERE hash = ? AND used = ?)\
                """,
                hash,
                true);
            return Optional.empty();
          }
          return handle
              .select("SELECT account, body FROM grant_code WHERE hash = ?", hash)
              .map(
                  (row, _) ->
                      new Code(
                          row.getLong(1), Json.MAPPER.readValue(row.getString(2), Consent.class)))
              .findOne();
        });
  }

  @Override
  public Grant begin(String code, Code used, Tokens tokens, Instant at) {
    Consent consent = used.consent();
    return database.write(
        handle -> {
          long id =
              handle
                  .createQuery(
                      """
                      INSERT INTO account_grant
                        (account, client, client_name, scopes, resource, created, seen)
                      VALUES (:account, :client, :name, :scopes, :resource, :at, :at)
                      RETURNING id\
                      """)
                  .bind("account", used.account())
                  .bind("client", consent.client())
                  .bind("name", consent.clientName())
                  .bind("scopes", words(consent.scopes()))
                  .bind("resource", consent.resource())
                  .bind("at", Database.micros(at))
                  .mapTo(Long.class)
                  .one();
          handle.execute("UPDATE grant_code SET made = ? WHERE hash = ?", id, code);
          put(handle, id, tokens);
          return find(handle, "WHERE id = ?", id).orElseThrow();
        });
  }

  private static void put(Handle handle, long grant, Tokens tokens) {
    String insert =
        "INSERT INTO grant_token (hash, made, refresh, expires, used) VALUES (?, ?, ?, ?, ?)";
    handle.execute(
        insert, tokens.access(), grant, false, Database.micros(tokens.accessUntil()), false);
    handle.execute(
        insert, tokens.refresh(), grant, true, Database.micros(tokens.refreshUntil()), false);
  }

  @Override
  public Optional<Grant> byAccess(String hash, Instant at) {
    return database.read(
        handle ->
            handle
                .select(
                    SELECT
                        + """
                        JOIN grant_token ON grant_token.made = account_grant.id
                        WHERE hash = ? AND refresh = ? AND expires > ?\
                        """,
                    hash,
                    false,
                    Database.micros(at))
                .map((row, _) -> grant(row))
                .findOne());
  }

  private record Refresh(long grant, boolean used, boolean over) {}

  @Override
  public Renewal renew(String hash, String client, Set<Scope> narrower, Tokens next, Instant at) {
    return database.write(
        handle -> {
          Optional<Refresh> found =
              handle
                  .select(
                      """
                      SELECT made, used, expires FROM grant_token
                        JOIN account_grant ON account_grant.id = made
                      WHERE hash = ? AND refresh = ? AND client = ?\
                      """,
                      hash,
                      true,
                      client)
                  .map(
                      (row, _) ->
                          new Refresh(
                              row.getLong(1),
                              row.getBoolean(2),
                              row.getLong(3) <= Database.micros(at)))
                  .findOne();
          if (found.isEmpty()) {
            return new Renewal.Unknown();
          }
          Grant grant = find(handle, "WHERE id = ?", found.get().grant()).orElseThrow();
          if (found.get().used()) {
            handle.execute("DELETE FROM account_grant WHERE id = ?", grant.id());
            return new Renewal.Reused(grant);
          }
          if (found.get().over()) {
            return new Renewal.Unknown();
          }
          Set<Scope> scopes = narrowed(grant.scopes(), narrower);
          handle.execute("UPDATE grant_token SET used = ? WHERE hash = ?", true, hash);
          handle.execute(
              "DELETE FROM grant_token WHERE made = ? AND refresh = ?", grant.id(), false);
          put(handle, grant.id(), next);
          handle.execute(
              "UPDATE account_grant SET seen = ?, scopes = ? WHERE id = ?",
              Database.micros(at),
              words(scopes),
              grant.id());
          return new Renewal.Done(find(handle, "WHERE id = ?", grant.id()).orElseThrow());
        });
  }

  private static Set<Scope> narrowed(Set<Scope> all, Set<Scope> narrower) {
    Set<Scope> scopes = EnumSet.copyOf(all);
    if (!narrower.isEmpty()) {
      scopes.retainAll(narrower);
    }
    return scopes;
  }

  @Override
  public Optional<Grant> revoke(String hash, String client) {
    return database.write(
        handle -> {
          Optional<Grant> grant =
              handle
                  .select(
                      SELECT
                          + """
                          JOIN grant_token ON grant_token.made = account_grant.id
                          WHERE hash = ? AND client = ?\
                          """,
                      hash,
                      client)
                  .map((row, _) -> grant(row))
                  .findOne();
          grant.ifPresent(
              found -> handle.execute("DELETE FROM account_grant WHERE id = ?", found.id()));
          return grant;
        });
  }

  @Override
  public List<Grant> of(long account) {
    return database.read(
        handle ->
            handle
                .select(SELECT + "WHERE account = ? ORDER BY id DESC", account)
                .map((row, _) -> grant(row))
                .list());
  }

  @Override
  public boolean end(long account, long id) {
    return database.write(
        handle ->
            handle.execute("DELETE FROM account_grant WHERE account = ? AND id = ?", account, id)
                > 0);
  }

  @Override
  public void expire(Instant now, Instant unusedSince) {
    database.write(
        handle -> {
          long at = Database.micros(now);
          handle.execute("DELETE FROM grant_token WHERE refresh = ? AND expires <= ?", false, at);
          handle.execute(
              """
              DELETE FROM account_grant WHERE id NOT IN
                (SELECT made FROM grant_token WHERE refresh = ? AND expires > ?)\
              """,
              true,
              at);
          handle.execute(
              "DELETE FROM grant_code WHERE expires <= ?",
              Database.micros(now.minusSeconds(24 * 3_600)));
          return handle.execute(
              """
              DELETE FROM grant_client
              WHERE created <= ? AND id NOT IN (SELECT client FROM account_grant)\
              """,
              Database.micros(unusedSince));
        });
  }

  private static Optional<Grant> find(Handle handle, String where, long id) {
    return handle.select(SELECT + where, id).map((row, _) -> grant(row)).findOne();
  }

  private static Grant grant(ResultSet row) throws SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream(row.getString("scopes").split(" "))
        .flatMap(word -> Scope.of(word).stream())
        .forEach(scopes::add);
    return new Grant(
        row.getLong("id"),
        row.getLong("account"),
        row.getString("client"),
        row.getString("client_name"),
        scopes,
        row.getString("resource"),
        Database.instant(row.getLong("created")),
        Database.instant(row.getLong("seen")));
  }

  private static String words(Set<Scope> scopes) {
    return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(" "));
  }
}

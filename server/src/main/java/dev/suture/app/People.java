package dev.suture.app;

import dev.suture.account.Admissions;
import dev.suture.account.Argon2Passwords;
import dev.suture.account.Links;
import dev.suture.account.Secret;
import dev.suture.account.Stores;
import dev.suture.account.grant.Clients;
import dev.suture.account.grant.Grants;
import dev.suture.http.AccountRoutes;
import dev.suture.http.Api;
import dev.suture.http.Guard;
import dev.suture.http.RoomHoldings;
import dev.suture.http.Route;
import dev.suture.http.SignedIn;
import dev.suture.io.Outbound;
import dev.suture.oidc.OidcProvider;
import dev.suture.project.ProjectStore;
import dev.suture.store.Database;
import dev.suture.store.SqlAccounts;
import dev.suture.store.SqlAudit;
import dev.suture.store.SqlGrants;
import dev.suture.store.SqlLinks;
import dev.suture.store.SqlSessions;
import dev.suture.store.SqlTeams;
import dev.suture.store.SqlTokens;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may use this server: the parts of the account room, joined.
final class People implements AutoCloseable {
  private static final Duration DOCUMENT_LIMIT = Duration.ofSeconds(5);
  private static final int DOCUMENT_BYTES = 8 * 1024;

  private final Argon2Passwords passwords = new Argon2Passwords();
  private final AccountRoutes.Rooms rooms;
  private final Ticker expiry;
  private final Outbound outbound;
  private final String operatorToken;

  People(Config config, Database database, ProjectStore projects, InstantSource clock)
      throws IOException {
    operatorToken = OperatorToken.in(config.data());
    Stores stores =
        new Stores(
            new SqlAccounts(database),
            new SqlSessions(database),
            new SqlTokens(database),
            new SqlLinks(database),
            new SqlTeams(database),
            new SqlAudit(database));
    Admissions admissions = new Admissions(stores, passwords, clock);
    outbound = new Outbound(config.privateHosts(), DOCUMENT_LIMIT);
    Grants grants = grants(config, database, admissions, clock);
    rooms =
        new AccountRoutes.Rooms(
            stores,
            admissions,
            new Links(stores, passwords, clock),
            grants,
            projects,
            config.baseUrls(),
            config.oidc() == null ? null : new OidcProvider(config.oidc(), clock),
            clock);
    expiry =
        Ticker.every(
            Duration.ofHours(1),
            "sessions",
            () -> {
              admissions.expire();
              grants.expire();
            });
  }

  private Grants grants(
      Config config, Database database, Admissions admissions, InstantSource clock) {
    SqlGrants store = new SqlGrants(database);
    Clients clients = new Clients(store, this::document, config.privateHosts(), clock);
    return new Grants(store, clients, admissions, new SqlAudit(database), clock);
  }

  private String document(URI address) throws IOException {
    Outbound.Reply reply =
        outbound.get(address, Map.of("Accept", "application/json"), DOCUMENT_BYTES);
    if (reply.status() != 200) {
      throw new IOException("it answered with status " + reply.status());
    }
    return reply.body();
  }

  List<Route> routes() {
    return AccountRoutes.of(rooms);
  }

  Guard guard(Api.Rooms held) {
    return new Guard(
        new SignedIn(
            rooms.admissions(), rooms.grants(), Secret.hash(operatorToken), rooms.baseUrls()),
        new RoomHoldings(held));
  }

  String operatorToken() {
    return operatorToken;
  }

  /// The path of the link that makes the first account; empty when there is an account.
  Optional<String> welcome() {
    return rooms.links().first().map(made -> "/welcome#" + made.secret());
  }

  @Override
  public void close() {
    expiry.close();
    outbound.close();
    passwords.close();
  }
}

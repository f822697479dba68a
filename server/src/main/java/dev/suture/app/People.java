package dev.suture.app;

import dev.suture.account.Admissions;
import dev.suture.account.Argon2Passwords;
import dev.suture.account.Links;
import dev.suture.account.Secret;
import dev.suture.account.Stores;
import dev.suture.http.AccountRoutes;
import dev.suture.http.Api;
import dev.suture.http.Guard;
import dev.suture.http.RoomHoldings;
import dev.suture.http.Route;
import dev.suture.http.SignedIn;
import dev.suture.oidc.OidcProvider;
import dev.suture.project.ProjectStore;
import dev.suture.store.Database;
import dev.suture.store.SqlAccounts;
import dev.suture.store.SqlAudit;
import dev.suture.store.SqlLinks;
import dev.suture.store.SqlSessions;
import dev.suture.store.SqlTeams;
import dev.suture.store.SqlTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Who may use this server: the parts of the account room, joined.
final class People implements AutoCloseable {
  private final Argon2Passwords passwords = new Argon2Passwords();
  private final AccountRoutes.Rooms rooms;
  private final Ticker expiry;
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
    rooms =
        new AccountRoutes.Rooms(
            stores,
            admissions,
            new Links(stores, passwords, clock),
            projects,
            config.baseUrls(),
            config.oidc() == null ? null : new OidcProvider(config.oidc(), clock),
            clock);
    expiry = Ticker.every(Duration.ofHours(1), "sessions", admissions::expire);
  }

  List<Route> routes() {
    return AccountRoutes.of(rooms);
  }

  Guard guard(Api.Rooms held) {
    return new Guard(
        new SignedIn(rooms.admissions(), Secret.hash(operatorToken), rooms.baseUrls()),
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
    passwords.close();
  }
}

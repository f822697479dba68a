package dev.suture.app;

import dev.suture.carry.Backports;
import dev.suture.carry.Vetting;
import dev.suture.forge.PullRequests;
import dev.suture.http.BackportApi;
import dev.suture.io.Outbound;
import dev.suture.io.Vault;
import dev.suture.mcp.PlanBackport;
import dev.suture.store.SqlCarries;
import dev.suture.store.SqlExemptions;
import dev.suture.store.SqlForges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Backports: begun when somebody asks, resumed by themselves, and looked at sooner when a forge
/// calls. Without such calls the usual look at the origin finds what has changed.
final class BackportWing {
  private static final Duration RESUME = Duration.ofSeconds(30);
  private static final Duration HEARD = Duration.ofSeconds(2);

  private BackportWing() {}

  /// Where it is kept which forge a project has, its token sealed.
  static SqlForges forges(Wings.Base base) {
    return new SqlForges(base.database(), vault(base));
  }

  /// Seals what lets Suture into other systems.
  static Vault vault(Wings.Base base) {
    try {
      return Vault.at(base.config().data().resolve("vault.key"));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  static Wing of(Wings.Base base, Vetting vetting) {
    Outbound outbound = new Outbound(base.config().privateHosts(), Duration.ofSeconds(30));
    SqlCarries carries = new SqlCarries(base.database());
    SqlForges forges = forges(base);
    Backports backports =
        new Backports(
            new Backports.Sources(
                base.rooms().projects(),
                base.hotfixes(),
                new SqlExemptions(base.database()),
                carries,
                carries,
                base.git(),
                base.git()::workbench,
                new PullRequests(forges, outbound),
                vetting),
            base.clock());
    Set<String> called = ConcurrentHashMap.newKeySet();
    BackportApi.Rooms rooms =
        new BackportApi.Rooms(base.rooms().hotfixes(), backports, forges, called::add);
    Runnable look =
        () -> {
          if (!called.isEmpty()) {
            called.clear();
            base.rooms().hotfixes().refresh();
          }
        };
    return new Wing(
        BackportApi.routes(rooms),
        List.of(new PlanBackport(base.rooms().hotfixes(), backports)),
        List.of(
            outbound,
            Ticker.every(RESUME, "backports", backports::resume),
            Ticker.every(HEARD, "forge calls", look)));
  }
}

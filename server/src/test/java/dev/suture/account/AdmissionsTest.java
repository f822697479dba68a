package dev.suture.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.account.Admissions.Attempt;
import dev.suture.account.Admissions.Client;
import dev.suture.store.Database;
import dev.suture.store.SqlAccounts;
import dev.suture.store.SqlAudit;
import dev.suture.store.SqlLinks;
import dev.suture.store.SqlSessions;
import dev.suture.store.SqlTeams;
import dev.suture.store.SqlTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionsTest {
  private static final Client HERE = new Client("192.0.2.1", "Browser");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  private final Argon2Passwords argon2 = new Argon2Passwords();
  private final List<String> looked = new ArrayList<>();
  private Database database;
  private Stores stores;
  private Admissions admissions;
  private Instant now = NOON;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder);
    stores =
        new Stores(
            new SqlAccounts(database),
            new SqlSessions(database),
            new SqlTokens(database),
            new SqlLinks(database),
            new SqlTeams(database),
            new SqlAudit(database));
    admissions = new Admissions(stores, counted(), () -> now);
    stores
        .accounts()
        .add(
            new AccountStore.New(
                "olga@shop.example", "Olga", Role.owner, argon2.hash("right one"), null, NOON));
  }

  @AfterEach
  void close() {
    database.close();
    argon2.close();
  }

  /// The real hashes, and which were looked at.
  private Passwords counted() {
    return new Passwords() {
      @Override
      public String hash(String password) {
        return argon2.hash(password);
      }

      @Override
      public boolean matches(String password, String hash) {
        looked.add(hash.replaceFirst("p=1\\$.*", ""));
        return argon2.matches(password, hash);
      }
    };
  }

  @Test
  void anUnknownAccountCostsTheSameWork() {
    assertThat(admissions.signIn("olga@shop.example", "wrong", HERE))
        .isEqualTo(new Attempt.Wrong());
    assertThat(admissions.signIn("nobody@shop.example", "wrong", HERE))
        .isEqualTo(new Attempt.Wrong());
    assertThat(looked).hasSize(2);
    assertThat(looked.get(1)).isEqualTo(looked.get(0)).startsWith("$argon2id$v=19$m=19456,t=2");
  }

  @Test
  void aSessionEndsWhenItIsNotUsedAndAtItsLongest() {
    Attempt.In in = (Attempt.In) admissions.signIn("olga@shop.example", "right one", HERE);
    assertThat(admissions.bySession(in.secret())).isPresent();
    now = NOON.plus(Session.IDLE).plusSeconds(1);
    assertThat(admissions.bySession(in.secret())).isEmpty();
    Attempt.In again = (Attempt.In) admissions.signIn("olga@shop.example", "right one", HERE);
    Instant from = now;
    while (now.isBefore(from.plus(Session.LONGEST))) {
      assertThat(admissions.bySession(again.secret())).isPresent();
      now = now.plus(Duration.ofDays(5));
    }
    assertThat(admissions.bySession(again.secret())).isEmpty();
  }

  @Test
  void aTokenEndsWithItsTimeAndWithItsAccount() {
    String secret = Secret.PREFIX + "pat_" + Secret.fresh();
    stores
        .tokens()
        .add(
            new Token(
                0,
                "",
                "Laptop",
                1L,
                List.of(),
                Role.viewer.scopes(),
                "account:1",
                NOON,
                NOON.plusSeconds(60),
                null),
            Secret.hash(secret));
    assertThat(admissions.byToken(secret).orElseThrow().scopes())
        .containsExactly(Scope.failureRead);
    assertThat(admissions.byToken("sntrys_eyJ1cmwiOiIifQ==_" + secret.replaceFirst(".*_", "")))
        .isPresent();
    now = NOON.plusSeconds(60);
    assertThat(admissions.byToken(secret)).isEmpty();
  }

  @Test
  void manyPasswordsAtOnceAreRefusedAndDoNotPileUp() throws Exception {
    String hash = argon2.hash("right one");
    int refused = 0;
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> asked = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        asked.add(many.submit(() -> argon2.matches("wrong", hash)));
      }
      for (Future<Boolean> one : asked) {
        try {
          assertThat(one.get()).isFalse();
        } catch (java.util.concurrent.ExecutionException busy) {
          assertThat(busy).hasCauseInstanceOf(Passwords.Busy.class);
          refused++;
        }
      }
    }
    assertThat(refused).isPositive();
    assertThat(argon2.matches("right one", hash)).isTrue();
  }

  @Test
  void aHashOfAnotherFormIsNoPassword() {
    assertThatThrownBy(() -> argon2.matches("x", "$2b$10$abc"))
        .isInstanceOf(IllegalStateException.class);
  }
}

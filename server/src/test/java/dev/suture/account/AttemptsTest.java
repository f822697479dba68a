package dev.suture.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Attempts attempts = new Attempts();

  private Duration failures(int times, String account, String address) {
    Duration left = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      left = attempts.begin(account, address, NOON);
    }
    return left;
  }

  @Test
  void theFirstAttemptsAreFreeAndTheDelayDoubles() {
    assertThat(failures(5, "olga", "192.0.2.1")).isZero();
    Duration first = attempts.begin("olga", "192.0.2.1", NOON);
    assertThat(first).isPositive();
    assertThat(attempts.begin("olga", "192.0.2.1", NOON.plus(first))).isZero();
    Duration second = attempts.begin("olga", "192.0.2.1", NOON.plus(first));
    assertThat(second).isEqualTo(first.multipliedBy(2));
  }

  @Test
  void anotherAddressIsNotHeldUpByIt() {
    failures(6, "olga", "192.0.2.1");
    assertThat(attempts.begin("olga", "192.0.2.2", NOON)).isZero();
  }

  @Test
  void anAddressThatTriesManyAccountsIsHeldUp() {
    Duration left = Duration.ZERO;
    for (int i = 0; i < 30; i++) {
      left = attempts.begin("account-" + i, "192.0.2.1", NOON);
    }
    assertThat(left).isPositive();
    assertThat(attempts.begin("olga", "192.0.2.2", NOON)).isZero();
  }

  @Test
  void anAccountThatManyAddressesTryIsHeldUpForAMinuteAtMost() {
    Duration most = Duration.ZERO;
    Instant now = NOON;
    for (int i = 0; i < 200; i++) {
      Duration left = attempts.begin("olga", "192.0.2." + i, now);
      most = left.compareTo(most) > 0 ? left : most;
      now = now.plus(left);
    }
    assertThat(most).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whoSucceedsStartsAnew() {
    failures(4, "olga", "192.0.2.1");
    attempts.succeeded("olga", "192.0.2.1");
    assertThat(failures(5, "olga", "192.0.2.1")).isZero();
  }

  @Test
  void neighboursInOneIpv6NetworkAreOneAddress() {
    failures(5, "olga", "2001:db8:0:1:0:0:0:1");
    assertThat(attempts.begin("olga", "2001:db8:0:1:0:0:0:2", NOON)).isPositive();
  }
}

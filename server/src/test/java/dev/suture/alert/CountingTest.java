package dev.suture.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The rules on what is counted, at moments that are made up.
class CountingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Project SHOP = new Project(1, "shop", "Shop", null, Lines.GIT_FLOW);
  private static final Condition.Rate RULE = new Condition.Rate(100, 5);
  private static final Rule KEPT =
      new Rule(3, "Rate", true, Severity.warning, RULE, Rule.Telling.USUAL);

  private static Alert open(Instant since) {
    Told told = Counting.rate(RULE, SHOP, 100, NOW).firing().get("");
    return new Alert(
        9,
        3,
        "Rate",
        "rate",
        "",
        Alert.State.firing,
        Severity.warning,
        told,
        since,
        null,
        null,
        null);
  }

  @Test
  void itOpensOnceAndEndsWellBelowTheLimitOnly() {
    Look over = Counting.rate(RULE, SHOP, 100, NOW);
    assertThat(over.step(1, KEPT, List.of()).openings()).hasSize(1);
    Alert open = open(NOW.minus(Duration.ofMinutes(5)));
    assertThat(over.step(1, KEPT, List.of(open)))
        .isEqualTo(new AlertStore.Step(1, List.of(), List.of()));
    assertThat(Counting.rate(RULE, SHOP, 85, NOW).step(1, KEPT, List.of(open)).endings()).isEmpty();
    assertThat(Counting.rate(RULE, SHOP, 79, NOW).step(1, KEPT, List.of(open)).endings())
        .hasSize(1);
    assertThat(Counting.rate(RULE, SHOP, 0, NOW).step(1, KEPT, List.of(open(NOW))).endings())
        .isEmpty();
  }

  @Test
  void talliesCountTheLastHourAndForgetTheRest() {
    Tallies tallies = new Tallies(NOW, 1);
    for (int minute = 0; minute < 180; minute++) {
      tallies.add(1, NOW.plus(Duration.ofMinutes(minute)), "u" + minute % 10);
    }
    Instant last = NOW.plus(Duration.ofMinutes(179));
    assertThat(tallies.events(1, 5, last)).isEqualTo(5);
    assertThat(tallies.events(1, 60, last)).isEqualTo(60);
    assertThat(tallies.users(1, 60, last)).isEqualTo(10);
    assertThat(tallies.users(1, 3, last)).isEqualTo(3);
    assertThat(tallies.events(1, 60, last.plus(Duration.ofHours(2)))).isZero();
    assertThat(tallies.events(2, 60, last)).isZero();
    assertThat(tallies.stirred()).containsExactly(1L);
    assertThat(tallies.stirred()).isEmpty();
  }

  @Test
  void whatWasCountedBeforeIsFilledIn() {
    Tallies tallies = new Tallies(NOW, 1);
    tallies.fill(1, NOW.minus(Duration.ofMinutes(3)), 40);
    tallies.add(1, NOW, null);
    assertThat(tallies.events(1, 5, NOW)).isEqualTo(41);
    assertThat(tallies.knowsUsers(5, NOW)).isFalse();
    assertThat(tallies.knowsUsers(5, NOW.plus(Duration.ofMinutes(5)))).isTrue();
  }

  @Test
  void usersAreCountedWithinTenPercent() {
    for (int users : List.of(1, 10, 100, 1_000, 100_000)) {
      Tallies tallies = new Tallies(NOW, 42);
      for (int i = 0; i < users * 2; i++) {
        tallies.add(1, NOW, "user-" + i % users);
      }
      assertThat((double) tallies.users(1, 5, NOW)).isBetween(users * .85, users * 1.15);
    }
  }

  @Test
  void anHourSaysYesOrNoOnlyWhereEveryWindowWould() {
    Trial.Windows windows = new Trial.Windows(10, 5);
    assertThat(windows.guess(0, 109)).isEqualTo(Trial.Fires.yes);
    assertThat(windows.guess(0, 108)).isEqualTo(Trial.Fires.perhaps);
    assertThat(windows.guess(4, 5)).isEqualTo(Trial.Fires.no);
    assertThat(windows.guess(9, 1)).isEqualTo(Trial.Fires.perhaps);
    TreeMap<Instant, Long> minutes = new TreeMap<>();
    minutes.put(NOW.minusSeconds(60), 6L);
    minutes.put(NOW.plusSeconds(60), 4L);
    assertThat(windows.exact(minutes, NOW)).isEqualTo(Trial.Fires.yes);
    assertThat(windows.exact(minutes, NOW.plusSeconds(3_600))).isEqualTo(Trial.Fires.no);
  }

  @Test
  void pausesGrowAndKeepWhatTheOtherSideAsks() {
    Random random = new Random(1);
    for (int tried = 1; tried < 40; tried++) {
      Duration pause = Deliveries.pause(tried, Duration.ZERO, random);
      long whole = Math.min(900, 2L << Math.min(tried - 1, 20));
      assertThat(pause).isBetween(Duration.ofSeconds(whole / 2), Duration.ofSeconds(whole));
    }
    assertThat(Deliveries.pause(1, Duration.ofSeconds(60), random))
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
    assertThat(Deliveries.pause(1, Duration.ofDays(9), random))
        .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusSeconds(1));
  }
}

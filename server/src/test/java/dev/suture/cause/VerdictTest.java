package dev.suture.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.Deployment;
import dev.suture.issue.Issue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is to be done about a failure, by the project's policy.
class VerdictTest {
  private static final VerdictPolicy POLICY =
      Objects.requireNonNull(VerdictPolicy.read("verdict:\n  users: 3\n  rollbackHours: 2\n"));

  private static Deployment deployed(String release, Duration before) {
    return new Deployment(
        1, "shop", "production", release, null, Deployment.Kind.normal, Bodies.AT.minus(before));
  }

  private static Issue issue(long users, String firstRelease) {
    Issue old = Bodies.issue();
    Instant at = Bodies.AT;
    return new Issue(
        old.id(),
        old.project(),
        old.number(),
        old.type(),
        old.title(),
        old.culprit(),
        old.level(),
        old.platform(),
        old.state(),
        old.since(),
        old.reason(),
        old.assignee(),
        at,
        at,
        users,
        users,
        old.captures(),
        firstRelease,
        firstRelease,
        old.lastEvent(),
        old.fingerprint());
  }

  private static Verdict.Way way(long users, String came, Duration age, @Nullable String before) {
    return Verdict.of(
            new Verdict.Case(
                issue(users, came),
                deployed("2", age),
                before == null ? null : deployed(before, age.plusDays(1)),
                1,
                null,
                null),
            POLICY)
        .way();
  }

  @Test
  void whatCameWithAFreshReleaseIsRolledBack() {
    assertThat(way(3, "2", Duration.ofHours(1), "1")).isEqualTo(Verdict.Way.rollback);
  }

  @Test
  void whatNoRollbackEndsNeedsAHotfix() {
    assertThat(way(3, "2", Duration.ofHours(3), "1")).isEqualTo(Verdict.Way.hotfix);
    assertThat(way(3, "2", Duration.ofHours(1), null)).isEqualTo(Verdict.Way.hotfix);
    assertThat(way(3, "1", Duration.ofHours(1), "1")).isEqualTo(Verdict.Way.hotfix);
  }

  @Test
  void whatStandsBehindASwitchIsSwitchedOff() {
    VerdictPolicy policy =
        Objects.requireNonNull(
            VerdictPolicy.read(
                "verdict: {switches: {fast-cart: [web/cart/*, '*/Cart.tsx'], rest: api/*}}"));
    assertThat(policy.toggle(List.of("web/src/App.tsx", "web/src/Cart.tsx")))
        .isEqualTo("fast-cart");
    assertThat(policy.toggle(List.of("api/Cart.java", "web/cart/a.ts"))).isEqualTo("rest");
    assertThat(policy.toggle(List.of("web/src/App.tsx"))).isNull();
    assertThat(VerdictPolicy.read("verdict: {switches: {'run this': a}}")).isNull();
    assertThat(VerdictPolicy.read("verdict: {switches: {a: []}}")).isNull();
    assertThat(VerdictPolicy.read("verdict: {switches: [a]}")).isNull();
  }

  @Test
  void whatFewMeetWaits() {
    assertThat(way(2, "2", Duration.ofHours(1), "1")).isEqualTo(Verdict.Way.wait);
  }

  @Test
  void aPolicyThatCannotBeTakenIsToldAndTheUsualOneHolds() {
    assertThat(VerdictPolicy.read("verdict: { user: 3 }")).isNull();
    Verdict verdict =
        Verdict.of(
            new Verdict.Case(
                issue(1, "2"), deployed("2", Duration.ofHours(1)), null, 1, null, null),
            null);
    assertThat(verdict.way()).isEqualTo(Verdict.Way.wait);
    assertThat(verdict.because().getFirst()).contains("suture.yml");
  }

  @Test
  void nothingIsDecidedWhereNothingIsKnownToBeLive() {
    assertThat(
            Verdict.of(new Verdict.Case(issue(9, "1"), null, null, 50, null, null), POLICY).way())
        .isEqualTo(Verdict.Way.cannotTell);
  }
}

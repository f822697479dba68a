package dev.suture.issue;

import static dev.suture.issue.IssueState.archived;
import static dev.suture.issue.IssueState.escalating;
import static dev.suture.issue.IssueState.fresh;
import static dev.suture.issue.IssueState.ongoing;
import static dev.suture.issue.IssueState.regressed;
import static dev.suture.issue.IssueState.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.suture.deploy.ReleaseOrder;
import dev.suture.deploy.ReleaseOrder.Known;
import dev.suture.issue.Happening.Counts;
import dev.suture.issue.Happening.Looked;
import dev.suture.issue.Happening.Released;
import dev.suture.issue.Happening.Seen;
import dev.suture.issue.Happening.Silence;
import dev.suture.issue.Happening.Told;
import dev.suture.issue.Reason.AfterRelease;
import dev.suture.issue.Reason.Faster;
import dev.suture.issue.Reason.InCommit;
import dev.suture.issue.Reason.InRelease;
import dev.suture.issue.Reason.SeenAgain;
import dev.suture.issue.Reason.Silent;
import dev.suture.issue.Reason.UntilDate;
import dev.suture.issue.Reason.UntilEscalating;
import dev.suture.issue.Reason.UntilEvents;
import dev.suture.issue.Reason.UntilUsers;
import dev.suture.issue.Reason.Woken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LifeTest {
  private static final Instant T = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant LATER = T.plusSeconds(60);
  private static final Instant EARLIER = T.minusSeconds(60);
  private static final Instant NEXT_DAY = T.plus(Duration.ofHours(24));
  private static final String COMMIT = "c".repeat(40);

  /// `aaa` was heard of before `bbb`, `bbb` before `ccc`.
  private static final ReleaseOrder RELEASES =
      new ReleaseOrder(
          List.of(new Known("aaa", T), new Known("bbb", LATER), new Known("ccc", NEXT_DAY)));

  private static Standing at(IssueState state, Reason reason) {
    return new Standing(state, T, reason);
  }

  private static Seen seen(Instant received, String release) {
    return new Seen(received, release);
  }

  private static Looked looked(Counts counts) {
    return new Looked(LATER, counts, Pace.UNKNOWN);
  }

  private static Looked paced(long history, long running) {
    return new Looked(LATER, Counts.NONE, new Pace(Collections.nCopies(48, history), running));
  }

  static Stream<Arguments> lives() {
    UntilEvents tenMore = new UntilEvents(10, null, 100);
    UntilEvents tenInAnHour = new UntilEvents(10, 60, 100);
    UntilUsers threeMore = new UntilUsers(3, null, 7);
    UntilUsers threeInAnHour = new UntilUsers(3, 60, 7);
    return Stream.of(
        // Age.
        arguments(at(fresh, null), seen(LATER, null), at(fresh, null)),
        arguments(at(fresh, null), seen(NEXT_DAY, null), moved(ongoing, NEXT_DAY, null)),
        arguments(at(regressed, null), seen(LATER, null), at(regressed, null)),
        arguments(at(regressed, null), seen(NEXT_DAY, null), moved(ongoing, NEXT_DAY, null)),
        arguments(at(fresh, null), looked(Counts.NONE), at(fresh, null)),
        arguments(
            at(fresh, null),
            new Looked(NEXT_DAY, Counts.NONE, Pace.UNKNOWN),
            moved(ongoing, NEXT_DAY, null)),
        arguments(at(ongoing, null), seen(NEXT_DAY, "ccc"), at(ongoing, null)),
        arguments(at(escalating, null), seen(NEXT_DAY, "ccc"), at(escalating, null)),
        // Resolved as of now: by the time of acceptance.
        arguments(at(resolved, null), seen(EARLIER, "ccc"), at(resolved, null)),
        arguments(at(resolved, null), seen(T, "ccc"), at(resolved, null)),
        arguments(
            at(resolved, null),
            seen(LATER, "aaa"),
            moved(regressed, LATER, new SeenAgain("aaa", null))),
        arguments(
            at(resolved, null),
            seen(LATER, null),
            moved(regressed, LATER, new SeenAgain(null, null))),
        arguments(
            at(resolved, new Silent(14)),
            seen(LATER, null),
            moved(regressed, LATER, new SeenAgain(null, null))),
        // Resolved in a release: by the order of releases.
        arguments(
            at(resolved, new InRelease("bbb")),
            seen(LATER, "aaa"),
            at(resolved, new InRelease("bbb"))),
        arguments(
            at(resolved, new InRelease("bbb")),
            seen(LATER, "bbb"),
            at(resolved, new InRelease("bbb"))),
        arguments(
            at(resolved, new InRelease("bbb")),
            seen(LATER, "ccc"),
            moved(regressed, LATER, new SeenAgain("ccc", "bbb"))),
        arguments(
            at(resolved, new InRelease("bbb")),
            seen(EARLIER, "ccc"),
            at(resolved, new InRelease("bbb"))),
        arguments(
            at(resolved, new InRelease("bbb")),
            seen(LATER, null),
            moved(regressed, LATER, new SeenAgain(null, "bbb"))),
        arguments(
            at(resolved, new InRelease("1.4.2")),
            seen(LATER, "1.4.10"),
            moved(regressed, LATER, new SeenAgain("1.4.10", "1.4.2"))),
        arguments(
            at(resolved, new InRelease("2.0.0")),
            seen(LATER, "1.4.10"),
            at(resolved, new InRelease("2.0.0"))),
        // Resolved in the next release.
        arguments(
            at(resolved, new AfterRelease("bbb")),
            seen(LATER, "bbb"),
            at(resolved, new AfterRelease("bbb"))),
        arguments(
            at(resolved, new AfterRelease("bbb")),
            seen(LATER, "ccc"),
            moved(regressed, LATER, new SeenAgain("ccc", "the release after bbb"))),
        arguments(
            at(resolved, new AfterRelease(null)),
            seen(LATER, "aaa"),
            moved(regressed, LATER, new SeenAgain("aaa", null))),
        // Resolved by a commit: nothing counts before a release has it, then that one counts too.
        arguments(
            at(resolved, new InCommit(COMMIT, null)),
            seen(LATER, "ccc"),
            at(resolved, new InCommit(COMMIT, null))),
        arguments(
            at(resolved, new InCommit(COMMIT, null)),
            seen(LATER, null),
            at(resolved, new InCommit(COMMIT, null))),
        arguments(
            at(resolved, new InCommit(COMMIT, null)),
            new Released(LATER, "bbb"),
            moved(resolved, LATER, new InCommit(COMMIT, "bbb"))),
        arguments(
            at(resolved, new InCommit(COMMIT, "bbb")),
            new Released(LATER, "ccc"),
            at(resolved, new InCommit(COMMIT, "bbb"))),
        arguments(at(ongoing, null), new Released(LATER, "bbb"), at(ongoing, null)),
        arguments(
            at(resolved, new InCommit(COMMIT, "bbb")),
            seen(LATER, "aaa"),
            at(resolved, new InCommit(COMMIT, "bbb"))),
        arguments(
            at(resolved, new InCommit(COMMIT, "bbb")),
            seen(LATER, "bbb"),
            moved(regressed, LATER, new SeenAgain("bbb", "bbb"))),
        // Archived.
        arguments(at(archived, null), seen(NEXT_DAY, "ccc"), at(archived, null)),
        arguments(at(archived, null), looked(new Counts(999, 999, 999, 999)), at(archived, null)),
        arguments(at(archived, tenMore), looked(new Counts(109, 7, 0, 0)), at(archived, tenMore)),
        arguments(
            at(archived, tenMore),
            looked(new Counts(110, 7, 0, 0)),
            moved(ongoing, LATER, new Woken(tenMore))),
        arguments(
            at(archived, tenInAnHour), looked(new Counts(999, 7, 9, 0)), at(archived, tenInAnHour)),
        arguments(
            at(archived, tenInAnHour),
            looked(new Counts(110, 7, 10, 0)),
            moved(ongoing, LATER, new Woken(tenInAnHour))),
        arguments(at(archived, threeMore), looked(new Counts(0, 9, 0, 0)), at(archived, threeMore)),
        arguments(
            at(archived, threeMore),
            looked(new Counts(0, 10, 0, 0)),
            moved(ongoing, LATER, new Woken(threeMore))),
        arguments(
            at(archived, threeInAnHour),
            looked(new Counts(0, 99, 0, 2)),
            at(archived, threeInAnHour)),
        arguments(
            at(archived, threeInAnHour),
            looked(new Counts(0, 10, 0, 3)),
            moved(ongoing, LATER, new Woken(threeInAnHour))),
        arguments(
            at(archived, new UntilDate(LATER)), seen(T, null), at(archived, new UntilDate(LATER))),
        arguments(
            at(archived, new UntilDate(LATER)),
            seen(LATER, null),
            moved(ongoing, LATER, new Woken(new UntilDate(LATER)))),
        arguments(
            at(archived, new UntilDate(LATER)),
            looked(Counts.NONE),
            moved(ongoing, LATER, new Woken(new UntilDate(LATER)))),
        arguments(
            at(archived, new UntilEscalating()), paced(1, 20), at(archived, new UntilEscalating())),
        arguments(
            at(archived, new UntilEscalating()),
            paced(1, 21),
            moved(escalating, LATER, new Faster(21, 20))),
        // Escalation.
        arguments(at(ongoing, null), paced(100, 150), at(ongoing, null)),
        arguments(
            at(ongoing, null), paced(100, 151), moved(escalating, LATER, new Faster(151, 150))),
        arguments(at(regressed, null), paced(0, 21), moved(escalating, LATER, new Faster(21, 20))),
        arguments(at(resolved, null), paced(0, 999), at(resolved, null)),
        arguments(
            at(escalating, new Faster(151, 150)),
            paced(76, 0),
            at(escalating, new Faster(151, 150))),
        arguments(at(escalating, new Faster(151, 150)), paced(75, 0), moved(ongoing, LATER, null)),
        arguments(
            at(escalating, new Faster(151, 150)),
            paced(75, 76),
            at(escalating, new Faster(151, 150))),
        // Told.
        arguments(
            at(regressed, null),
            new Told(LATER, resolved, new InRelease("ccc")),
            moved(resolved, LATER, new InRelease("ccc"))),
        arguments(at(resolved, null), new Told(LATER, ongoing, null), moved(ongoing, LATER, null)),
        arguments(at(fresh, null), new Told(LATER, archived, null), moved(archived, LATER, null)),
        // Silence.
        arguments(
            at(ongoing, null), new Silence(LATER, 14), moved(resolved, LATER, new Silent(14))),
        arguments(at(archived, null), new Silence(LATER, 14), at(archived, null)),
        arguments(at(resolved, null), new Silence(LATER, 14), at(resolved, null)));
  }

  private static Standing moved(IssueState state, Instant since, Reason reason) {
    return new Standing(state, since, reason);
  }

  @ParameterizedTest
  @MethodSource("lives")
  void anIssueGoesWhereTheRuleSays(Standing now, Happening happening, Standing next) {
    assertThat(Life.next(now, RELEASES, happening)).isEqualTo(next);
  }

  @Test
  void anIssueWithoutADayOfHistoryDoesNotEscalate() {
    assertThat(new Pace(Collections.nCopies(Pace.LEAST_HOURS - 1, 0L), 9_999).escalates())
        .isFalse();
    assertThat(new Pace(Collections.nCopies(Pace.LEAST_HOURS, 0L), 9_999).escalates()).isTrue();
  }

  @Test
  void anHourThatIsJustOverIsHeldAgainstTheHoursBeforeIt() {
    List<Long> history = new ArrayList<>(Collections.nCopies(48, 1L));
    history.add(500L);
    Pace pace = new Pace(history, 2);
    assertThat(pace.newest()).isEqualTo(500);
    assertThat(pace.limit()).isEqualTo(Pace.FLOOR);
    assertThat(pace.escalates()).isTrue();
  }

  @Test
  void aRestlessHistoryAllowsMore() {
    List<Long> history = new ArrayList<>();
    for (int i = 0; i < 84; i++) {
      history.add(0L);
      history.add(40L);
    }
    // Mean 20, deviation 20: 20 + 5 * 20.
    assertThat(new Pace(history, 0).limit()).isEqualTo(120);
  }
}

package dev.suture.store;

import static dev.suture.event.EventSample.NOON;
import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.Event;
import dev.suture.event.EventSample;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Fingerprint.Join;
import dev.suture.issue.Fingerprint.Use;
import dev.suture.issue.Happening;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore.Page;
import dev.suture.issue.IssueStore.Query;
import dev.suture.issue.IssueStore.Recorded;
import dev.suture.issue.IssueStore.Share;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.issue.Life;
import dev.suture.issue.activity.Actor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class IssueStoreContract extends StoreContract {
  private static final Query EVERYTHING = new Query(null, null, null);

  private Instant now = NOON;
  private SqlIssues issues;

  @BeforeEach
  void setUp() {
    project("shop");
    project("blog");
    issues = new SqlIssues(database, () -> now);
  }

  private static EventSample error(long id) {
    return event().id(id).thrown("TypeError", "cart is empty", frame("pay", "src/pay.ts", 7, 3));
  }

  private static Sighting sighting(Event event, String hash) {
    return new Sighting(event, new Fingerprint("1", hash, List.of("type TypeError")), false);
  }

  private String record(EventSample sample, String hash) {
    return id(issues.record(List.of(sighting(sample.build(), hash))));
  }

  private static String id(List<Recorded> recorded) {
    return switch (recorded.getFirst()) {
      case Recorded.Counted(String issue, boolean _) -> issue;
      case Recorded.Repeated _ -> "repeated";
    };
  }

  private static Recorded kept(String issue) {
    return new Recorded.Counted(issue, true);
  }

  private void tell(String issue, IssueState state) {
    new SqlLives(database)
        .change(
            issue,
            now,
            Actor.SYSTEM,
            facts ->
                Life.next(
                    facts.standing(), facts.releases(), new Happening.Told(now, state, null)));
  }

  private Issue issue(String id) {
    return issues.find(id).orElseThrow();
  }

  @Test
  void theFirstEventOfAGroupMakesANewIssue() throws IOException {
    assertThat(record(error(1).release("1.0").environment("production"), "a")).isEqualTo("shop-1");
    reopen();
    issues = new SqlIssues(database, () -> now);
    Issue issue = issue("shop-1");
    assertThat(issue.title()).isEqualTo("TypeError: cart is empty");
    assertThat(issue.culprit()).isEqualTo(new Issue.Culprit("src/pay.ts", 7, "pay"));
    assertThat(issue.state()).isEqualTo(IssueState.fresh);
    assertThat(issue.events()).isEqualTo(1);
    assertThat(issue.firstRelease()).isEqualTo("1.0");
    assertThat(issue.fingerprint()).isEqualTo(new Fingerprint("1", "a", List.of("type TypeError")));
  }

  @Test
  void anEventComesBackAsItWasDigested() {
    Event event = error(1).user("7", "ann@shop.example").tag("browser", "Firefox").build();
    issues.record(List.of(sighting(event, "a")));
    assertThat(issues.event(1, event.id())).contains(event);
    assertThat(issues.issueOf(1, event.id())).contains("shop-1");
    assertThat(issues.event(2, event.id())).isEmpty();
    assertThat(issues.issueOf(2, event.id())).isEmpty();
  }

  @Test
  void textThatUtf8CannotHoldDoesNotStopABatch() {
    String torn = "half \ud83d of a pair and a \u0000";
    record(event().id(1).thrown(torn, torn).release(torn).message(torn), "a");
    assertThat(issue("shop-1").title()).startsWith("half");
    assertThat(issues.event(1, error(1).build().id())).isPresent();
  }

  @Test
  void aKnownEventChangesNothingWithinABatchOrLater() {
    Sighting one = sighting(error(1).user("7", null).build(), "a");
    assertThat(issues.record(List.of(one, one)))
        .containsExactly(kept("shop-1"), new Recorded.Repeated());
    Issue before = issue("shop-1");
    Sighting regrouped = sighting(error(1).build(), "another");
    assertThat(issues.record(List.of(one, regrouped)))
        .containsExactly(new Recorded.Repeated(), new Recorded.Repeated());
    assertThat(issue("shop-1")).isEqualTo(before);
    assertThat(before.events()).isEqualTo(1);
    assertThat(issues.list(EVERYTHING, null, 10).issues()).hasSize(1);
  }

  @Test
  void oneEventIdInTwoProjectsIsTwoEvents() {
    assertThat(record(error(1), "a")).isEqualTo("shop-1");
    assertThat(record(error(1).project(2), "a")).isEqualTo("blog-1");
  }

  @Test
  void numbersHaveNoGapsUnderConcurrentBatches() throws Exception {
    List<Callable<List<Recorded>>> writers = new ArrayList<>();
    for (int writer = 0; writer < 8; writer++) {
      int from = writer * 10;
      writers.add(
          () ->
              issues.record(
                  IntStream.range(from, from + 20)
                      .mapToObj(i -> sighting(error(i).build(), "group" + i))
                      .toList()));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<Recorded>> done : threads.invokeAll(writers)) {
        assertThat(done.get()).hasSize(20);
      }
    }
    assertThat(issues.list(EVERYTHING, null, 100).issues())
        .extracting(Issue::number)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 90).mapToObj(i -> (long) i).toList());
    assertThat(issues.list(EVERYTHING, null, 100).issues()).allMatch(issue -> issue.events() == 1);
  }

  @Test
  void aBatchThatFailsLeavesNothingAndTakesNoNumber() {
    Sighting good = sighting(error(1).build(), "a");
    Sighting ofNoProject = sighting(error(2).project(99).build(), "b");
    assertThatThrownBy(() -> issues.record(List.of(good, ofNoProject)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(issues.list(EVERYTHING, null, 10).issues()).isEmpty();
    assertThat(record(error(3), "c")).isEqualTo("shop-1");
  }

  @Test
  void firstAndLastSeenGoByWhenItHappened() {
    record(error(1).at(NOON).release("1.1"), "a");
    record(error(2).at(NOON.minusSeconds(60)).release("1.0"), "a");
    record(error(3).at(NOON.plusSeconds(60)).release("1.2"), "a");
    record(error(4).at(NOON.plusSeconds(30)).release("1.1"), "a");
    Issue issue = issue("shop-1");
    assertThat(issue.firstSeen()).isEqualTo(NOON.minusSeconds(60));
    assertThat(issue.lastSeen()).isEqualTo(NOON.plusSeconds(60));
    assertThat(issue.firstRelease()).isEqualTo("1.0");
    assertThat(issue.lastRelease()).isEqualTo("1.2");
    assertThat(issue.lastEvent()).isEqualTo(error(3).build().id());
  }

  @Test
  void distinctUsersAreCountedExactly() {
    issues.record(
        List.of(
            sighting(error(1).user("7", null).build(), "a"),
            sighting(error(2).user("7", null).build(), "a"),
            sighting(error(3).user("8", null).build(), "a"),
            sighting(error(4).build(), "a")));
    record(error(5).user("7", "ann@shop.example"), "a");
    record(error(6).user(null, "ann@shop.example"), "a");
    assertThat(issue("shop-1").users()).isEqualTo(3);
  }

  @Test
  void capturesAreCounted() {
    Fingerprint group = new Fingerprint("1", "a", List.of());
    issues.record(
        List.of(
            new Sighting(error(1).build(), group, true),
            new Sighting(error(2).build(), group, false)));
    assertThat(issue("shop-1").captures()).isEqualTo(1);
    assertThat(issues.events("shop-1", 10)).extracting("captured").containsExactly(false, true);
  }

  @Test
  void aResolvedIssueSeenAgainIsRegressed() {
    record(error(1), "a");
    now = NOON.plusSeconds(100);
    tell("shop-1", IssueState.resolved);
    assertThat(issue("shop-1").state()).isEqualTo(IssueState.resolved);
    record(error(2).at(NOON.plusSeconds(50)), "a");
    assertThat(issue("shop-1").state()).isEqualTo(IssueState.resolved);
    record(error(3).at(NOON.plusSeconds(101)), "a");
    assertThat(issue("shop-1").state()).isEqualTo(IssueState.regressed);
  }

  @Test
  void anIssueSeenADayLaterIsOngoing() {
    record(error(1), "a");
    record(error(2).at(NOON.plus(Duration.ofHours(23))), "a");
    assertThat(issue("shop-1").state()).isEqualTo(IssueState.fresh);
    record(error(3).at(NOON.plus(Duration.ofHours(24))), "a");
    assertThat(issue("shop-1").state()).isEqualTo(IssueState.ongoing);
  }

  @Test
  void openIssuesAreThoseNeitherResolvedNorArchived() {
    record(error(1), "a");
    record(error(2), "b");
    record(error(3), "c");
    record(error(4).project(2), "a");
    tell("shop-1", IssueState.resolved);
    tell("shop-2", IssueState.archived);
    assertThat(issues.open("shop")).isEqualTo(1);
  }

  @Test
  void pagesFollowEachOtherNewestFirstWithoutGapOrRepeat() {
    for (int i = 0; i < 25; i++) {
      record(error(i).at(NOON.plusSeconds(i / 4)), "group" + i);
    }
    List<Long> numbers = new ArrayList<>();
    String before = null;
    do {
      Page page = issues.list(EVERYTHING, before, 10);
      page.issues().forEach(issue -> numbers.add(issue.number()));
      before = page.next();
    } while (before != null);
    List<Long> newestFirst = IntStream.range(0, 25).mapToObj(i -> 25L - i).toList();
    assertThat(numbers).isEqualTo(newestFirst);
  }

  @Test
  void aCursorOfNobodysIsRefused() {
    assertThatThrownBy(() -> issues.list(EVERYTHING, "1; DROP TABLE issue", 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aListIsNarrowedByProjectTextAndState() {
    record(event().id(1).thrown("RangeError", "50% off ÄRGER", frame("f", "a.ts", 1, 1)), "a");
    record(error(2), "b");
    record(error(3).project(2), "c");
    tell("shop-2", IssueState.archived);
    assertThat(ids(new Query("shop", null, null))).containsExactlyInAnyOrder("shop-1", "shop-2");
    assertThat(ids(new Query(null, "typeerror", null))).containsExactly("blog-1", "shop-2");
    assertThat(ids(new Query(null, "SRC/PAY", null))).containsExactly("blog-1", "shop-2");
    assertThat(ids(new Query(null, "50%", null))).containsExactly("shop-1");
    assertThat(ids(new Query(null, "ärger", null))).containsExactly("shop-1");
    assertThat(ids(new Query(null, "_", null))).isEmpty();
    assertThat(ids(new Query(null, null, IssueState.archived))).containsExactly("shop-2");
  }

  private List<String> ids(Query query) {
    return issues.list(query, null, 100).issues().stream().map(Issue::id).toList();
  }

  @Test
  void eventsAreListedNewestFirst() {
    record(error(1).user("7", "ann@shop.example").release("1.0").environment("production"), "a");
    record(error(2).at(NOON.plusSeconds(2)), "a");
    record(error(3).at(NOON.plusSeconds(1)), "a");
    assertThat(issues.events("shop-1", 10))
        .extracting("at")
        .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1), NOON);
    assertThat(issues.events("shop-1", 10).getLast().user()).isEqualTo("ann@shop.example");
    assertThat(issues.events("shop-1", 1)).hasSize(1);
    assertThat(issues.events("shop-9", 10)).isEmpty();
  }

  @Test
  void eventsAreCountedByTheHourWithZeroesBetween() {
    record(error(1).at(NOON), "a");
    record(error(2).at(NOON.plusSeconds(5)), "a");
    record(error(3).at(NOON.minus(Duration.ofHours(2))), "a");
    record(error(4).at(NOON.minus(Duration.ofDays(2))), "a");
    assertThat(issues.perHour("shop-1", NOON.plusSeconds(60), 4)).containsExactly(0L, 1L, 0L, 2L);
    assertThat(issues.perHour("shop-9", NOON, 2)).containsExactly(0L, 0L);
  }

  @Test
  void sharesOfReleasesAndEnvironmentsAreListedMostFirst() {
    record(error(1).release("1.0").environment("production"), "a");
    record(error(2).release("1.1").environment("production"), "a");
    record(error(3).release("1.1"), "a");
    assertThat(issues.shares("shop-1", "release", 10))
        .containsExactly(new Share("1.1", 2), new Share("1.0", 1));
    assertThat(issues.shares("shop-1", "environment", 10))
        .containsExactly(new Share("production", 2));
  }

  private String record(long id, Fingerprint fingerprint) {
    return id(issues.record(List.of(new Sighting(error(id).build(), fingerprint, false))));
  }

  private static Fingerprint joined(String hash, Join... joins) {
    return new Fingerprint("2", hash, List.of("type TypeError")).with(List.of(joins));
  }

  private static Join join(String hash, Use use) {
    return new Join("built", hash, use, null);
  }

  @Test
  void anEventJoinsTheIssueOfAnyHashItFinds() {
    assertThat(record(1, joined("minified", join("place", Use.both)))).isEqualTo("shop-1");
    assertThat(record(2, joined("mapped", join("place", Use.both)))).isEqualTo("shop-1");
    assertThat(record(3, joined("mapped"))).isEqualTo("shop-1");
    assertThat(record(4, joined("minified"))).isEqualTo("shop-1");
    assertThat(issue("shop-1").events()).isEqualTo(4);
  }

  @Test
  void anEventsOwnHashOutweighsWhatOthersSay() {
    assertThat(record(1, joined("a", join("place", Use.both)))).isEqualTo("shop-1");
    assertThat(record(2, joined("b"))).isEqualTo("shop-2");
    assertThat(record(3, joined("b", join("place", Use.both)))).isEqualTo("shop-2");
    assertThat(record(4, joined("c", join("place", Use.both)))).isEqualTo("shop-1");
  }

  @Test
  void whatIsOnlyKeptIsNotLookedUpAndWhatIsOnlyLookedUpIsNotKept() {
    assertThat(record(1, joined("a", join("names", Use.keep)))).isEqualTo("shop-1");
    assertThat(record(2, joined("b", join("names", Use.keep)))).isEqualTo("shop-2");
    assertThat(record(3, joined("c", join("names", Use.find)))).isEqualTo("shop-1");
    assertThat(record(4, joined("d", join("old", Use.find)))).isEqualTo("shop-3");
    assertThat(record(5, joined("e", join("old", Use.find)))).isEqualTo("shop-4");
  }

  @Test
  void aJoinIsWorthNothingOnceItsCounterIsKnown() {
    Join coarse = new Join("wording", "coarse", Use.both, "claim 1");
    assertThat(record(1, joined("a", coarse, join("claim 1", Use.keep)))).isEqualTo("shop-1");
    assertThat(record(2, joined("b", coarse, join("claim 1", Use.keep)))).isEqualTo("shop-2");
    Join later = new Join("wording", "coarse", Use.both, "claim 2");
    assertThat(record(3, joined("c", later, join("claim 2", Use.keep)))).isEqualTo("shop-1");
  }

  @Test
  void aBatchFindsWhatItsOwnEarlierEventsKept() {
    List<Sighting> batch =
        List.of(
            new Sighting(error(1).build(), joined("a", join("place", Use.both)), false),
            new Sighting(error(2).build(), joined("b", join("place", Use.both)), false),
            new Sighting(error(3).project(2).build(), joined("a"), false));
    assertThat(issues.record(batch))
        .containsExactly(kept("shop-1"), kept("shop-1"), kept("blog-1"));
  }

  @Test
  void aTransactionThatIsUndoneTakesWhatWasRememberedOfItAlong() {
    Sighting good = sighting(error(1).release("1.0").tag("shelf", "a").build(), "a");
    assertThatThrownBy(
            () ->
                database.write(
                    _ -> {
                      issues.record(List.of(good));
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(issues.record(List.of(good))).containsExactly(kept("shop-1"));
    assertThat(issues.shares("shop-1", "shelf", 10)).containsExactly(new Share("a", 1));
    assertThat(issue("shop-1").events()).isEqualTo(1);
  }
}

package dev.suture.store;

import static dev.suture.event.EventSample.NOON;
import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Event;
import dev.suture.event.EventSample;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore.Person;
import dev.suture.issue.IssueStore.Recorded;
import dev.suture.issue.IssueStore.Share;
import dev.suture.issue.IssueStore.Sighting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is kept of many events of one issue, and what is counted only.
abstract class KeepingContract extends StoreContract {
  private SqlIssues issues;

  @BeforeEach
  void setUp() {
    project("shop");
    issues = new SqlIssues(database, () -> NOON);
  }

  private static EventSample error(long id) {
    return event().id(id).thrown("TypeError", "cart is empty", frame("pay", "src/pay.ts", 7, 3));
  }

  private static Sighting sighting(Event event, String hash) {
    return new Sighting(event, new Fingerprint("1", hash, List.of("type TypeError")), false);
  }

  private Recorded record(EventSample sample, String hash) {
    return issues.record(List.of(sighting(sample.build(), hash))).getFirst();
  }

  private static Recorded kept(String issue) {
    return new Recorded.Counted(issue, true);
  }

  private Issue issue(String id) {
    return issues.find(id).orElseThrow();
  }

  @Test
  void aStormIsCountedWholeAndKeptInPart() {
    List<Sighting> storm = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      Event event = error(i).at(NOON.plusMillis(i)).release("1." + i / 4_000).build();
      storm.add(sighting(event, "a"));
    }
    for (int from = 0; from < storm.size(); from += 500) {
      issues.record(storm.subList(from, from + 500));
    }
    Issue issue = issue("shop-1");
    assertThat(issue.events()).isEqualTo(10_000);
    assertThat(issue.lastSeen()).isEqualTo(NOON.plusMillis(10_000));
    assertThat(issues.perHour("shop-1", NOON, 1)).containsExactly(10_000L);
    assertThat(issues.kept("shop-1"))
        .isBetween(50L, 200L)
        .isEqualTo(issues.events("shop-1", 999).size());
    assertThat(issues.event(1, issue.lastEvent())).isPresent();
    assertThat(issues.events("shop-1", 999))
        .extracting(line -> line.release())
        .contains("1.0", "1.1", "1.2");
    assertThat(issues.shares("shop-1", "release", 10))
        .containsExactly(new Share("1.1", 4_000), new Share("1.0", 3_999), new Share("1.2", 2_001));
    assertThat(issues.record(storm.subList(5_000, 5_500)))
        .allMatch(Recorded.Repeated.class::isInstance);
  }

  @Test
  void whatTellsMoreThanTheCountIsKeptInAStorm() {
    for (int i = 1; i <= 1_000; i++) {
      record(error(i).at(NOON.plusMillis(i)), "a");
    }
    assertThat(issues.record(List.of(sighting(error(1_001).at(NOON.plusSeconds(2)).build(), "a"))))
        .containsExactly(new Recorded.Counted("shop-1", false));
    assertThat(issues.event(1, error(1_001).build().id())).isEmpty();
    EventSample later = error(1_002).at(NOON.plusSeconds(3));
    assertThat(issues.record(List.of(sighting(later.report("It broke", null).build(), "a"))))
        .containsExactly(kept("shop-1"));
    EventSample browser =
        error(1_003).at(NOON.plusSeconds(4)).context("browser", "name", "Firefox");
    assertThat(issues.record(List.of(sighting(browser.build(), "a"))))
        .containsExactly(kept("shop-1"));
    EventSample newest = error(1_004).at(NOON.plus(Duration.ofMinutes(11)));
    assertThat(issues.record(List.of(sighting(newest.build(), "a"))))
        .containsExactly(kept("shop-1"));
    assertThat(issue("shop-1").lastEvent()).isEqualTo(newest.build().id());
  }

  /// Every week brings a version of each browser, and hardly any brings news of a fault.
  @Test
  void ofABrowsersVersionsSomeAreKeptAndOfBrowsersAll() {
    for (int i = 1; i <= 1_000; i++) {
      record(error(i).at(NOON.plusMillis(i)), "a");
    }
    long before = issues.kept("shop-1");
    List<Sighting> versions = new ArrayList<>();
    for (int version = 1; version <= 60; version++) {
      EventSample one = error(1_000 + version).at(NOON.plusMillis(1_000 + version));
      one.context("browser", "name", "Firefox").context("browser", "version", version + ".0");
      versions.add(sighting(one.build(), "a"));
    }
    issues.record(versions);
    assertThat(issues.kept("shop-1") - before).isBetween(16L, 18L);
    assertThat(issues.shares("shop-1", "browser", 100)).hasSize(60);
    EventSample other = error(1_061).at(NOON.plusMillis(1_061)).context("browser", "name", "Edge");
    assertThat(issues.record(List.of(sighting(other.build(), "a"))))
        .containsExactly(kept("shop-1"));
  }

  @Test
  void aDuplicateIsKnownAfterARestartAlsoWhenNothingOfItWasKept() throws IOException {
    for (int i = 1; i <= 1_001; i++) {
      record(error(i).at(NOON.plusMillis(i)), "a");
    }
    reopen();
    issues = new SqlIssues(database, () -> NOON);
    assertThat(record(error(1_001), "a")).isEqualTo(new Recorded.Repeated());
    assertThat(issue("shop-1").events()).isEqualTo(1_001);
  }

  @Test
  void aFloodOfTagsStaysBoundedAndIsCountedWhole() {
    List<Sighting> flood = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      EventSample sample = error(i).tag("a.request", "value " + i);
      for (int tag = 0; tag < 60; tag++) {
        sample.tag("name" + tag + "-" + i % 50, "x");
      }
      flood.add(sighting(sample.build(), "a"));
    }
    for (int from = 0; from < flood.size(); from += 200) {
      issues.record(flood.subList(from, from + 200));
    }
    List<Share> values = issues.shares("shop-1", "a.request", 10_000);
    assertThat(values).hasSize(1_001);
    assertThat(values.getFirst()).isEqualTo(new Share("", 5_000));
    assertThat(values.stream().mapToLong(Share::events).sum()).isEqualTo(6_000);
    long tags =
        database.read(
            handle ->
                handle.createQuery("SELECT count(*) FROM project_tag").mapTo(Long.class).one());
    assertThat(tags).isLessThan(6_000);
  }

  @Test
  void eventsAreCountedByTheMinuteForADay() {
    record(error(1).at(NOON), "a");
    record(error(2).at(NOON.plusSeconds(59)), "a");
    record(error(3).at(NOON.minusSeconds(120)).received(NOON), "a");
    record(error(4).at(NOON.minus(Duration.ofHours(25))).received(NOON), "a");
    assertThat(issues.perMinute("shop-1", NOON, 3)).containsExactly(1L, 0L, 2L);
    assertThat(issues.perMinute("shop-1", NOON.minus(Duration.ofHours(25)), 1)).containsExactly(0L);
    assertThat(issues.perHour("shop-1", NOON.minus(Duration.ofHours(25)), 1)).containsExactly(1L);
  }

  @Test
  void peopleWhoMetAnIssueAreListedMostFirst() {
    record(error(1).user("7", "ann@shop.example"), "a");
    record(error(2).user("8", "ben@shop.example"), "a");
    record(error(3).user("7", "ann@shop.example").at(NOON.plusSeconds(5)), "a");
    record(error(4), "a");
    assertThat(issues.people("shop-1", 10))
        .containsExactly(
            new Person("ann@shop.example", 2, NOON.plusSeconds(5)),
            new Person("ben@shop.example", 1, NOON));
  }
}

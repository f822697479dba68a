package dev.suture.store;

import static dev.suture.event.EventSample.NOON;
import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.capture.Capture;
import dev.suture.event.EventSample;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore.Recorded;
import dev.suture.issue.IssueStore.Share;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.issue.MergeStore.Entry;
import dev.suture.issue.MergeStore.Refused;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import dev.suture.issue.similar.SimilarStore.Similar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class MergeStoreContract extends StoreContract {
  private static final Actor ANN = new Actor("account:1", "Ann");

  private Instant now = NOON;
  private SqlIssues issues;
  private SqlMerges merges;
  private SqlGroups groups;
  private SqlCaptures captures;

  @BeforeEach
  void setUp() {
    project("shop");
    project("blog");
    issues = new SqlIssues(database, () -> now);
    merges = new SqlMerges(database, issues, () -> now);
    groups = new SqlGroups(database);
    captures = new SqlCaptures(database);
  }

  private static EventSample error(long id) {
    return event().id(id).thrown("TypeError", "cart is empty", frame("pay", "src/pay.ts", 7, 3));
  }

  private String record(EventSample sample, String hash, boolean captured) {
    Fingerprint fingerprint = new Fingerprint("2", hash, List.of("group " + hash));
    Sighting sighting = new Sighting(sample.build(), fingerprint, captured);
    String issue = ((Recorded.Counted) issues.record(List.of(sighting)).getFirst()).issue();
    if (captured) {
      captures.put(
          new Capture(sighting.event().id(), 1, issue, null, null, NOON, NOON, "sdk", List.of()));
    }
    return issue;
  }

  private String record(EventSample sample, String hash) {
    return record(sample, hash, false);
  }

  private Issue issue(String id) {
    return issues.find(id).orElseThrow();
  }

  /// Everything that is told of an issue by its id.
  private String all(String id) {
    return issue(id)
        + "\n"
        + issues.events(id, 100)
        + "\n"
        + issues.perHour(id, NOON.plusSeconds(60), 24)
        + "\n"
        + issues.shares(id, "release", 10)
        + "\n"
        + issues.shares(id, "environment", 10)
        + "\n"
        + captures.ofIssue(id, 10)
        + "\n"
        + groups.ofIssue(id);
  }

  private void twoIssues() {
    record(error(1).user("1", null).release("1.0").environment("live"), "a");
    record(error(2).user("2", null).release("1.1").at(NOON.minus(Duration.ofHours(2))), "a");
    record(error(3).user("2", null).release("1.1").at(NOON.minus(Duration.ofHours(5))), "b", true);
    record(error(4).user("3", null).release("1.2").at(NOON.plusSeconds(30)), "b");
  }

  @Test
  void aMergedIssueIsPartOfItsSurvivorInEveryCount() {
    twoIssues();
    merges.merge(List.of("shop-2"), "shop-1", ANN);
    Issue survivor = issue("shop-1");
    assertThat(survivor.events()).isEqualTo(4);
    assertThat(survivor.users()).isEqualTo(3);
    assertThat(survivor.captures()).isEqualTo(1);
    assertThat(survivor.firstSeen()).isEqualTo(NOON.minus(Duration.ofHours(5)));
    assertThat(survivor.lastSeen()).isEqualTo(NOON.plusSeconds(30));
    assertThat(survivor.lastRelease()).isEqualTo("1.2");
    assertThat(survivor.lastEvent()).isEqualTo(error(4).build().id());
    assertThat(issues.events("shop-1", 10)).hasSize(4);
    assertThat(issues.perHour("shop-1", NOON.plusSeconds(60), 6))
        .containsExactly(1L, 0L, 0L, 1L, 0L, 2L);
    assertThat(issues.shares("shop-1", "release", 10))
        .containsExactlyInAnyOrder(new Share("1.1", 2), new Share("1.0", 1), new Share("1.2", 1));
    assertThat(captures.ofIssue("shop-1", 10)).hasSize(1);
    assertThat(issues.open("shop")).isEqualTo(1);
  }

  @Test
  void theIdOfAMergedIssueLeadsToTheSurvivorAndItsHashesDoToo() {
    twoIssues();
    record(error(5), "c");
    merges.merge(List.of("shop-2"), "shop-1", ANN);
    merges.merge(List.of("shop-1"), "shop-3", ANN);
    assertThat(issue("shop-2").id()).isEqualTo("shop-3");
    assertThat(issue("shop-1").id()).isEqualTo("shop-3");
    assertThat(issues.events("shop-2", 10)).hasSize(5);
    assertThat(record(error(6), "b")).isEqualTo("shop-3");
    assertThat(new SqlActivity(database).of("shop-3", Long.MAX_VALUE, 10))
        .extracting(entry -> (Object) entry.deed())
        .contains(new Deed.Merged(List.of("shop-2")), new Deed.Merged(List.of("shop-1")));
  }

  @Test
  void undoingGivesBothIssuesBackAsTheyWere() {
    twoIssues();
    String first = all("shop-1");
    String second = all("shop-2");
    merges.merge(List.of("shop-2"), "shop-1", ANN);
    Entry entry = merges.history("shop-1").getFirst();
    assertThat(merges.undo("shop-1", entry.merge(), ANN)).isEqualTo("shop-2");
    assertThat(all("shop-1")).isEqualTo(first);
    assertThat(all("shop-2")).isEqualTo(second);
    assertThat(merges.history("shop-1").getFirst().undone()).isNotNull();
  }

  @Test
  void whatArrivedSinceGoesWithItsHash() {
    twoIssues();
    merges.merge(List.of("shop-2"), "shop-1", ANN);
    record(error(5).at(NOON.plusSeconds(40)).release("2.0"), "b");
    record(error(6).at(NOON.plusSeconds(50)).release("2.0"), "a");
    merges.undo("shop-1", merges.history("shop-1").getFirst().merge(), ANN);
    assertThat(issue("shop-2").events()).isEqualTo(3);
    assertThat(issue("shop-1").events()).isEqualTo(3);
    assertThat(issues.shares("shop-2", "release", 10)).contains(new Share("2.0", 1));
    assertThat(issues.shares("shop-1", "release", 10)).contains(new Share("2.0", 1));
    assertThat(issue("shop-2").lastEvent()).isEqualTo(error(5).build().id());
    assertThat(issue("shop-1").lastEvent()).isEqualTo(error(6).build().id());
    assertThat(record(error(7), "b")).isEqualTo("shop-2");
  }

  @Test
  void aHashBecomesAnIssueOfItsOwn() {
    twoIssues();
    merges.merge(List.of("shop-2"), "shop-1", ANN);
    assertThat(merges.split("shop-1", "b", ANN)).isEqualTo("shop-3");
    Issue made = issue("shop-3");
    assertThat(made.events()).isEqualTo(2);
    assertThat(made.users()).isEqualTo(2);
    assertThat(made.captures()).isEqualTo(1);
    assertThat(made.firstSeen()).isEqualTo(NOON.minus(Duration.ofHours(5)));
    assertThat(issues.perHour("shop-3", NOON.plusSeconds(60), 6))
        .containsExactly(1L, 0L, 0L, 0L, 0L, 1L);
    assertThat(captures.ofIssue("shop-3", 10)).hasSize(1);
    assertThat(issue("shop-1").events()).isEqualTo(2);
    assertThat(issues.perHour("shop-1", NOON.plusSeconds(60), 6))
        .containsExactly(0L, 0L, 0L, 1L, 0L, 1L);
    assertThat(record(error(8), "b")).isEqualTo("shop-3");
    assertThat(merges.history("shop-1")).extracting(Entry::hash).contains("b");
  }

  @Test
  void theHashThatAnIssueBeganWithCanLeaveItToo() {
    twoIssues();
    merges.merge(List.of("shop-2"), "shop-1", ANN);
    assertThat(merges.split("shop-1", "a", ANN)).isEqualTo("shop-3");
    assertThat(issue("shop-1").fingerprint().hash()).isEqualTo("b");
    assertThat(issue("shop-3").fingerprint().hash()).isEqualTo("a");
  }

  @Test
  void whatCannotBeIsRefused() {
    twoIssues();
    record(error(9).project(2), "a");
    assertThatThrownBy(() -> merges.merge(List.of("blog-1"), "shop-1", ANN))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> merges.merge(List.of("shop-1"), "shop-1", ANN))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> merges.merge(List.of("shop-2", "shop-9"), "shop-1", ANN))
        .isInstanceOf(Refused.class);
    assertThat(issue("shop-2").events()).isEqualTo(2);
    assertThatThrownBy(() -> merges.split("shop-1", "a", ANN)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> merges.split("shop-1", "b", ANN)).isInstanceOf(Refused.class);
    merges.merge(List.of("shop-2"), "shop-1", ANN);
    long merge = merges.history("shop-1").getFirst().merge();
    assertThatThrownBy(() -> merges.undo("blog-1", merge, ANN)).isInstanceOf(Refused.class);
    merges.undo("shop-1", merge, ANN);
    assertThatThrownBy(() -> merges.undo("shop-1", merge, ANN)).isInstanceOf(Refused.class);
  }

  @Test
  void mergesAreUndoneTheOtherWayRound() {
    twoIssues();
    record(error(5), "c");
    merges.merge(List.of("shop-2"), "shop-1", ANN);
    long first = merges.history("shop-1").getFirst().merge();
    merges.merge(List.of("shop-1"), "shop-3", ANN);
    assertThatThrownBy(() -> merges.undo("shop-3", first, ANN)).isInstanceOf(Refused.class);
    merges.undo("shop-3", merges.history("shop-3").getFirst().merge(), ANN);
    assertThat(merges.undo("shop-1", first, ANN)).isEqualTo("shop-2");
    assertThat(issue("shop-1").events()).isEqualTo(2);
  }

  /// A table that somebody adds later has to be merged as well: this tells them.
  @Test
  void everyTableThatBelongsToAnIssueIsKnownToMerging() {
    // What a reproduction showed stays with the issue that it was made of.
    Set<String> known =
        new TreeSet<>(
            List.of(
                "event",
                "issue_shape",
                "issue_text",
                "issue_users",
                "capture",
                "hotfix",
                "issue_approval",
                "sighting",
                "minimal"));
    MergeRows.COUNTS.forEach(counts -> known.add(counts.table()));
    known.addAll(MergeRows.MOVED.keySet());
    Set<String> found = new TreeSet<>();
    database.read(
        handle ->
            handle
                .createQuery("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
                .map(
                    (row, _) -> {
                      if (row.getString(2).matches("(?s).*[(,]\\s*issue (BIGINT|TEXT|INTEGER).*")) {
                        found.add(row.getString(1));
                      }
                      return 0;
                    })
                .list());
    assertThat(found).isEqualTo(known);
  }

  @Test
  void issuesThatAreAlikeAreFoundWithTheirReasons() {
    SqlSimilar similar = new SqlSimilar(database, issues);
    record(
        event()
            .id(1)
            .thrown(
                "TypeError",
                "price of undefined",
                frame("total", "src/a.ts", 1, 1),
                frame("pay", "src/pay.ts", 2, 2)),
        "a");
    record(
        event()
            .id(2)
            .thrown(
                "TypeError",
                "price of undefined",
                frame("total", "src/a.ts", 9, 1),
                frame("payLater", "src/later.ts", 2, 2)),
        "b");
    record(event().id(3).thrown("RangeError", "no date", frame("when", "src/d.ts", 1, 1)), "c");
    record(
        event()
            .id(4)
            .project(2)
            .thrown("TypeError", "price of undefined", frame("total", "src/a.ts", 1, 1)),
        "a");
    List<Similar> found = similar.of("shop-1", 10);
    assertThat(found).extracting(each -> each.issue().id()).containsExactly("shop-2");
    assertThat(found.getFirst().percent()).isBetween(45, 99);
    assertThat(found.getFirst().reasons())
        .anyMatch(reason -> reason.startsWith("1 of 2 calls is shared, the one that threw"));
    merges.merge(List.of("shop-2"), "shop-1", ANN);
    assertThat(similar.of("shop-1", 10)).isEmpty();
  }
}

package dev.suture.store;

import static dev.suture.event.EventSample.NOON;
import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.EventSample;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.issue.query.BadQuery;
import dev.suture.issue.query.EventSearch.Line;
import dev.suture.issue.query.EventSearch.Page;
import dev.suture.issue.query.EventSearch.Search;
import dev.suture.issue.query.Queries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class EventSearchContract extends StoreContract {
  private SqlIssues issues;
  private SqlEventSearch searches;
  private int events;

  @BeforeEach
  void setUp() {
    project("shop");
    project("blog");
    issues = new SqlIssues(database, () -> NOON);
    searches = new SqlEventSearch(database);
  }

  private EventSample error(String message) {
    return event().id(++events).thrown("TypeError", message, frame("pay", "src/pay.ts", 7, 3));
  }

  private void record(EventSample sample, String group) {
    Fingerprint fingerprint = new Fingerprint("1", group, List.of("type TypeError"));
    issues.record(List.of(new Sighting(sample.build(), fingerprint, true)));
  }

  private static Search search(String query, List<Long> projects) throws BadQuery {
    Queries.Reader reader = new Queries.Reader(null, NOON, () -> Set.of("plan"));
    return new Search(projects, Queries.read(query, reader));
  }

  private List<Integer> found(String query) throws BadQuery {
    return numbers(searches.list(search(query, List.of(1L, 2L)), null, 100));
  }

  private static List<Integer> numbers(Page page) {
    return page.events().stream().map(Line::id).map(id -> Integer.parseInt(id, 16)).toList();
  }

  @Test
  void eventsAreFoundByTheirOwnTagsNotByThoseOfTheirIssue() throws BadQuery {
    record(error("one").release("1.0").user("7", "ann@shop.example"), "a");
    record(error("two").release("1.1").tag("plan", "Gold").at(NOON.plusSeconds(1)), "a");
    record(error("three").project(2).release("1.1").at(NOON.plusSeconds(2)), "b");
    assertThat(found("")).containsExactly(3, 2, 1);
    assertThat(found("release:1.1")).containsExactly(3, 2);
    assertThat(found("!release:1.1")).containsExactly(1);
    assertThat(found("plan:gold")).containsExactly(2);
    assertThat(found("!has:plan issue:shop-1")).containsExactly(1);
    assertThat(found("user.email:ann@*")).containsExactly(1);
    assertThat(found("plan:gold OR user.id:7")).containsExactly(2, 1);
    assertThat(found("typeerror two")).containsExactly(2);
    assertThat(found("!\"two\"")).containsExactly(3, 1);
    assertThat(found("project:blog is:new")).containsExactly(3);
    assertThat(found("release:latest")).containsExactly(3, 2);
    assertThat(found("events:2")).containsExactly(2, 1);
    assertThat(found("is:assigned")).isEmpty();
    assertThat(found("'; DROP TABLE event; --")).isEmpty();
  }

  @Test
  void timesAreThoseOfTheEvent() throws BadQuery {
    record(error("old").at(NOON.minus(Duration.ofDays(3))), "a");
    record(error("new").at(NOON.minus(Duration.ofMinutes(5))), "a");
    assertThat(found("timestamp:-1h")).containsExactly(2);
    assertThat(found("timestamp:+1d")).containsExactly(1);
    assertThat(found("timestamp:<2026-05-03")).containsExactly(1);
    assertThat(found("lastSeen:-1h")).containsExactly(2, 1);
  }

  @Test
  void aLineSaysWhatAListShows() throws BadQuery {
    record(
        error("cart")
            .release("1.0")
            .environment("production")
            .user("7", "ann@shop.example")
            .context("browser", "name", "Safari")
            .context("browser", "version", "17.5"),
        "a");
    Line line = searches.list(search("", List.of(1L)), null, 1).events().getFirst();
    assertThat(line.issue()).isEqualTo("shop-1");
    assertThat(line.title()).isEqualTo("TypeError: cart");
    assertThat(line.user()).isEqualTo("ann@shop.example");
    assertThat(line.browser()).isEqualTo("Safari 17");
    assertThat(line.url()).isEqualTo("https://shop.example/cart");
    assertThat(line.captured()).isTrue();
  }

  @Test
  void pagesFollowWithoutGapOrRepeatWhileEventsArrive() throws BadQuery {
    for (int i = 0; i < 25; i++) {
      record(error("x").at(NOON.plusSeconds(i / 3)), "a");
    }
    Search search = search("x", List.of(1L));
    List<Integer> seen = new ArrayList<>();
    @Nullable String before = null;
    do {
      Page page = searches.list(search, before, 7);
      seen.addAll(numbers(page));
      before = page.next();
      record(error("x").at(NOON.plusSeconds(100)), "a");
    } while (before != null);
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThatThrownBy(() -> searches.list(search, "1.x", 7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noSearchLeavesItsProjects() throws BadQuery {
    record(error("x"), "a");
    record(error("x").project(2), "a");
    for (String query : List.of("", "x OR issue:shop-1", "project:*", "!plan:y", "level:error")) {
      assertThat(numbers(searches.list(search(query, List.of(2L)), null, 9)))
          .as(query)
          .containsExactly(2);
      assertThat(searches.list(search(query, List.of()), null, 9).events()).isEmpty();
    }
  }
}

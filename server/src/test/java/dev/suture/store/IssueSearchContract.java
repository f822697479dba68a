package dev.suture.store;

import static dev.suture.event.EventSample.NOON;
import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.EventSample;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Happening;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.issue.Life;
import dev.suture.issue.LifeStore;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.query.BadQuery;
import dev.suture.issue.query.IssueSearch.Facet;
import dev.suture.issue.query.IssueSearch.Facets;
import dev.suture.issue.query.IssueSearch.Name;
import dev.suture.issue.query.IssueSearch.Page;
import dev.suture.issue.query.IssueSearch.Search;
import dev.suture.issue.query.IssueSearch.Sort;
import dev.suture.issue.query.IssueSearch.Value;
import dev.suture.issue.query.Queries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class IssueSearchContract extends StoreContract {
  private static final List<Long> BOTH = List.of(1L, 2L);

  private SqlIssues issues;
  private SqlIssueSearch searches;
  private int events;

  @BeforeEach
  void setUp() {
    project("shop");
    project("blog");
    issues = new SqlIssues(database, () -> NOON);
    searches = new SqlIssueSearch(database);
  }

  private EventSample error(String message) {
    return event().id(++events).thrown("TypeError", message, frame("pay", "src/pay.ts", 7, 3));
  }

  private void record(EventSample sample, String group) {
    Fingerprint fingerprint = new Fingerprint("1", group, List.of("type TypeError"));
    issues.record(List.of(new Sighting(sample.build(), fingerprint, false)));
  }

  private void tell(String issue, IssueState state) {
    Happening told = new Happening.Told(NOON, state, null);
    new SqlLives(database)
        .change(
            issue,
            NOON,
            Actor.SYSTEM,
            facts -> Life.next(facts.standing(), facts.releases(), told));
  }

  private void assign(String issue, String holder) {
    new SqlLives(database)
        .assign(issue, NOON, Actor.SYSTEM, new LifeStore.Assignment(holder, null));
  }

  private static Search search(String query, Sort sort) throws BadQuery {
    Queries.Reader reader = new Queries.Reader(null, NOON, () -> Set.of("plan"));
    return new Search(BOTH, Queries.read(query, reader), sort, NOON);
  }

  private List<String> found(String query) throws BadQuery {
    return ids(searches.list(search(query, Sort.lastSeen), null, 100));
  }

  private static List<String> ids(Page page) {
    return page.issues().stream().map(Issue::id).toList();
  }

  @Test
  void tagsSelectTheIssuesWhoseEventsHaveThem() throws BadQuery {
    record(error("a").release("1.2.0").tag("plan", "Gold"), "a");
    record(error("b").release("1.2.1").tag("plan", "silver"), "b");
    record(error("c").at(NOON.plusSeconds(9)).release("1.20.0").user("7", "ann@shop.example"), "c");
    assertThat(found("release:1.2.0")).containsExactly("shop-1");
    assertThat(found("release:1.2.*")).containsExactlyInAnyOrder("shop-1", "shop-2");
    assertThat(found("release:*.0")).containsExactlyInAnyOrder("shop-1", "shop-3");
    assertThat(found("!release:1.2.*")).containsExactly("shop-3");
    assertThat(found("plan:[gold, SILVER]")).containsExactlyInAnyOrder("shop-1", "shop-2");
    assertThat(found("has:plan")).containsExactlyInAnyOrder("shop-1", "shop-2");
    assertThat(found("!has:plan")).containsExactly("shop-3");
    assertThat(found("user.email:ann@*")).containsExactly("shop-3");
    assertThat(found("release:latest")).containsExactly("shop-3");
    assertThat(found("plan:gold OR user.id:7")).containsExactlyInAnyOrder("shop-1", "shop-3");
    assertThat(found("level:error platform:javascript")).hasSize(3);
  }

  @Test
  void whatLikeTakesForAWildcardIsText() throws BadQuery {
    record(error("50% off ÄRGER").tag("plan", "a_b"), "a");
    record(error("500 off").tag("plan", "axb!"), "b");
    assertThat(found("50%")).containsExactly("shop-1");
    assertThat(found("ärger")).containsExactly("shop-1");
    assertThat(found("\"50% off\"")).containsExactly("shop-1");
    assertThat(found("plan:a_b")).containsExactly("shop-1");
    assertThat(found("plan:a_*")).containsExactly("shop-1");
    assertThat(found("plan:*b!")).containsExactly("shop-2");
    assertThat(found("\"'; DROP TABLE issue; --\"")).isEmpty();
    assertThat(found("plan:\"x\u0000\"")).isEmpty();
  }

  @Test
  void textLooksAtTypeTitleAndPlace() throws BadQuery {
    record(error("cart is empty"), "a");
    record(event().id(99).thrown("RangeError", "no", frame("f", "src/other.ts", 1, 1)), "b");
    assertThat(found("typeerror")).containsExactly("shop-1");
    assertThat(found("SRC/PAY")).containsExactly("shop-1");
    assertThat(found("cart empty")).containsExactly("shop-1");
    assertThat(found("\"cart empty\"")).isEmpty();
    assertThat(found("cart*empty")).containsExactly("shop-1");
    assertThat(found("!cart")).containsExactly("shop-2");
  }

  @Test
  void statesTimesAndCountsSelect() throws BadQuery {
    record(error("a").at(NOON.minus(Duration.ofDays(8))), "a");
    record(error("b").at(NOON.minus(Duration.ofHours(2))).user("1", null), "b");
    record(error("b").at(NOON.minus(Duration.ofHours(1))).user("2", null), "b");
    record(error("c").project(2).at(NOON), "c");
    tell("shop-1", IssueState.resolved);
    assign("blog-1", "person:ann@shop.example");
    assertThat(found("is:resolved")).containsExactly("shop-1");
    assertThat(found("is:unresolved")).containsExactly("blog-1", "shop-2");
    assertThat(found("is:assigned")).containsExactly("blog-1");
    assertThat(found("assigned:none")).containsExactlyInAnyOrder("shop-1", "shop-2");
    assertThat(found("assigned:ann*")).containsExactly("blog-1");
    assertThat(found("assigned:ANN@shop.example")).containsExactly("blog-1");
    assertThat(found("!assigned:ann@shop.example")).containsExactlyInAnyOrder("shop-1", "shop-2");
    assertThat(found("assigned:#ann")).isEmpty();
    assertThat(found("is:for_review")).containsExactly("shop-2");
    assertThat(found("is:[resolved, archived]")).containsExactly("shop-1");
    assertThat(found("firstSeen:-24h")).containsExactly("blog-1", "shop-2");
    assertThat(found("firstSeen:+7d")).containsExactly("shop-1");
    assertThat(found("lastSeen:>2026-05-03")).containsExactly("blog-1", "shop-2");
    assertThat(found("lastSeen:2026-04-26")).containsExactly("shop-1");
    assertThat(found("events:>1")).containsExactly("shop-2");
    assertThat(found("users:>=2")).containsExactly("shop-2");
    assertThat(found("users:0")).containsExactlyInAnyOrder("shop-1", "blog-1");
    assertThat(found("issue:[shop-1, blog-1, nothing]"))
        .containsExactlyInAnyOrder("shop-1", "blog-1");
    assertThat(found("project:BL*")).containsExactly("blog-1");
  }

  @Test
  void noSearchLeavesItsProjects() throws BadQuery {
    record(error("a").release("1.0"), "a");
    record(error("a").project(2).release("1.0"), "a");
    for (String query : List.of("", "release:1.0", "a OR issue:shop-1", "project:*", "!b")) {
      Search everywhere = search(query, Sort.lastSeen);
      Search blog = new Search(List.of(2L), everywhere.where(), Sort.lastSeen, NOON);
      assertThat(ids(searches.list(blog, null, 10))).as(query).containsExactly("blog-1");
      assertThat(searches.facets(blog, 5).issues()).isEqualTo(1);
      assertThat(searches.count(blog, 10)).isEqualTo(1);
      Search nowhere = new Search(List.of(), everywhere.where(), Sort.lastSeen, NOON);
      assertThat(ids(searches.list(nowhere, null, 10))).as(query).isEmpty();
    }
    assertThat(searches.names(List.of(), "", 10)).isEmpty();
    assertThat(searches.values(List.of(2L), "release", "", 10))
        .containsExactly(new Value("1.0", 1, 1));
  }

  @Test
  void everySortPagesWithoutGapOrRepeat() throws BadQuery {
    for (int i = 0; i < 30; i++) {
      Instant at = NOON.minus(Duration.ofHours(i % 7));
      for (int j = 0; j <= i % 4; j++) {
        record(error("x" + i).at(at).user(j + "", null), "group" + i);
      }
    }
    for (Sort sort : Sort.values()) {
      List<String> all = ids(searches.list(search("", sort), null, 100));
      assertThat(all).as("%s", sort).hasSize(30);
      assertThat(pages(search("", sort), 7)).as("%s", sort).isEqualTo(all);
    }
    assertThat(searches.count(search("", Sort.lastSeen), 10)).isEqualTo(10);
  }

  private List<String> pages(Search search, int limit) {
    List<String> ids = new ArrayList<>();
    @Nullable String before = null;
    do {
      Page page = searches.list(search, before, limit);
      ids.addAll(ids(page));
      before = page.next();
    } while (before != null);
    return ids;
  }

  @Test
  void aPageStaysWhereItIsWhileEventsArrive() throws BadQuery {
    for (int i = 0; i < 20; i++) {
      record(error("x" + i).at(NOON.minusSeconds(100 + i)), "group" + i);
    }
    Search search = search("", Sort.lastSeen);
    Page first = searches.list(search, null, 10);
    record(error("x").at(NOON), "group15");
    record(error("new").at(NOON), "new");
    List<String> second = ids(searches.list(search, first.next(), 20));
    List<String> still =
        IntStream.range(0, 20).filter(i -> i != 15).mapToObj(i -> "shop-" + (i + 1)).toList();
    List<String> seen = new ArrayList<>(ids(first));
    seen.addAll(second);
    assertThat(seen).isEqualTo(still);
  }

  @Test
  void sortsPutTheHighestFirst() throws BadQuery {
    record(error("old").at(NOON.minus(Duration.ofHours(40))), "steady");
    record(error("old").at(NOON.minus(Duration.ofHours(40))), "steady");
    record(error("old").at(NOON.minus(Duration.ofHours(39))), "steady");
    record(error("rising").at(NOON.minus(Duration.ofHours(2))).user("1", null), "rising");
    record(error("rising").at(NOON.minus(Duration.ofHours(1))).user("2", null), "rising");
    record(error("last").at(NOON).user("1", null), "last");
    assertThat(first(Sort.lastSeen)).isEqualTo("shop-3");
    assertThat(first(Sort.firstSeen)).isEqualTo("shop-3");
    assertThat(first(Sort.events)).isEqualTo("shop-1");
    assertThat(first(Sort.users)).isEqualTo("shop-2");
    assertThat(ids(searches.list(search("", Sort.trend), null, 9)))
        .containsExactly("shop-2", "shop-3", "shop-1");
  }

  private String first(Sort sort) throws BadQuery {
    return ids(searches.list(search("", sort), null, 1)).getFirst();
  }

  @Test
  void aCursorOfAnotherListIsRefused() throws BadQuery {
    record(error("a"), "a");
    Search search = search("", Sort.events);
    for (String cursor : List.of("lastSeen.1.1.0", "events.1.1", "events.1;x.1.0", "", "x")) {
      assertThatThrownBy(() -> searches.list(search, cursor, 10))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void facetsAddUpTheTagsOfWhatMatches() throws BadQuery {
    record(error("a").release("1.0").tag("plan", "gold"), "a");
    record(error("a").release("1.1").tag("plan", "gold"), "a");
    record(error("b").release("1.1"), "b");
    record(error("other").release("9.9"), "c");
    Facets facets = searches.facets(search("!other", Sort.lastSeen), 1);
    assertThat(facets.issues()).isEqualTo(2);
    assertThat(facets.partial()).isFalse();
    assertThat(facets.tags())
        .contains(
            new Facet("release", 3, 2, List.of(new Value("1.1", 2, 2))),
            new Facet("plan", 2, 1, List.of(new Value("gold", 2, 1))));
    assertThat(searches.facets(search("nothing", Sort.lastSeen), 5))
        .isEqualTo(new Facets(List.of(), 0, false));
  }

  @Test
  void namesAndValuesCompleteAPrefix() {
    record(error("a").release("1.0").tag("plan", "gold"), "a");
    record(error("b").release("1.1"), "b");
    record(error("b").release("1.1"), "b");
    record(error("c").project(2).tag("plan", "Gold_2"), "c");
    assertThat(searches.names(BOTH, "REL", 9)).containsExactly(new Name("release", 3));
    assertThat(searches.names(BOTH, "", 2)).hasSize(2);
    assertThat(searches.values(BOTH, "release", "", 9))
        .containsExactly(new Value("1.1", 2, 1), new Value("1.0", 1, 1));
    assertThat(searches.values(BOTH, "plan", "gold_", 9))
        .containsExactly(new Value("Gold_2", 1, 1));
    assertThat(searches.values(List.of(1L), "plan", "", 9))
        .containsExactly(new Value("gold", 1, 1));
  }

  @Test
  void hoursAreCountedForManyIssuesAtOnce() throws BadQuery {
    record(error("a").at(NOON), "a");
    record(error("a").at(NOON.minus(Duration.ofHours(2))), "a");
    record(error("b").at(NOON.minus(Duration.ofHours(1))), "b");
    Page page = searches.list(search("", Sort.lastSeen), null, 10);
    assertThat(searches.perHour(page.issues(), NOON, 3))
        .containsExactly(List.of(1L, 0L, 1L), List.of(0L, 1L, 0L));
    assertThat(searches.perHour(List.of(), NOON, 3)).isEmpty();
  }
}

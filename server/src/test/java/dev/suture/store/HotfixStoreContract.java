package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.HotfixStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class HotfixStoreContract extends StoreContract {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private HotfixStore hotfixes;

  @BeforeEach
  void setUp() {
    hotfixes = new SqlHotfixes(database);
  }

  private static Hotfix hotfix(String id, String issue, Hotfix.State state, int second) {
    return new Hotfix(
        id,
        issue,
        "shop",
        state,
        "a".repeat(40),
        "the commit of release 1.0, live in production",
        "b".repeat(40),
        List.of(new Hotfix.Commit("b".repeat(40), "Guard the cart", "Ann", NOON)),
        List.of(
            new Hotfix.LineStatus(
                "develop", "develop", Hotfix.Presence.missing, null, "no commit with this patch")),
        true,
        NOON.plusSeconds(second),
        null,
        null);
  }

  @Test
  void aHotfixComesBackAsItWasPut() {
    Hotfix hotfix = hotfix("hotfix-shop-1-cart", "shop-1", Hotfix.State.open, 0);
    hotfixes.put(hotfix);
    assertThat(hotfixes.find(hotfix.id())).contains(hotfix);
    assertThat(hotfixes.find("hotfix-shop-2")).isEmpty();
  }

  @Test
  void puttingAgainReplacesByItsId() {
    hotfixes.put(hotfix("hotfix-shop-1-cart", "shop-1", Hotfix.State.open, 0));
    Hotfix closed = hotfix("hotfix-shop-1-cart", "shop-1", Hotfix.State.closed, 0);
    hotfixes.put(closed);
    assertThat(hotfixes.all()).containsExactly(closed);
  }

  @Test
  void listsAreNewestFirst() {
    hotfixes.put(hotfix("one", "shop-1", Hotfix.State.open, 1));
    hotfixes.put(hotfix("three", "shop-1", Hotfix.State.open, 3));
    hotfixes.put(hotfix("two", "shop-2", Hotfix.State.open, 2));
    assertThat(hotfixes.all()).extracting(Hotfix::id).containsExactly("three", "two", "one");
    assertThat(hotfixes.ofIssue("shop-1")).extracting(Hotfix::id).containsExactly("three", "one");
    assertThat(hotfixes.ofIssues(List.of("shop-1", "shop-2", "shop-3")))
        .isEqualTo(
            Map.of("shop-1", hotfixes.ofIssue("shop-1"), "shop-2", hotfixes.ofIssue("shop-2")));
    assertThat(hotfixes.ofIssues(List.of())).isEmpty();
  }
}

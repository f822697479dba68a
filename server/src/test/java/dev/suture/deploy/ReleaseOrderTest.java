package dev.suture.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.ReleaseOrder.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseOrderTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /// The releases in the order in which the server heard of them.
  private static ReleaseOrder heardOf(String... releases) {
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < releases.length; i++) {
      known.add(new Known(releases[i], START.plusSeconds(i)));
    }
    return new ReleaseOrder(known);
  }

  /// The later one was heard of first, so only its name can say that it is later.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Semantic versions.
        "1.4.1|1.4.2",
        "1.4.9|1.4.10",
        "1.9.0|1.10.0",
        "1.4.2|2.0.0",
        "9.0.0|10.0.0",
        "v1.4.1|v1.4.2",
        "1.4.1|v1.4.2",
        "V1.4.1|1.5",
        "1.4|1.4.1",
        "1|2",
        "7|10",
        "1.0.0.1|1.0.0.2",
        "1.2.3.4.5|1.2.3.4.6",
        "0.9.12|0.10.0",
        // With a package and a build.
        "shop@1.4.1|shop@1.4.2",
        "shop@1.4.2|shop@1.10.0",
        "@acme/shop@1.4.1|@acme/shop@1.4.2",
        "com.acme.shop@1.4.2+7|com.acme.shop@1.4.2+12",
        "com.acme.shop@1.4.2+99|com.acme.shop@1.5.0+1",
        "shop@1.4.2+1.2|shop@1.4.2+1.10",
        "Shop@1.4.1|shop@1.4.2",
        "shop-1.4.1|shop-1.4.2",
        "release-1.9|release-1.10",
        "release/2.3.0|release/2.4.0",
        "shop-web-v1.4.1|shop-web-v1.4.2",
        // Pre-releases, and what comes after.
        "1.0.0-alpha|1.0.0-alpha.1",
        "1.0.0-alpha.1|1.0.0-alpha.beta",
        "1.0.0-alpha.beta|1.0.0-beta",
        "1.0.0-beta|1.0.0-beta.2",
        "1.0.0-beta.2|1.0.0-beta.11",
        "1.0.0-beta.11|1.0.0-rc.1",
        "1.0.0-rc.1|1.0.0",
        "1.0.0-rc9|1.0.0-rc10",
        "1.0.0-RC1|1.0.0",
        "1.0.0-beta|1.0.0-RC1",
        "1.0.0-SNAPSHOT|1.0.0",
        "1.4.2|1.5.0-rc.1",
        "1.5.0-1|1.5.0",
        "2.0.0.RELEASE|2.0.1.RELEASE",
        "2.0.0.Beta1|2.0.0.Final",
        "1.0a1|1.0b1",
        "1.0b2|1.0rc1",
        "1.0rc1|1.0",
        "1.0.dev3|1.0a1",
        "1.0|1.0.post1",
        "1.0.post1|1.0.post2",
        "shop@1.0.0-rc.1+5|shop@1.0.0-rc.1+6",
        "1.4.2|1.4.2-3-gabc1234",
        "1.4.2-3-gabc1234|1.4.2-12-g0123456",
        "1.4.2-12-g0123456|1.4.3",
        "1.4.2-abc1234|1.4.3-0123abc",
        // Calendar versions.
        "2026.1|2026.2",
        "2026.9|2026.10",
        "2025.12.31|2026.01.01",
        "2026.01.15|2026.01.15.1",
        "24.04|24.10",
        "2026-01-09|2026-01-10",
        "2026-01-10|2026-01-10.2",
        "2026-01-10T08-00-00|2026-01-10T09-30-00",
        "20260109|20260110",
        "20260110|20260110.2",
        "20260110-0930|20260110-1015",
        "shop@2026.1.0|shop@2026.2.0",
        "deploy-2026-01-09|deploy-2026-01-10",
        "1.4.2|2026.1",
      })
  void versionsAreOrderedByWhatTheySay(String earlier, String later) {
    ReleaseOrder order = heardOf(later, earlier);
    assertThat(order.isLater(later, earlier)).isTrue();
    assertThat(order.isLater(earlier, later)).isFalse();
    assertThat(order.newest(null)).contains(later);
  }

  /// Nothing in the names says which is later, so the one that was heard of first is earlier.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ffffffffffffffffffffffffffffffffffffffff|0000000000000000000000000000000000000000",
        "9f3c2a1|1b2d3e4",
        "9234567|1234567",
        "shop@9f3c2a1|shop@1b2d3e4",
        "1e10f3a|0a1b2c3",
        "1.4.2-fedcba9|1.4.2-0123abc",
        "1.4.2+fedcba9|1.4.2+0123abc",
        "web@2.0.0|api@1.0.0",
        "blue|amber",
        "1.4.0|1.4",
        "v1.4.0|1.4.0",
        "2026-99-99|2026-00-01",
        "main-9|main-10x",
        "1.2.3|9f3c2a1",
        "9f3c2a1|1.2.3",
        "sprint nine|sprint eight",
      })
  void everythingElseIsOrderedByWhenItWasHeardOf(String first, String second) {
    ReleaseOrder order = heardOf(first, second);
    assertThat(order.isLater(second, first)).isTrue();
    assertThat(order.isLater(first, second)).isFalse();
  }

  @Test
  void aReleaseIsNotLaterThanItself() {
    assertThat(heardOf("1.0").isLater("1.0", "1.0")).isFalse();
    assertThat(heardOf().isLater("abc", "abc")).isFalse();
  }

  @Test
  void whatWasNeverHeardOfIsNewestUnlessItsVersionSaysOtherwise() {
    assertThat(heardOf("9f3c2a1").isLater("0a1b2c3", "9f3c2a1")).isTrue();
    assertThat(heardOf("1.4.2").isLater("1.4.1", "1.4.2")).isFalse();
    assertThat(heardOf("1.4.2").isLater("1.4.3", "1.4.2")).isTrue();
  }

  @Test
  void aReleaseCountsFromTheFirstTimeItWasHeardOf() {
    ReleaseOrder order =
        new ReleaseOrder(
            List.of(
                new Known("aaaaaaa", START.plusSeconds(9)),
                new Known("bbbbbbb", START.plusSeconds(5)),
                new Known("aaaaaaa", START)));
    assertThat(order.isLater("bbbbbbb", "aaaaaaa")).isTrue();
  }

  @Test
  void theNewestIsOfThePackageThatIsAskedFor() {
    ReleaseOrder order = heardOf("web@2.0.0", "web@2.1.0", "api@7.0.0", "web@1.9.9", "9f3c2a1");
    assertThat(order.newest("web@1.0.0")).contains("web@2.1.0");
    assertThat(order.newest("api@1.0.0")).contains("api@7.0.0");
    assertThat(order.newest("docs@1.0.0")).contains("9f3c2a1");
    assertThat(order.newest(null)).contains("9f3c2a1");
    assertThat(heardOf().newest(null)).isEmpty();
  }

  @Test
  void aLateHotfixOfAnOldLineIsNotTheNewest() {
    ReleaseOrder order = heardOf("2.0.0", "1.4.3");
    assertThat(order.newest("1.4.3")).contains("2.0.0");
    assertThat(order.isLater("1.4.3", "2.0.0")).isFalse();
  }

  @Test
  void hostileNamesAreReadToTheirEnd() {
    String digits = "1.".repeat(99) + "1";
    String letters = "a-".repeat(99) + "1.0";
    assertThat(heardOf(letters, digits).isLater(digits, letters)).isTrue();
    assertThat(heardOf(digits).isLater(digits + "x".repeat(500), digits)).isTrue();
  }
}

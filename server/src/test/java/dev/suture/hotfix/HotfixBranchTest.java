package dev.suture.hotfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HotfixBranchTest {
  private static final List<String> FILES =
      List.of("src/Checkout.tsx", "src/old/Checkout.tsx", "src/a/index.ts", "src/b/index.ts");

  @Test
  void takesTheNameOfTheFileAndNothingElse() {
    assertThat(HotfixBranch.name("shop-1", Optional.of("src/Checkout.tsx"), 1))
        .isEqualTo("hotfix-shop-1-checkout");
    assertThat(HotfixBranch.name("shop-1", Optional.of("a/Ünder_Score.test.ts"), 2))
        .isEqualTo("hotfix-shop-1-nder-score-2");
    assertThat(HotfixBranch.name("shop-1", Optional.of("a/.env"), 1))
        .isEqualTo("hotfix-shop-1-env");
    assertThat(HotfixBranch.name("shop-1", Optional.of("a/--$(id)--"), 1))
        .isEqualTo("hotfix-shop-1-id");
    assertThat(HotfixBranch.name("shop-1", Optional.of("x/日本"), 1)).isEqualTo("hotfix-shop-1-fix");
    assertThat(HotfixBranch.name("shop-1", Optional.of("a".repeat(90)), 1))
        .isEqualTo("hotfix-shop-1-" + "a".repeat(40));
    assertThat(HotfixBranch.name("shop-1", Optional.empty(), 1)).isEqualTo("hotfix-shop-1-fix");
  }

  @Test
  void findsTheFileByTheLongestEndOfItsPath() {
    assertThat(SourcePath.find(FILES, "webpack://shop/./src/Checkout.tsx?a1b2"))
        .contains("src/Checkout.tsx");
    assertThat(SourcePath.find(FILES, "../../src/old/Checkout.tsx"))
        .contains("src/old/Checkout.tsx");
    assertThat(SourcePath.find(FILES, "C:\\shop\\src\\b\\index.ts")).contains("src/b/index.ts");
  }

  @Test
  void doesNotGuessBetweenFilesThatAreEquallyNear() {
    assertThat(SourcePath.find(FILES, "index.ts")).isEmpty();
    assertThat(SourcePath.find(FILES, "heckout.tsx")).isEmpty();
    assertThat(SourcePath.find(FILES, "../../../etc/passwd")).isEmpty();
    assertThat(SourcePath.find(FILES, "")).isEmpty();
  }
}

package dev.suture.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveSourceTest {
  private static final List<String> FILES =
      List.of(
          "README.md",
          "web/src/Checkout.tsx",
          "web/src/cart/index.ts",
          "web/lib/index.ts",
          "server/src/main/java/shop/Cart.java");

  @Test
  void findsTheFileByTheEndOfItsPath() {
    assertThat(match("src/Checkout.tsx")).contains("web/src/Checkout.tsx");
    assertThat(match("webpack://shop/./src/Checkout.tsx?a1b2")).contains("web/src/Checkout.tsx");
    assertThat(match("../../src/Checkout.tsx")).contains("web/src/Checkout.tsx");
    assertThat(match("app:///src/Checkout.tsx")).contains("web/src/Checkout.tsx");
    assertThat(match("https://shop.test/src/Checkout.tsx")).contains("web/src/Checkout.tsx");
  }

  @Test
  void prefersTheLongerAgreementAndRefusesATie() {
    assertThat(match("src/cart/index.ts")).contains("web/src/cart/index.ts");
    assertThat(match("index.ts")).isEmpty();
  }

  @Test
  void findsAJavaFileByPackage() {
    assertThat(LiveSource.match(LiveSource.wanted(frame("Cart.java", "shop.Cart")), FILES))
        .contains("server/src/main/java/shop/Cart.java");
  }

  @Test
  void aPathThatIsNotInTheRepositoryIsNeverRead() {
    assertThat(match("../../../etc/passwd")).isEmpty();
    assertThat(match("")).isEmpty();
  }

  private static java.util.Optional<String> match(String file) {
    return LiveSource.match(LiveSource.wanted(frame(file, null)), FILES);
  }

  private static Frame frame(String file, @Nullable String module) {
    return new Frame("f", file, 1, 1, true, module, null, null, null);
  }
}

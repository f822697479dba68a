package dev.suture.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Frame;
import dev.suture.hotfix.SourcePath;
import java.util.List;
import java.util.Optional;
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
    assertThat(find("webpack://shop/./src/Checkout.tsx?a1b2", null))
        .contains("web/src/Checkout.tsx");
    assertThat(find("https://shop.test/src/Checkout.tsx", null)).contains("web/src/Checkout.tsx");
    assertThat(find("index.ts", null)).isEmpty();
  }

  @Test
  void findsAJavaFileByPackage() {
    assertThat(find("Cart.java", "shop.Cart")).contains("server/src/main/java/shop/Cart.java");
  }

  @Test
  void aPathThatIsNotInTheRepositoryIsNeverRead() {
    assertThat(find("../../../etc/passwd", null)).isEmpty();
    assertThat(find("", null)).isEmpty();
  }

  private static Optional<String> find(String file, @Nullable String module) {
    Frame frame = new Frame("f", file, 1, 1, true, module, null, null, null);
    return SourcePath.find(FILES, SourcePath.wanted(frame));
  }
}

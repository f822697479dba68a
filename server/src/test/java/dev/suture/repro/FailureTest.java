package dev.suture.repro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailureTest {
  @Test
  void isTheSameWhereverNumbersAndIdsDiffer() {
    assertThat(failure("Order 17 of 3f0e9a6c-1111-4222-8333-444455556666 is gone", "a.js", "pay"))
        .isEqualTo(
            failure("Order 4 of 00000000-1111-4222-8333-444455556666 is gone", "a.js", "pay"));
  }

  @Test
  void isAnotherOneAtAnotherPlace() {
    Failure pay = failure("x is undefined", "src/cart.js", "pay");
    assertThat(pay.isSame(failure("x is undefined", "lib/cart.js", "pay"))).isTrue();
    assertThat(pay.isSame(failure("x is undefined", "src/cart.js", "show"))).isFalse();
    assertThat(pay.isSame(failure("x is undefined", "src/menu.js", "pay"))).isFalse();
    assertThat(pay.isSame(failure("y is undefined", "src/cart.js", "pay"))).isFalse();
  }

  @Test
  void goesByTypeAndMessageWhereABuildHidesThePlace() {
    Failure pay = failure("x is undefined", "assets/index-B4kd9x2Q.js", "t");
    assertThat(pay.file()).isEqualTo("index.js");
    assertThat(pay.function()).isEmpty();
    assertThat(pay.isSame(failure("x is undefined", "assets/index-Zk09x2aa.js", "Qe"))).isTrue();
    assertThat(pay.isSame(Failure.of("Error", "x is undefined", List.of()))).isFalse();
    assertThat(pay.isSame(Failure.of("TypeError", "x is undefined", List.of()))).isTrue();
  }

  @Test
  void knowsThePartOfTheApplicationThatCouldNotBeLoaded() {
    Failure gone =
        failure(
            "Failed to fetch dynamically imported module:"
                + " https://shop.example/assets/tools-B4kd9x2Q.js",
            "main.js",
            "open");
    assertThat(gone.isMissing("https://shop.example/assets/tools-Zk09x2aa.js")).isTrue();
    assertThat(gone.isMissing("https://shop.example/assets/main-Zk09x2aa.js")).isFalse();
    assertThat(failure("x is undefined", "main.js", "open").isMissing("https://x/main.js"))
        .isFalse();
  }

  private static Failure failure(String message, String file, String function) {
    return Failure.of(
        "TypeError",
        message,
        List.of(new Frame(function, file, 1, 1, true, null, null, null, null)));
  }
}

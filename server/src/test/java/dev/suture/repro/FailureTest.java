package dev.suture.repro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "t.items.map is not a function,n.items.map is not a function",
    "e is undefined,r is undefined",
    "n(...).pay is not a function,$a(...).pay is not a function",
    "e is not defined,t is not defined",
    "Cannot access 'Qe' before initialization,Cannot access 'ct' before initialization",
    "o is not iterable,i is not iterable",
    "Can't find variable: e,Can't find variable: n"
  })
  void isTheSameWhereABuildGaveOtherShortNames(String one, String other) {
    assertThat(failure(one, "a.js", "t").isSame(failure(other, "a.js", "e"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "cart.items.map is not a function,menu.items.map is not a function",
    "t.items is not iterable,t.lines is not iterable",
    "cart is not defined,menu is not defined",
    "Reading of a card is not allowed,Reading of my card is not allowed"
  })
  void isAnotherOneWhereTheProgramsOwnNamesDiffer(String one, String other) {
    assertThat(failure(one, "a.js", "t").isSame(failure(other, "a.js", "e"))).isFalse();
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

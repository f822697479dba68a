package dev.suture.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AfterwardsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "at load (https://shop.test/src/cart.ts?t=17:4:9)\nat run (https://shop.test/run.js:2:1)",
        "load@https://shop.test/src/cart.ts:4:9\nrun@https://shop.test/run.js:2:1",
        "at async load (//shop.test/src/cart.ts:4:9)\nat //shop.test/run.js:2:1",
      })
  void readsPlacesFromTheStackOfAnyBrowser(String stack) {
    assertThat(Afterwards.places(stack))
        .containsExactly(
            new Afterwards.Place("//shop.test/src/cart.ts", 4),
            new Afterwards.Place("//shop.test/run.js", 2));
  }

  @Test
  void aHostileStackNamesNoPlace() {
    assertThat(Afterwards.places("a.".repeat(2000))).isEmpty();
    assertThat(Afterwards.places("x.js:99999999999:1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,0,silent", "4,1,steady", "40,10,rising", "10,40,falling", "101,100,steady"})
  void aTrendIsMoreThanChance(long last, long before, Impact.Trend trend) {
    assertThat(Impact.trend(last, before)).isEqualTo(trend);
  }

  @Test
  void equalStepsOneAfterTheOtherAreCounted() {
    List<Bundle.TimelineEntry> timeline =
        List.of(
            new Bundle.TimelineEntry(1, -9, "navigation", "/cart", null),
            new Bundle.TimelineEntry(2, -8, "action", "click Pay", null),
            new Bundle.TimelineEntry(3, -7, "action", "click Pay", null),
            new Bundle.TimelineEntry(4, -6, "console", "log", null),
            new Bundle.TimelineEntry(5, 3, "action", "click Away", null));
    assertThat(Reproducing.of(null, timeline, 0).steps())
        .containsExactly("/cart", "click Pay  (2 times)");
  }
}

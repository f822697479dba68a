package dev.suture.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "shop@1.*, shop@1.2.0, true",
    "shop@1.*, shop@2.0.0, false",
    "*Loop*, ResizeObserver loop limit exceeded, true",
    "a?c, abc, true",
    "a?c, ac, false",
    "*, anything, true",
    "a*a, a, false",
    "a*b*c, axxbxxc, true",
    "a*bb*bc, abbc, false",
    "ABC, abc, true",
    "*?x?*, axb, true",
    "***a, ba, true"
  })
  void aTextIsOfTheKindOrNot(String pattern, String text, boolean expected) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void itAgreesWithTheRegularExpressionOfTheSameMeaning() {
    Random random = new Random(11);
    for (int round = 0; round < 50_000; round++) {
      String pattern = word(random, "ab*?", 8);
      String text = word(random, "ab", 10);
      String regex = pattern.replace("?", ".").replaceAll("\\*+", ".*");
      assertThat(Glob.of(pattern).matches(text))
          .as(pattern + " on " + text)
          .isEqualTo(Pattern.matches(regex, text));
    }
  }

  private static String word(Random random, String letters, int most) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(most);
    for (int i = 0; i < length; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  /// 200 stars and a text of a megabyte: a matcher that goes back would not end.
  @Test
  void aHostilePatternTakesTimeLinearInTheText() {
    String text = "a".repeat(1_000_000) + "c";
    assertThat(Glob.of("*a".repeat(200) + "*b").matches(text)).isFalse();
    assertThat(Glob.of("*" + "a".repeat(400) + "b*").matches(text)).isFalse();
    assertThat(Glob.of("*" + "a?".repeat(30) + "b*").matches(text)).isFalse();
  }

  @Test
  void aPieceThatCannotBeLookedForAtOnceIsRefused() {
    assertThat(Glob.isPattern("*" + "a?".repeat(40) + "*")).isFalse();
    assertThatThrownBy(() -> Glob.of("a?".repeat(40))).isInstanceOf(IllegalArgumentException.class);
  }
}

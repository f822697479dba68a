package dev.suture.event.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.project.Settings.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextRulesTest {
  private static final Path CASES = Path.of("src/test/resources/scrub");
  private static final TextRules RULES =
      new TextRules(
          Kind.defaults(),
          new Redaction(Method.replace, "", new byte[] {1}),
          new SecretNames(List.of()));

  static Stream<String> positive() throws IOException {
    return Files.readAllLines(CASES.resolve("positive.txt")).stream();
  }

  static Stream<String> negative() throws IOException {
    return Files.readAllLines(CASES.resolve("negative.txt")).stream();
  }

  /// What stands between the quotation marks is to be taken out.
  @ParameterizedTest
  @MethodSource("positive")
  void whatIsASecretIsTakenOutAndTheRestStays(String line) {
    String[] parts = line.split("\t", 2);
    String text = parts[1].replace("\\n", "\n");
    String expected = text.replaceAll("(?s)«.*?»", "[removed: " + parts[0] + "]");
    String given = text.replace("«", "").replace("»", "");
    assertThat(RULES.apply(given)).isEqualTo(expected);
    assertThat(RULES.apply(expected)).as("a second time changes nothing").isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("negative")
  void whatIsNoneStaysAsItIs(String text) {
    assertThat(RULES.apply(text)).isSameAs(text);
  }

  @Test
  void thereAreEnoughCasesOfBoth() throws IOException {
    assertThat(positive().count()).isGreaterThanOrEqualTo(150);
    assertThat(negative().count()).isGreaterThanOrEqualTo(100);
  }

  @Test
  void aMethodSaysWhatStandsInThePlace() {
    String text = "call 4111 1111 1111 1111 now";
    byte[] salt = {1, 2, 3};
    assertThat(TextRules.one(Kind.creditCard, Method.remove, "", salt).apply(text))
        .isEqualTo("call  now");
    assertThat(TextRules.one(Kind.creditCard, Method.replace, "#", salt).apply(text))
        .isEqualTo("call # now");
    assertThat(TextRules.one(Kind.creditCard, Method.mask, "", salt).apply(text))
        .isEqualTo("call **** **** **** **** now");
    String hashed = TextRules.one(Kind.creditCard, Method.hash, "", salt).apply(text);
    assertThat(hashed).matches("call hash:[0-9a-f]{20} now");
    assertThat(TextRules.one(Kind.creditCard, Method.hash, "", salt).apply(text)).isEqualTo(hashed);
    assertThat(TextRules.one(Kind.creditCard, Method.hash, "", new byte[] {9}).apply(text))
        .isNotEqualTo(hashed);
  }

  @Test
  void randomTextsAreReadWithoutAFaultAndASecondTimeChangesNothing() {
    Random random = new Random(7);
    String[] pieces = {
      "4111111111111111", "@", ".", "/", "//", ":", "::", "=", "-----BEGIN ", "KEY-----", "eyJ",
      "Bearer ", "/home/", "\\Users\\", "password", "a", "0", "1.2.3.4", "DE89", " ", "\"", "'",
      "\\", "\n", "é", "\uD83D", "fe80::1", "AKIA", "[removed: secret]", "\u0000", "00:1A:"
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(30);
      for (int i = 0; i < length; i++) {
        text.append(
            random.nextInt(4) == 0
                ? String.valueOf((char) random.nextInt(0x180))
                : pieces[random.nextInt(pieces.length)]);
      }
      String once = RULES.apply(text.toString());
      assertThat(once).isNotNull();
      assertThat(RULES.apply(once).length()).isLessThan(once.length() + 400);
    }
  }

  /// Texts made to be looked at again and again. Twice the text may take twice the steps and not
  /// four times: at 1 MB each a quadratic matcher would not end within minutes.
  @Test
  void hostileTextsTakeTimeLinearInTheirLength() {
    for (String piece :
        List.of(
            "-----BEGIN A KEY-----",
            "eyJa.",
            "eyJ-",
            "@",
            "a@",
            "a@b.",
            "//a:",
            "/home/",
            "1 ",
            "4-",
            "password",
            "password=",
            "\"password\":\"",
            "Bearer ",
            "fe80:",
            "::",
            "0:",
            "00:1A:",
            "DE89 ",
            "\\Users\\",
            "=",
            ":",
            "a.a@a.",
            "AKIA",
            "1.",
            "http://")) {
      String text = piece.repeat(1_000_000 / piece.length());
      assertThat(RULES.apply(text)).isNotEmpty();
    }
  }
}

package dev.suture.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is read without decoding it, beside a parser that decodes everything. A failure names the
/// seed that repeats it.
class TolerantJsonTest {
  private static final int ROUNDS = Integer.getInteger("suture.fuzz.rounds", 20_000);
  private static final JsonMapper PARSER = JsonMapper.builder().build();
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "type",
          "line\\nbreak",
          "\\u00e9\\ud83d\\ude00",
          "é",
          "\\\\",
          "\\\"q\\\"",
          "日本語 text",
          "x".repeat(50),
          "a/b\\/c\\t");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-17",
          "9007199254740993",
          "123456789012345678901",
          "1.5",
          "-0.0",
          "1e3",
          "2.50E-2",
          "1e400");
  private static final List<String> PIECES =
      List.of(
          "{", "}", "[", "]", "\"", ":", ",", "null", "tru", "01", "1.", "-", "\\ud800", "\\x",
          "\\u12", "NaN", " ", "\t", "\u0001", "é");

  @Test
  void aDocumentReadsAsAParserReadsIt() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] json = bytes(document(new Random(round), 4));
      compare(round, json);
    }
  }

  @Test
  void aSpoiltDocumentIsRefusedOrReadsAsAParserReadsIt() {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      StringBuilder json = new StringBuilder(document(random, 3));
      for (int i = random.nextInt(3); i >= 0; i--) {
        int at = random.nextInt(json.length() + 1);
        json.replace(
            at,
            Math.min(json.length(), at + random.nextInt(3)),
            PIECES.get(random.nextInt(PIECES.size())));
      }
      compare(round, bytes(json.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{\"a\"}",
        "{\"a\":1,}",
        "[1,]",
        "[1 2]",
        "{} {}",
        "nul",
        "tru e",
        "\"",
        "\"\\",
        "\"\\u00",
        "01",
        "1.",
        "1e",
        "-",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "[1]]",
        "\u0001"
      })
  void whatIsNoJsonIsRefused(String json) {
    try {
      assertThat(TolerantJson.read(bytes(json))).isNull();
    } catch (JacksonException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Test
  void aTextOfAnyLengthEndsAtItsQuote() {
    for (int length = 0; length < 40; length++) {
      for (String last : List.of("", "é", "\\n", "\\\"")) {
        String text = "x".repeat(length) + last;
        Value read = TolerantJson.read(bytes("[\"" + text + "\",\"behind\"]"));
        Iterator<Value> texts = read.iterator();
        assertThat(texts.next().stringValue())
            .isEqualTo(PARSER.readTree("\"" + text + "\"").stringValue());
        assertThat(texts.next().stringValue()).isEqualTo("behind");
      }
    }
  }

  @Test
  void aPartOfAnArrayOfBytesIsADocument() {
    byte[] bytes = bytes("junk{\"a\":\"b\"}junk");
    assertThat(TolerantJson.read(bytes, 4, 9).get("a").stringValue()).isEqualTo("b");
  }

  @Test
  void ofFieldsWithOneNameTheLastOneCounts() {
    assertThat(TolerantJson.read(bytes("{\"a\":1,\"b\":2,\"\\u0061\":3}")).get("a").longValue())
        .isEqualTo(3);
  }

  private static void compare(int round, byte[] json) {
    JsonNode parsed;
    try {
      parsed = PARSER.readTree(json);
    } catch (JacksonException refused) {
      readsOrRefuses(json);
      return;
    }
    if (holdsHalfOfAPair(parsed.toString())) {
      readsOrRefuses(json);
    } else if (!parsed.isMissingNode()) {
      same(round, TolerantJson.read(json), parsed);
    }
  }

  /// Ours is a replacement character then, the parser's is the half.
  private static boolean holdsHalfOfAPair(String text) {
    return !StandardCharsets.UTF_16.newEncoder().canEncode(text);
  }

  private static void readsOrRefuses(byte[] json) {
    try {
      Value read = TolerantJson.read(json);
      assertThat(read == null ? "" : read.toString()).isNotNull();
    } catch (JacksonException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static void same(int round, @Nullable Value value, JsonNode parsed) {
    assertThat(value).as("round %d", round).isNotNull();
    assertThat(value.isObject()).isEqualTo(parsed.isObject());
    assertThat(value.isArray()).isEqualTo(parsed.isArray());
    assertThat(value.isString()).isEqualTo(parsed.isString());
    assertThat(value.isNumber()).as("round %d", round).isEqualTo(parsed.isNumber());
    assertThat(value.isBoolean()).isEqualTo(parsed.isBoolean());
    assertThat(value.isNull()).isEqualTo(parsed.isNull());
    if (parsed.isObject()) {
      assertThat(value.isEmpty()).isEqualTo(parsed.isEmpty());
      Set<String> names = new HashSet<>();
      value.fields((name, _) -> names.add(name));
      assertThat(names).as("round %d", round).isEqualTo(Set.copyOf(parsed.propertyNames()));
      parsed.propertyNames().forEach(name -> same(round, value.get(name), parsed.get(name)));
    } else if (parsed.isArray()) {
      assertThat(value.size()).as("round %d", round).isEqualTo(parsed.size());
      Iterator<JsonNode> others = parsed.iterator();
      value.forEach(element -> same(round, element, others.next()));
    } else if (!parsed.isNull()) {
      assertThat(value.text()).as("round %d", round).isEqualTo(parsed.asString());
    }
  }

  private static String document(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 6)) {
      case 0 -> "\"" + TEXTS.get(random.nextInt(TEXTS.size())) + "\"";
      case 1 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case 2 -> List.of("true", "false", "null").get(random.nextInt(3));
      case 3 -> joined(random, "[", "]", depth, false);
      default -> joined(random, "{", "}", depth, true);
    };
  }

  private static String joined(Random random, String open, String close, int depth, boolean named) {
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String name = named ? "\"" + TEXTS.get(random.nextInt(TEXTS.size())) + i + "\" : " : "";
      parts.add(name + document(random, depth - 1));
    }
    return open + String.join(random.nextBoolean() ? "," : " ,\n", parts) + close;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

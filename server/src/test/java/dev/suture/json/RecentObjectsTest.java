package dev.suture.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is found again beside what is made anew. A failure names the seed that repeats it.
class RecentObjectsTest {
  private static final int ROUNDS = 20_000;
  private static final List<String> FIELDS =
      List.of(
          "\"function\":\"pay\"",
          "\"function\":\"payAll\"",
          "\"lineno\":7",
          "\"lineno\":70",
          "\"lines\":[\"a\",\"b\"]",
          "\"lines\":[\"a\"]",
          "\"lines\":[]",
          "\"place\":{\"file\":{}}",
          "\"place\":{\"file\":{\"x\":null}}",
          "\"place\":{}",
          "\"vars\":{\"id\":1}",
          "\"vars\":{\"id\":2,\"more\":[3]}",
          "\"vars\":\"function\"",
          "\"vars\":{}");

  private static String withoutVariables(Fields object) {
    List<String> fields = new ArrayList<>();
    Objects.requireNonNull(object.node())
        .fields(
            (name, value) -> {
              if (!name.equals("vars")) {
                fields.add(name + "=" + value);
              }
            });
    return String.join(",", fields);
  }

  private static Fields read(String json) {
    return new Fields(TolerantJson.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsFoundAgainIsWhatWouldBeMade() {
    RecentObjects<String> recent = new RecentObjects<>(64, "vars", made -> made);
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      List<String> fields = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        String name = field.substring(0, field.indexOf(':'));
        if (fields.stream().noneMatch(other -> other.startsWith(name))) {
          fields.add(field);
        }
      }
      Fields frame = read("{" + String.join(random.nextBoolean() ? "," : ", ", fields) + "}");
      assertThat(recent.of(frame, "python", RecentObjectsTest::withoutVariables))
          .as("seed %d, %s", round, fields)
          .isEqualTo(withoutVariables(frame));
    }
  }

  @Test
  void theThirdOfTheSameIsNotMadeAgainWhateverItsVariables() {
    RecentObjects<String> recent = new RecentObjects<>(64, "vars", made -> made + " for long");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Fields frame = read("{\"function\":\"pay\",\"vars\":{\"id\":" + i + "},\"lineno\":7}");
      made.add(recent.of(frame, "python", object -> "made " + object.count("lineno")));
    }
    assertThat(made).containsExactly("made 7", "made 7 for long", "made 7 for long", made.get(2));
    assertThat(made.get(3)).isSameAs(made.get(2));
  }

  @Test
  void anotherKindIsAnotherObject() {
    RecentObjects<String> recent = new RecentObjects<>(64, "vars", made -> made);
    for (int i = 0; i < 6; i++) {
      String platform = i % 2 == 0 ? "python" : "node";
      assertThat(recent.of(read("{\"lineno\":7}"), platform, _ -> platform)).isEqualTo(platform);
    }
  }

  @Test
  void whatIsNoObjectIsMadeAllTheSame() {
    RecentObjects<String> recent = new RecentObjects<>(64, "vars", made -> made);
    for (String json : List.of("[]", "7", "{}", "null")) {
      assertThat(recent.of(read(json), "", _ -> json)).isEqualTo(json);
      assertThat(recent.of(read(json), "", _ -> json)).isEqualTo(json);
    }
    assertThat(recent.of(new Fields(null), "", _ -> "none")).isEqualTo("none");
  }
}

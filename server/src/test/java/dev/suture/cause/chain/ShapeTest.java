package dev.suture.cause.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Step;
import dev.suture.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bodies that are looked through for the first bad value.
class ShapeTest {
  private static String field(Wanted wanted, String body, Step... path) {
    Shape.Bad bad = new Shape(wanted).look(Json.MAPPER.readTree(body), List.of(path));
    return bad == null ? "none" : bad.field() + " " + bad.found();
  }

  @Test
  void theFirstElementThatLacksTheFieldIsNamed() {
    assertThat(
            field(
                Wanted.undefined,
                "{\"items\":[{\"price\":1},{\"cost\":2},{}]}",
                new Step.Key("items"),
                Step.EACH,
                new Step.Key("price")))
        .isEqualTo("$.items[1].price missing");
  }

  @Test
  void whatIsMissingBeforeTheFieldIsNamedInstead() {
    assertThat(
            field(
                Wanted.undefined,
                "{\"error\":\"no\"}",
                new Step.Key("items"),
                new Step.Index(0),
                new Step.Key("price")))
        .isEqualTo("$.items missing");
  }

  @Test
  void anElementChosenFromAnEmptyListIsNotThere() {
    assertThat(field(Wanted.undefined, "{\"items\":[]}", new Step.Key("items"), Step.Pick.ANY))
        .isEqualTo("$.items[0] missing");
  }

  @Test
  void aGoodBodyGivesNothing() {
    assertThat(field(Wanted.noNumber, "{\"total\":3}", new Step.Key("total"))).isEqualTo("none");
    assertThat(field(Wanted.noDate, "{\"on\":\"2026-11-26\"}", new Step.Key("on")))
        .isEqualTo("none");
    assertThat(field(Wanted.noDate, "{\"on\":\"31.12.2026\"}", new Step.Key("on")))
        .isEqualTo("$.on a text");
  }
}

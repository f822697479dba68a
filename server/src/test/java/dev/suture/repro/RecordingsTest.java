package dev.suture.repro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.repro.Recordings.Unfit;
import dev.suture.repro.Reproduction.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordingsTest {
  private static final String BUTTON =
      "{\"tag\":\"button\",\"css\":\"button\",\"locators\":[{\"by\":\"css\",\"value\":\"button\",\"unique\":true}]}";
  private static final String FIELD =
      "{\"tag\":\"input\",\"css\":\"#find\",\"locators\":[{\"by\":\"css\",\"value\":\"#find\",\"unique\":true}]}";

  @Test
  void leavesOutWhatOnlyFollowsFromAnotherStep() throws Unfit {
    assertThat(
            kinds(
                action(0, "navigate", "\"url\":\"http://shop.example/\",\"how\":\"load\""),
                action(10, "click", "\"target\":" + BUTTON),
                action(11, "submit", "\"target\":" + BUTTON),
                action(20, "navigate", "\"url\":\"http://shop.example/a\",\"how\":\"push\""),
                action(90, "navigate", "\"url\":\"http://shop.example/b\",\"how\":\"load\""),
                action(5_000, "navigate", "\"url\":\"http://shop.example/\",\"how\":\"pop\"")))
        .containsExactly("navigate", "click", "back");
  }

  @Test
  void goesBackOnlyWhereTheUserHasBeen() throws Unfit {
    assertThat(
            kinds(
                action(0, "navigate", "\"url\":\"http://shop.example/\",\"how\":\"load\""),
                action(90, "navigate", "\"url\":\"http://shop.example/#/all\",\"how\":\"pop\""),
                action(100, "click", "\"target\":" + BUTTON),
                action(110, "navigate", "\"url\":\"http://shop.example/#/one\",\"how\":\"pop\""),
                action(5_000, "navigate", "\"url\":\"http://shop.example/#/all\",\"how\":\"pop\"")))
        .containsExactly("navigate", "click", "back");
  }

  @Test
  void takesTwoClicksAndADoubleClickForOne() throws Unfit {
    assertThat(
            kinds(
                action(0, "navigate", "\"url\":\"http://shop.example/\",\"how\":\"load\""),
                action(10, "click", "\"target\":" + BUTTON),
                action(90, "click", "\"target\":" + BUTTON),
                action(91, "dblclick", "\"target\":" + BUTTON)))
        .containsExactly("navigate", "dblclick");
  }

  @Test
  void endsWithTheStepThatFailed() throws Unfit {
    assertThat(
            kinds(
                action(0, "navigate", "\"url\":\"http://shop.example/\",\"how\":\"load\""),
                action(10, "click", "\"target\":" + BUTTON),
                action(9_900, "click", "\"target\":" + BUTTON)))
        .containsExactly("navigate", "click");
  }

  @Test
  void findsWhatWasTypedIntoAMaskedFieldInTheRequestsThatFollowed() throws Unfit {
    Recorded recorded =
        new Recorded()
            .with(
                "network.har",
                """
                {"log":{"entries":[
                  {"_id":"x1","_at":%d,"time":5,"request":{"method":"GET","url":"http://shop.example/find?q=zebra"},"response":{"status":200}},
                  {"_id":"x2","_at":%d,"time":5,"request":{"method":"GET","url":"http://shop.example/find?q=gate"},"response":{"status":200}}]}}\
                """,
                Recorded.AT + 20,
                Recorded.AT + 90);
    List<Step> steps =
        read(
            recorded,
            action(0, "navigate", "\"url\":\"http://shop.example/\",\"how\":\"load\""),
            action(10, "input", "\"value\":\"********\",\"target\":" + FIELD));
    assertThat(steps)
        .extracting(Step::value)
        .containsExactly("http://shop.example/", "zebra", "gate");
  }

  @Test
  void findsWhatStoodInAFieldBeforeItsLastTextInTheRequestsThatAskedForIt() throws Unfit {
    assertThat(typed("5", "price?item=12&days=2", "price?item=12&days=5"))
        .containsExactly("2@10", "5@89");
    assertThat(typed("zebra", "find?q=ze", "find?q=zeb"))
        .containsExactly("ze@10", "zeb@89", "zebra@90");
    assertThat(typed("", "find?q=zebra", "find?q=")).containsExactly("zebra@10", "@89");
    assertThat(typed("5", "price?item=12&days=1", "price?item=12&days=5"))
        .as("what was asked for before it was typed into")
        .containsExactly("5@10");
    assertThat(typed("5", "pulse?n=7", "price?item=12&days=5"))
        .as("in another place")
        .containsExactly("5@10");
  }

  /// What was typed and when, where two requests follow a text and a third came before it.
  private static List<String> typed(String last, String one, String other) throws Unfit {
    Recorded recorded =
        new Recorded()
            .with(
                "network.har",
                """
                {"log":{"entries":[
                  {"_id":"x0","_at":%d,"time":5,"request":{"method":"GET","url":"http://shop.example/price?item=12&days=1"},"response":{"status":200}},
                  {"_id":"x1","_at":%d,"time":500,"request":{"method":"GET","url":"http://shop.example/%s"},"response":{"status":200}},
                  {"_id":"x2","_at":%d,"time":5,"request":{"method":"GET","url":"http://shop.example/%s"},"response":{"status":200}}]}}\
                """
                    .formatted(Recorded.AT + 2, Recorded.AT + 20, one, Recorded.AT + 90, other));
    return read(
            recorded,
            action(0, "navigate", "\"url\":\"http://shop.example/\",\"how\":\"load\""),
            action(10, "input", "\"value\":\"" + last + "\",\"target\":" + FIELD))
        .stream()
        .skip(1)
        .map(step -> step.value() + "@" + Math.round(step.at() - Recorded.AT))
        .toList();
  }

  @Test
  void refusesACaptureThatDoesNotSayWhatTheUserDid() {
    assertThatThrownBy(() -> new Recorded().read("Error", "x", 100, null))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("what the user did");
    assertThatThrownBy(
            () ->
                read(
                    new Recorded(),
                    action(0, "navigate", "\"url\":\"file:///etc/passwd\",\"how\":\"load\"")))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("which page");
  }

  private static List<String> kinds(String... actions) throws Unfit {
    return read(new Recorded(), actions).stream().map(Step::kind).toList();
  }

  private static List<Step> read(Recorded recorded, String... actions) throws Unfit {
    return recorded
        .with("actions.json", "[" + String.join(",", actions) + "]")
        .read("TypeError", "x is undefined", 6_000, null)
        .steps();
  }

  private static String action(long after, String kind, String more) {
    return "{\"at\":%d,\"kind\":\"%s\",%s}".formatted(Recorded.AT + after, kind, more);
  }
}

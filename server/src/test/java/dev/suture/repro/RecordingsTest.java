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

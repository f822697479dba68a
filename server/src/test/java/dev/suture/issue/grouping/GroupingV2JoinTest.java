package dev.suture.issue.grouping;

import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static dev.suture.event.EventSample.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.EventSample;
import dev.suture.event.Frame;
import dev.suture.issue.Fingerprint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which events meet over a hash that is not their own, and which do not.
class GroupingV2JoinTest {
  private static final String V8 = "Cannot read properties of undefined (reading 'price')";
  private static final String FIREFOX =
      "can't access property \"price\", cart.items[0] is undefined";
  private static final String SAFARI =
      "undefined is not an object (evaluating 'cart.items[0].price')";

  private final GroupingV2 grouping = new GroupingV2();

  private Fingerprint of(EventSample sample) {
    return grouping.fingerprint(sample.build());
  }

  private static Frame withCode(Frame frame, String... lines) {
    return new Frame(
        frame.function(),
        frame.file(),
        frame.line(),
        frame.column(),
        frame.inApp(),
        frame.module(),
        new Frame.Code(frame.line(), List.of(lines)),
        frame.built(),
        null);
  }

  /// Whether the second event would join the issue that the first one made.
  private boolean join(EventSample one, EventSample other) {
    Fingerprint first = of(one);
    Map<String, Integer> known = new HashMap<>();
    known.put(first.hash(), 1);
    first.kept().forEach(kept -> known.put(kept.hash(), 1));
    return of(other).lead(known::get).isPresent();
  }

  @Test
  void minifiedStacksThatSayNothingAreToldApartByTheSubjectAndNotByTheWording() {
    Frame minified = frame("t", "https://shop.example/assets/index-DiwrgTda.js", 1, 900);
    Frame nextBuild = frame("e", "https://cdn.example/assets/index-C9x_41Zq.js", 1, 1204);
    EventSample chrome = event().thrown("TypeError", V8, minified);
    assertThat(join(chrome, event().thrown("TypeError", FIREFOX, nextBuild))).isTrue();
    assertThat(join(chrome, event().thrown("TypeError", SAFARI, minified))).isTrue();
    assertThat(join(chrome, event().thrown("TypeError", V8.replace("price", "name"), minified)))
        .isFalse();
  }

  @Test
  void twoFunctionsOfOneBuildThatFailAlikeAreTwoIssues() {
    Frame one = frame("t", "https://shop.example/assets/index-DiwrgTda.js", 1, 900);
    Frame other = frame("e", "https://shop.example/assets/index-DiwrgTda.js", 1, 7204);
    assertThat(join(event().thrown("TypeError", V8, one), event().thrown("TypeError", V8, other)))
        .isFalse();
  }

  @Test
  void aMinifiedStackAndTheSameStackMappedAreOneIssueWhicheverComesFirst() {
    Frame.Built place = new Frame.Built("https://shop.example/assets/a-DiwrgTda.js", "t", 1, 900);
    EventSample minified =
        event().thrown("TypeError", V8, frame("t", place.file(), place.line(), place.column()));
    EventSample mapped = event().thrown("TypeError", V8, mapped("total", "src/pay.ts", 31, place));
    EventSample safari = event().thrown("TypeError", SAFARI, frame("t", place.file(), 1, 911));
    assertThat(join(minified, mapped)).isTrue();
    assertThat(join(mapped, minified)).isTrue();
    assertThat(join(safari, mapped)).isTrue();
    assertThat(join(mapped, safari)).isTrue();
  }

  @Test
  void aPlaceInOneBuildSaysNothingOfTheSamePlaceInAnother() {
    Frame.Built one = new Frame.Built("https://shop.example/assets/a-DiwrgTda.js", "t", 1, 900);
    Frame.Built other = new Frame.Built("https://shop.example/assets/a-C9x_41Zq.js", "t", 1, 900);
    assertThat(
            join(
                event().thrown("TypeError", V8, mapped("total", "src/pay.ts", 31, one)),
                event().thrown("TypeError", V8, mapped("label", "src/tag.ts", 31, other))))
        .isFalse();
    EventSample first = event().release("1").thrown("E1", "x", frame("t", "/app.min.js", 1, 900));
    EventSample later = event().release("2").thrown("E1", "y", frame("t", "/app.min.js", 1, 900));
    assertThat(join(first, later)).isFalse();
  }

  @Test
  void mappedStacksDoNotMeetOverWhatTheirBuildCallsThem() {
    Frame.Built built = new Frame.Built("https://shop.example/assets/a-DiwrgTda.js", "t", 1, 900);
    Frame.Built below = new Frame.Built("https://shop.example/assets/a-DiwrgTda.js", "t", 1, 960);
    Frame first = withCode(mapped("total", "src/pay.ts", 3, built), "cart.items[0].price");
    Frame second = withCode(mapped("total", "src/pay.ts", 4, below), "cart.gift.price");
    assertThat(
            join(event().thrown("TypeError", V8, first), event().thrown("TypeError", V8, second)))
        .isFalse();
  }

  @Test
  void anEventWithoutSourceLinesJoinsTheIssueOfOneWithThem() {
    Frame plain = frame("total", "src/pay.ts", 3, 1);
    EventSample without = event().platform("python").thrown("E1", "", plain);
    EventSample with =
        event().platform("python").thrown("E1", "", withCode(plain, "cart.items[0].price"));
    EventSample other =
        event().platform("python").thrown("E1", "", withCode(plain, "cart.coupon.rate"));
    assertThat(join(with, without)).isTrue();
    assertThat(join(without, with)).isTrue();
    assertThat(join(with, other)).isFalse();
  }
}

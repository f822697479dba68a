package dev.suture.issue.rules;

import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static dev.suture.event.EventSample.java;
import static dev.suture.event.EventSample.mapped;
import static dev.suture.event.EventSample.system;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.EventSample;
import dev.suture.event.Frame;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.rules.Rules.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
  private static final RuledGrouping GROUPING = new RuledGrouping(_ -> Rules.NONE, null);

  private static Rules read(String fingerprint, String stack, String own) {
    List<Problem> problems = new ArrayList<>();
    Rules rules = Rules.read(new Rules.Text(fingerprint, stack, own), problems);
    assertThat(problems).isEmpty();
    return rules;
  }

  private static Fingerprint by(String fingerprint, EventSample sample) {
    return GROUPING.group(sample.build(), read(fingerprint, "", "")).fingerprint();
  }

  private static Fingerprint stack(String stack, EventSample sample) {
    return GROUPING.group(sample.build(), read("", stack, "")).fingerprint();
  }

  private static List<Boolean> inApp(String stack, String own, Frame... frames) {
    return GROUPING
        .group(event().thrown("TypeError", "x", frames).build(), read("", stack, own))
        .event()
        .thrown()
        .getFirst()
        .frames()
        .stream()
        .map(Frame::inApp)
        .toList();
  }

  private static EventSample timeout(String function) {
    return event()
        .thrown("ConnectionError", "read timeout after 30 s", frame(function, "src/a.ts", 1, 1));
  }

  @Test
  void aRuleOfTheProjectDecidesWhatEventsAreGroupedBy() {
    String rule = "error.type:ConnectionError error.value:\"*timeout*\" -> conn-timeout";
    assertThat(by(rule, timeout("load")).parts()).containsExactly("fingerprint: conn-timeout");
    assertThat(by(rule, timeout("load")).hash()).isEqualTo(by(rule, timeout("save")).hash());
    assertThat(by(rule, timeout("load").fingerprint("mine")).hash())
        .isEqualTo(by(rule, timeout("save")).hash());
    EventSample other = event().thrown("ConnectionError", "refused");
    assertThat(by(rule, other)).isEqualTo(by("", other));
  }

  @Test
  void variablesAreFilledIn() {
    String rule =
        "type:ConnectionError -> conn, {{ function }}, {{tags.shop}} title=\"No way to {{"
            + " function }}\"";
    Fingerprint one = by(rule, timeout("load").tag("shop", "north"));
    assertThat(one.parts())
        .containsExactly("fingerprint: conn", "fingerprint: load", "fingerprint: north");
    assertThat(one.title()).isEqualTo("No way to load");
    assertThat(by(rule, timeout("save").tag("shop", "north")).hash()).isNotEqualTo(one.hash());
    assertThat(by(rule, timeout("load")).parts()).contains("fingerprint: <no tags.shop>");
  }

  @Test
  void theSendersFingerprintIsHonouredAndDefaultSplitsFurther() {
    EventSample plain = timeout("load");
    Fingerprint usual = by("", plain);
    assertThat(by("", timeout("load").fingerprint("{{ default }}"))).isEqualTo(usual);
    Fingerprint one = by("", timeout("load").fingerprint("{{default}}", "north"));
    Fingerprint other = by("", timeout("load").fingerprint("{{ default }}", "south"));
    assertThat(one.hash()).isNotEqualTo(usual.hash()).isNotEqualTo(other.hash());
    assertThat(one.hash())
        .isEqualTo(by("", timeout("load").fingerprint("{{ default }}", "north")).hash());
    assertThat(by("", timeout("save").fingerprint("{{ default }}", "north")).hash())
        .isNotEqualTo(one.hash());
    assertThat(by("", timeout("load").fingerprint("rpc", "{{ error.type }}")).hash())
        .isEqualTo(by("", timeout("save").fingerprint("rpc", "ConnectionError")).hash());
  }

  @Test
  void aSplitDefaultStillJoinsMinifiedAndMapped() {
    Frame.Built place = new Frame.Built("https://a.example/a-DiwrgTda.js", "t", 1, 900);
    EventSample minified = event().thrown("E1", "x", frame("t", place.file(), 1, 900));
    EventSample mapped = event().thrown("E1", "x", mapped("total", "src/pay.ts", 31, place));
    assertThat(
            join(
                minified.fingerprint("{{ default }}", "a"),
                mapped.fingerprint("{{ default }}", "a")))
        .isTrue();
    EventSample elsewhere = event().thrown("E1", "x", mapped("total", "src/pay.ts", 31, place));
    assertThat(join(minified, elsewhere.fingerprint("{{ default }}", "b"))).isFalse();
  }

  private static boolean join(EventSample one, EventSample other) {
    Fingerprint first = by("", one);
    Map<String, Integer> known = new HashMap<>(Map.of(first.hash(), 1));
    first.kept().forEach(kept -> known.put(kept.hash(), 1));
    return by("", other).lead(known::get).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "stack.abs_path:**/lib/** -app;false,true,true",
        "stack.function:b -app;true,false,true",
        "stack.function:b ^-app;false,true,true",
        "stack.function:b v-app;true,true,false",
        "!stack.function:b -app;false,true,false",
        "[ stack.function:c ] | stack.function:b -app;true,false,true",
        "[ stack.function:a ] | stack.function:b -app;true,true,true",
        "stack.function:b | [ stack.function:a ] -app;true,false,true",
        "family:javascript stack.function:? -app;false,false,false",
        "family:native,other stack.function:? -app;true,true,true",
        "error.type:RangeError stack.function:a -app;true,true,true",
        "error.type:TypeError error.mechanism:onerror stack.function:a -app;false,true,true",
        "path:SRC/* -app;true,false,false",
      })
  void rulesMarkTheFramesThatTheyMatch(String rule, String marks) {
    List<Boolean> marked =
        inApp(
            rule,
            "",
            frame("a", "src/lib/a.ts", 1, 1),
            frame("b", "src/b.ts", 1, 1),
            frame("c", "src/c.ts", 1, 1));
    assertThat(marked.toString()).isEqualTo("[" + marks.replace(",", ", ") + "]");
  }

  @Test
  void categoriesPassFromOneRuleToTheNext() {
    String rules =
        """
        # what throws is not where it broke
        stack.function:raise category=throw
        [ category:caller ] | category:throw -group
        stack.function:pay category=caller
        category:throw -app
        """;
    assertThat(inApp(rules, "", frame("raise", "a.ts", 1, 1), frame("pay", "b.ts", 1, 1)))
        .containsExactly(false, true);
  }

  @Test
  void framesThatAreLeftOutDoNotSplitAnIssue() {
    EventSample load =
        event().thrown("E1", "x", frame("retry", "src/r.ts", 1, 1), frame("f", "src/f.ts", 1, 1));
    EventSample once = event().thrown("E1", "x", frame("f", "src/f.ts", 1, 1));
    assertThat(stack("", load).hash()).isNotEqualTo(stack("", once).hash());
    assertThat(stack("stack.function:retry -group", load).hash())
        .isEqualTo(stack("stack.function:retry -group", once).hash());
    EventSample low =
        event().thrown("E1", "x", frame("pay", "src/f.ts", 1, 1), frame("one", "src/a.ts", 1, 1));
    EventSample high =
        event().thrown("E1", "x", frame("pay", "src/f.ts", 1, 1), frame("two", "src/b.ts", 1, 1));
    String top = "error.type:E1 stack.function:* max-frames=1";
    assertThat(stack(top, low).hash()).isEqualTo(stack(top, high).hash());
  }

  @Test
  void prefixesOfTheProjectOutweighTheSenderAndTheLongestWins() {
    assertThat(
            inApp(
                "",
                "com.shop.\n-com.shop.generated.\n",
                java("com.shop.Cart", "pay", "Cart.java", 1, false),
                java("com.shop.generated.Api", "call", "Api.java", 1, true),
                java("org.other.X", "y", "X.java", 1, true)))
        .containsExactly(true, false, true);
  }

  @Test
  void aBrowsersLibrariesAreNotTheApplicationsOwnWhateverItsReporterSays() {
    assertThat(
            inApp(
                "",
                "",
                frame("render", "https://a.example/node_modules/react/index.js", 1, 1),
                frame("e", "https://a.example/assets/vendor-DiwrgTda.js", 1, 1),
                frame("pay", "https://a.example/src/pay.js", 1, 1),
                system("x", "https://a.example/src/x.js", 1, 1)))
        .containsExactly(false, false, true, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fingerprint|error.typ:X -> y|There is no condition 'error.typ'. Did you mean 'error.type'?",
        "fingerprint|error.type:X y|A rule says what to group by behind an arrow",
        "fingerprint|error.type:X ->|There is nothing behind the arrow",
        "fingerprint|-> y|A rule begins with a condition",
        "fingerprint|error.type:X -> {{ functon }}|Did you mean 'function'?",
        "fingerprint|error.type:\"X -> y|A quote is not closed",
        "fingerprint|error.type -> y|is no condition: write a name, a colon and a pattern",
        "stack|stack.function:pay|A rule ends with what to do",
        "stack|stack.function:pay -ap|There is no mark '-ap'",
        "stack|stack.function:pay max-frame=3|Did you mean 'max-frames'?",
        "stack|stack.function:pay max-frames=many|max-frames is a number from 0 to 50",
        "stack|app:perhaps -group|'app' is yes or no",
        "stack|[ error.type:X ] stack.function:pay -app|Brackets hold a condition of a frame",
        "own|com.a com.b|A line holds one prefix",
      })
  void whatCannotBeReadIsToldWithItsLineAndWhatToDo(String section, String line, String told) {
    List<Problem> problems = new ArrayList<>();
    String text = "# a remark\n" + line + "\n";
    Rules.read(
        new Rules.Text(
            section.equals("fingerprint") ? text : "",
            section.equals("stack") ? text : "",
            section.equals("own") ? text : ""),
        problems);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().section()).isEqualTo(section);
    assertThat(problems.getFirst().line()).isEqualTo(2);
    assertThat(problems.getFirst().problem()).contains(told);
  }

  @Test
  void hostileTextsCostTimeInProportionToTheirLength() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      rules.append("stack.function:").append("*a".repeat(60)).append("b -app\n");
    }
    Rules read = read("", rules.toString(), "");
    Frame[] frames = new Frame[200];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = frame("a".repeat(1000) + "b".repeat(20) + "c", "src/" + "a/".repeat(200), i, 1);
    }
    EventSample sample = event().thrown("TypeError", "x".repeat(100_000), frames);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> GROUPING.group(sample.build(), read));
  }

  @ParameterizedTest
  @CsvSource({
    "a*c, abbbc, true",
    "a*c, abbb, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "**, anything, true",
    "*, '', true",
    "a*b*c, aXbYbZc, true",
    "abc, ABC, false",
    "*äß*, grüßäß!, true",
  })
  void patternsMatchWhole(String pattern, String text, boolean matches) {
    assertThat(Glob.text(pattern).matches(text)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "**/node_modules/**, /app/node_modules/x/y.js, true",
    "**/node_modules/**, node_modules/x/y.js, true",
    "src/*, src/a.ts, true",
    "src/*, src/b/a.ts, false",
    "src/**, src/b/a.ts, true",
    "C:/SHOP/*, 'c:\\shop\\a.cs', true",
  })
  void inAPathOneStarStaysInItsFolder(String pattern, String path, boolean matches) {
    assertThat(Glob.path(pattern).matches(path)).isEqualTo(matches);
  }

  @Test
  void aPatternLongerThanAMachineWordMatchesAsWell() {
    String text = "abcdefghij".repeat(20);
    assertThat(Glob.text("abc*" + "j" + "?".repeat(100) + "*j").matches(text)).isTrue();
    assertThat(Glob.text("*" + "abcdefghij".repeat(19) + "?bcdefghij").matches(text)).isTrue();
    assertThat(Glob.text("*" + "abcdefghij".repeat(19) + "?bcdefghik").matches(text)).isFalse();
  }
}

package dev.suture.issue.rules;

import dev.suture.issue.rules.Matcher.Kind;
import dev.suture.issue.rules.RuleWords.Word;
import dev.suture.issue.rules.StackRule.Action;
import dev.suture.issue.rules.StackRule.Range;
import dev.suture.issue.rules.StackRule.Which;
import dev.suture.project.NearestName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one line of rules.
final class RuleReader {
  private static final int MOST_CONDITIONS = 20;
  private static final int MOST_PARTS = 20;
  private static final int MOST_FRAMES = 50;
  private static final List<String> VARIABLES =
      List.of("max-frames", "min-frames", "invert-stacktrace", "category");

  private RuleReader() {}

  /// `error.type:ConnectionError -> conn, {{ function }} title="No connection"`
  static FingerprintRule fingerprint(int number, String line) throws RuleProblem {
    List<Word> words = RuleWords.of(line, number);
    int arrow = 0;
    while (arrow < words.size() && !words.get(arrow).is("->")) {
      arrow++;
    }
    if (arrow == words.size()) {
      throw new RuleProblem(
          number, "A rule says what to group by behind an arrow: error.type:X -> my-group.");
    }
    List<Matcher> matchers = new ArrayList<>();
    for (Word word : words.subList(0, arrow)) {
      matchers.add(Matcher.read(word, number));
    }
    check(matchers.size(), number);
    List<String> parts = new ArrayList<>();
    String title = null;
    for (Word word : words.subList(arrow + 1, words.size())) {
      if (word.text().startsWith("title=")) {
        title = word.text().substring("title=".length());
      } else if (!word.is(",")) {
        parts.add(word.text());
      }
    }
    if (parts.isEmpty()) {
      throw new RuleProblem(
          number, "There is nothing behind the arrow: write a text or {{ default }}.");
    }
    if (parts.size() > MOST_PARTS) {
      throw new RuleProblem(number, "A fingerprint has at most " + MOST_PARTS + " parts.");
    }
    for (String part : parts) {
      Variables.check(part, number);
    }
    if (title != null) {
      Variables.check(title, number);
    }
    return new FingerprintRule(number, line, List.copyOf(matchers), List.copyOf(parts), title);
  }

  private static void check(int matchers, int number) throws RuleProblem {
    if (matchers == 0) {
      throw new RuleProblem(number, "A rule begins with a condition, as error.type:IOException.");
    }
    if (matchers > MOST_CONDITIONS) {
      throw new RuleProblem(number, "A rule has at most " + MOST_CONDITIONS + " conditions.");
    }
  }

  /// `[ category:throw ] | stack.module:com.example.* +app ^-group`
  static StackRule stack(int number, String line) throws RuleProblem {
    List<Word> words = RuleWords.of(line, number);
    List<Matcher> matchers = new ArrayList<>();
    List<Action> actions = new ArrayList<>();
    Matcher caller = null;
    Matcher callee = null;
    int at = 0;
    while (at < words.size()) {
      Word word = words.get(at);
      if (word.is("[")) {
        Matcher sibling = sibling(words, at, number);
        boolean first = matchers.isEmpty();
        boolean barred =
            first ? at + 3 < words.size() && words.get(at + 3).is("|") : words.get(at - 1).is("|");
        if (!barred || (first ? caller != null : callee != null)) {
          throw new RuleProblem(
              number,
              "Put the caller before and the called frame behind a bar: [ a:b ] | c:d | [ e:f ].");
        }
        caller = first ? sibling : caller;
        callee = first ? callee : sibling;
        at += first ? 4 : 3;
      } else if (word.is("|")) {
        at++;
      } else {
        Action action = action(word, number);
        if (action != null) {
          actions.add(action);
        } else if (actions.isEmpty()) {
          matchers.add(Matcher.read(word, number));
        } else {
          throw new RuleProblem(
              number, "'" + word.text() + "' stands behind an action: put conditions first.");
        }
        at++;
      }
    }
    check(matchers.size(), number);
    if (actions.isEmpty()) {
      throw new RuleProblem(
          number, "A rule ends with what to do: +app, -app, +group, -group or max-frames=3.");
    }
    return new StackRule(number, line, List.copyOf(matchers), caller, callee, List.copyOf(actions));
  }

  private static Matcher sibling(List<Word> words, int open, int number) throws RuleProblem {
    if (open + 2 >= words.size() || !words.get(open + 2).is("]")) {
      throw new RuleProblem(number, "Brackets hold one condition: [ stack.function:pay ].");
    }
    Matcher matcher = Matcher.read(words.get(open + 1), number);
    if (matcher.subject().kind != Kind.frame) {
      throw new RuleProblem(number, "Brackets hold a condition of a frame, as stack.function:pay.");
    }
    return matcher;
  }

  private static @Nullable Action action(Word word, int number) throws RuleProblem {
    String text = word.text();
    Range range = text.startsWith("^") ? Range.up : text.startsWith("v") ? Range.down : Range.here;
    String flag = range == Range.here ? text : text.substring(1);
    if (flag.startsWith("+") || flag.startsWith("-")) {
      boolean set = flag.startsWith("+");
      return switch (flag.substring(1)) {
        case "app" -> new StackRule.Mark(Which.app, set, range);
        case "group" -> new StackRule.Mark(Which.group, set, range);
        default ->
            throw new RuleProblem(
                number, "There is no mark '" + flag + "': write +app, -app, +group or -group.");
      };
    }
    int equals = text.indexOf('=');
    int colon = text.indexOf(':');
    if (equals <= 0 || (colon >= 0 && colon < equals)) {
      return null;
    }
    String name = text.substring(0, equals);
    String value = text.substring(equals + 1);
    return switch (name) {
      case "max-frames" -> new StackRule.MaxFrames(count(name, value, number));
      case "min-frames" -> new StackRule.MinFrames(count(name, value, number));
      case "invert-stacktrace" -> new StackRule.Invert(value.matches("1|yes|true"));
      case "category" -> new StackRule.Category(value);
      default ->
          throw new RuleProblem(
              number,
              "There is no action '"
                  + name
                  + "'. Did you mean '"
                  + NearestName.of(name, VARIABLES)
                  + "'?");
    };
  }

  private static int count(String name, String value, int number) throws RuleProblem {
    if (!value.matches("[0-9]{1,2}") || Integer.parseInt(value) > MOST_FRAMES) {
      throw new RuleProblem(
          number, name + " is a number from 0 to " + MOST_FRAMES + ": write " + name + "=3.");
    }
    return Integer.parseInt(value);
  }
}

package dev.suture.cause;

import dev.suture.cause.chain.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A cause as a bundle tells it: the chain in words of ours, and apart from it what the page and
/// the repository say.
final class CauseText {
  private static final int FACTS = 6;
  private static final int OTHERS = 3;
  private static final int VALUE = 160;

  private CauseText() {}

  /// @param most characters of a value
  static void tell(Cause cause, Briefing.Builder out, int most) {
    int value = Math.min(VALUE, most);
    List<String> words = new ArrayList<>();
    words.add((cause.confident() ? "" : "Not certain. ") + cause.summary());
    cause.facts().stream()
        .limit(most < VALUE ? FACTS / 2 : FACTS)
        .forEach(fact -> words.add("- " + fact.link() + ": " + fact.words()));
    out.say("Why it broke", String.join("\n", words));
    Cause.Expression expression = cause.expression();
    if (expression != null) {
      out.data(
          "The expression that threw, at commit " + expression.commit(),
          Briefing.Provenance.repository,
          clip(expression.path(), value)
              + ":"
              + expression.line()
              + "  "
              + clip(expression.code(), value)
              + "\nempty: "
              + clip(expression.access(), value));
    }
    String seen = seen(cause, value);
    if (!seen.isEmpty()) {
      out.data("What it rests on", captured(cause), seen);
    }
    others(cause, out, value);
  }

  /// Where the value can have come from else, unless one place is as good as certain.
  private static void others(Cause cause, Briefing.Builder out, int value) {
    int named = cause.exchange() == null ? 0 : 1;
    if (cause.confident() || cause.candidates().size() <= named) {
      return;
    }
    String lines =
        cause.candidates().stream()
            .skip(named)
            .limit(OTHERS)
            .map(each -> other(each, value))
            .collect(Collectors.joining("\n"));
    out.data("Where it can have come from else, with scores of 100", captured(cause), lines);
  }

  private static String other(Cause.Candidate candidate, int value) {
    return candidate.score()
        + "  "
        + candidate.kind()
        + (candidate.exchange() == null ? "" : " " + candidate.exchange())
        + ": "
        + clip(candidate.what(), value)
        + (candidate.field() == null ? "" : ", " + clip(candidate.field(), value))
        + (candidate.found() == null ? "" : " " + clip(candidate.found(), value))
        + "; "
        + String.join(", ", candidate.words());
  }

  private static String seen(Cause cause, int value) {
    List<String> lines = new ArrayList<>();
    Cause.Answered answered = cause.exchange();
    if (answered != null) {
      lines.add(
          "exchange "
              + answered.id()
              + ", "
              + answered.before()
              + " ms before: "
              + clip(answered.method() + " " + answered.url(), value)
              + " -> "
              + answered.status());
      if (answered.field() != null) {
        lines.add("field " + clip(answered.field(), value) + ": " + found(answered.found(), value));
      }
    }
    Cause.Trigger action = cause.action();
    if (action != null) {
      lines.add(
          "action "
              + action.index()
              + ", "
              + action.before()
              + " ms before: "
              + clip(action.kind(), value));
    }
    return String.join("\n", lines);
  }

  private static String found(@Nullable String found, int value) {
    return found == null ? "absent" : clip(found, value);
  }

  private static Briefing.Provenance captured(Cause cause) {
    return cause.capture() == null ? Briefing.Provenance.sdk : Briefing.Provenance.page;
  }

  private static String clip(String text, int value) {
    String near = text.length() <= 4 * value ? text : text.substring(0, 4 * value);
    String flat = near.replaceAll("\\s+", " ");
    boolean whole = flat.length() <= value && near.length() == text.length();
    return whole ? flat : flat.substring(0, Math.min(value, flat.length())) + " …";
  }
}

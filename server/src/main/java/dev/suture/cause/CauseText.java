package dev.suture.cause;

import dev.suture.cause.chain.Cause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cause as a bundle tells it: the chain in words of ours, and apart from it what the page and
/// the repository say.
final class CauseText {
  private static final int FACTS = 6;
  private static final int VALUE = 160;

  private CauseText() {}

  static void tell(Cause cause, Briefing.Builder out) {
    List<String> words = new ArrayList<>();
    words.add((cause.confident() ? "" : "Not certain. ") + cause.summary());
    cause.facts().stream()
        .limit(FACTS)
        .forEach(fact -> words.add("- " + fact.link() + ": " + fact.words()));
    out.say("Why it broke", String.join("\n", words));
    Cause.Expression expression = cause.expression();
    if (expression != null) {
      out.data(
          "The expression that threw, at commit " + expression.commit(),
          Briefing.Provenance.repository,
          expression.path()
              + ":"
              + expression.line()
              + "  "
              + clip(expression.code())
              + "\nempty: "
              + clip(expression.access()));
    }
    String seen = seen(cause);
    if (!seen.isEmpty()) {
      out.data("What it rests on", captured(cause), seen);
    }
  }

  private static String seen(Cause cause) {
    List<String> lines = new ArrayList<>();
    Cause.Answered answered = cause.exchange();
    if (answered != null) {
      lines.add(
          "exchange "
              + answered.id()
              + ", "
              + answered.before()
              + " ms before: "
              + clip(answered.method() + " " + answered.url())
              + " -> "
              + answered.status());
      if (answered.field() != null) {
        lines.add("field " + clip(answered.field()) + ": " + found(answered.found()));
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
              + clip(action.kind()));
    }
    return String.join("\n", lines);
  }

  private static String found(@Nullable String found) {
    return found == null ? "absent" : clip(found);
  }

  private static Briefing.Provenance captured(Cause cause) {
    return cause.capture() == null ? Briefing.Provenance.sdk : Briefing.Provenance.page;
  }

  private static String clip(String text) {
    String flat = text.replaceAll("\\s+", " ");
    return flat.length() <= VALUE ? flat : flat.substring(0, VALUE) + " …";
  }
}

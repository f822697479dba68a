package dev.suture.repro;

import dev.suture.repro.Reproduction.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What was typed into a field whose value a recorder has hidden. The requests that come next often
/// say it: what stands in them and stood in none before was typed.
final class Masked {
  private static final Pattern HIDDEN = Pattern.compile("[*•]+|\\[redacted]");
  private static final double SOON = 3_000;
  private static final int MOST = 5;

  private Masked() {}

  static boolean isHidden(Step step) {
    return HIDDEN.matcher(String.valueOf(step.value())).matches();
  }

  /// The step itself when nothing is found; else one for each text that was typed in turn.
  static List<Step> filled(Step step, List<Said.Request> requests) {
    Set<String> before = new HashSet<>();
    List<Step> typed = new ArrayList<>();
    for (Said.Request request : requests) {
      List<String> said =
          request.said().stream()
              .filter(each -> each.isText() && !each.text().isEmpty())
              .map(Said::text)
              .distinct()
              .toList();
      boolean soon = request.at() >= step.at() && request.at() <= step.at() + SOON;
      for (String text : said) {
        if (soon && !before.contains(text) && typed.size() < MOST) {
          double at = typed.isEmpty() ? step.at() : request.at() - 1;
          typed.add(new Step(at, step.kind(), text, List.of(), false, step.target()));
        }
      }
      before.addAll(said);
    }
    return typed.isEmpty() ? List.of(step) : typed;
  }
}

package dev.suture.cause;

import java.util.ArrayList;
import java.util.List;

/// What a bundle says of how the failing session differs from others.
final class DifferencesText {
  private DifferencesText() {}

  /// @param most lines of each list
  /// @param value characters of each value
  /// @param cut takes the names of what was left out
  static void tell(Bundle bundle, Briefing.Builder out, int most, int value, List<String> cut) {
    Differences differences = bundle.differences();
    if (bundle.capture() == null) {
      return;
    }
    out.say("How it differs from sessions that did not fail", differences.words());
    if (differences.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (Differences.Answer each : differences.network()) {
      if (lines.size() < most) {
        lines.add(line(each, value));
      }
    }
    int answers = lines.size();
    for (Differences.Line each : differences.console()) {
      if (lines.size() - answers < Math.max(1, most / 2)) {
        lines.add(
            "console "
                + BundleText.oneLine(each.level(), value)
                + (each.count() > 1 ? " (" + each.count() + " times)" : "")
                + ": "
                + BundleText.oneLine(each.text(), value));
      }
    }
    out.data("Differences", Briefing.Provenance.page, String.join("\n", lines));
    int left = differences.network().size() + differences.console().size() - lines.size();
    if (left > 0) {
      cut.add(left + " differences from other sessions.");
    }
  }

  private static String line(Differences.Answer each, int value) {
    return BundleText.oneLine(each.exchange(), value)
        + "  "
        + BundleText.oneLine(each.endpoint(), value)
        + "  "
        + (each.field() == null ? "" : BundleText.oneLine(each.field(), value) + ": ")
        + each.here()
        + "; "
        + each.there()
        + " in "
        + each.answers()
        + (each.answers() == 1 ? " other answer" : " other answers");
  }
}

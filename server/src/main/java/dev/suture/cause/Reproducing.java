package dev.suture.cause;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to make a failure happen again.
///
/// @param replayable whether a recorder kept what a browser needs to do it again
/// @param minimal whether the failure comes with these steps alone, as was found by running them
/// @param words what there is and what is missing, in words of ours
/// @param steps captured: what the user did up to the failure, oldest first
/// @param earlier how many steps came before the first of these
public record Reproducing(
    boolean replayable, boolean minimal, String words, List<String> steps, int earlier) {
  private static final int STEPS = 20;

  static Reproducing of(
      @Nullable Recording recording, List<Bundle.TimelineEntry> timeline, double failedAt) {
    List<String> all =
        recording == null
            ? timeline.stream()
                .filter(each -> each.ms() <= 0)
                .filter(each -> each.kind().equals("action") || each.kind().equals("navigation"))
                .map(Bundle.TimelineEntry::text)
                .toList()
            : recording.actions().stream()
                .filter(each -> each.at() <= failedAt)
                .map(Recording.Deed::text)
                .toList();
    List<String> counted = counted(all);
    int earlier = Math.max(0, counted.size() - STEPS);
    boolean replayable = recording != null && !recording.actions().isEmpty();
    return new Reproducing(
        replayable,
        false,
        words(recording != null, counted.size()),
        List.copyOf(counted.subList(earlier, counted.size())),
        earlier);
  }

  /// The same with the steps that a search left.
  Reproducing with(ShortestSteps.Found found) {
    List<String> few = counted(found.steps());
    int before = Math.max(0, few.size() - STEPS);
    return new Reproducing(
        replayable,
        true,
        "The failure comes with "
            + found.steps().size()
            + " of the "
            + found.all()
            + " steps of the capture, and with no fewer; they were run at commit "
            + found.commit()
            + ". suture_get_reproduction has them and the answers that it needs.",
        List.copyOf(few.subList(before, few.size())),
        before);
  }

  private static String words(boolean recorded, int steps) {
    if (recorded) {
      return steps == 0
          ? "The capture holds no action before the failure: open the page that the environment"
              + " names, with the answers of the capture."
          : "The capture holds what was done and what the network answered:"
              + " suture_get_reproduction gives it as a test, and `suture verify` runs it at a"
              + " commit.";
    }
    return steps == 0
        ? "Neither steps nor answers are known, for no recorder was there and the event has no"
            + " breadcrumbs of actions. The stack and the request are what there is; a recorder in"
            + " the page keeps the rest."
        : "The steps are the breadcrumbs of the SDK. What the network answered and what the page"
            + " kept are missing, for no recorder was there.";
  }

  /// Equal steps one after the other are one, with their number.
  private static List<String> counted(List<String> steps) {
    List<String> counted = new ArrayList<>();
    int from = 0;
    while (from < steps.size()) {
      int to = from;
      while (to < steps.size() && steps.get(to).equals(steps.get(from))) {
        to++;
      }
      String times = to - from > 1 ? "  (" + (to - from) + " times)" : "";
      counted.add(steps.get(from) + times);
      from = to;
    }
    return Collections.unmodifiableList(counted);
  }
}

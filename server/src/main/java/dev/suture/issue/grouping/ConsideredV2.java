package dev.suture.issue.grouping;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import java.util.ArrayList;
import java.util.List;

/// What became of a frame when version 2 looked at it.
///
/// @param exception which of the chain it belongs to
/// @param place in the stack, 0 for the call that threw
/// @param counts whether it is part of the fingerprint
/// @param why it does not count; empty where it does
public record ConsideredV2(int exception, int place, boolean counts, String why) {
  private static final int SHOWN = 50;

  static List<ConsideredV2> of(Event event, int most) {
    List<Thrown> chain = event.thrown();
    FamilyV2 family = FamilyV2.of(event.platform());
    for (boolean inApp : new boolean[] {true, false}) {
      for (int i = chain.size() - 1; i >= 0; i--) {
        List<ConsideredV2> found = stack(chain.get(i).frames(), i, inApp, most);
        if (found.stream().anyMatch(ConsideredV2::counts)) {
          return foldRepeats(found, chain.get(i).frames(), family);
        }
      }
    }
    return List.of();
  }

  private static List<ConsideredV2> stack(
      List<Frame> stack, int exception, boolean inApp, int most) {
    List<ConsideredV2> considered = new ArrayList<>();
    int counted = 0;
    boolean behind = false;
    for (int i = 0; i < Math.min(stack.size(), SHOWN); i++) {
      Frame frame = stack.get(i);
      behind |= counted > 0 && FrameV2.isBehindAwait(frame);
      String why = "";
      if (behind) {
        why = "It came before an await or a callback: only some browsers report that.";
      } else if (FrameV2.isNoise(frame)) {
        why = "No source of the application stands behind it.";
      } else if (frame.inApp() != inApp) {
        why = "It is not the application's own code.";
      } else if (counted == most) {
        why = "Only the " + most + " topmost frames count.";
      }
      counted += why.isEmpty() ? 1 : 0;
      considered.add(new ConsideredV2(exception, i, why.isEmpty(), why));
    }
    return considered;
  }

  private static List<ConsideredV2> foldRepeats(
      List<ConsideredV2> considered, List<Frame> stack, FamilyV2 family) {
    List<ConsideredV2> folded = new ArrayList<>();
    List<FrameV2> counted = new ArrayList<>();
    for (ConsideredV2 each : considered) {
      FrameV2 frame = FrameV2.of(stack.get(each.place()), family).withoutCode();
      if (each.counts() && !counted.isEmpty() && counted.getLast().equals(frame)) {
        String why =
            frame.telling()
                ? "It repeats the call above it."
                : "Its name is a minifier's, as the one above it.";
        folded.add(new ConsideredV2(each.exception(), each.place(), false, why));
      } else {
        if (each.counts()) {
          counted.add(frame);
        }
        folded.add(each);
      }
    }
    return folded;
  }
}

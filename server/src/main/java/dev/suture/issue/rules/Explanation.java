package dev.suture.issue.rules;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Grouper.Grouped;
import dev.suture.issue.grouping.ConsideredV2;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Why an event belongs to its issue.
///
/// @param fingerprint what its next like would be grouped by
/// @param exception which of the chain its frames are of, by type; captured
/// @param frames of that exception, the one that threw first
/// @param notes which rules had a part in it, as they are written
public record Explanation(
    Fingerprint fingerprint, String exception, List<Seen> frames, List<String> notes) {
  private static final int SHOWN = 50;

  /// A frame and what became of it.
  ///
  /// @param why it does not count, in words of ours; empty where it does
  public record Seen(String function, String file, int line, boolean counts, String why) {}

  static Explanation of(
      Grouped grouped, Marking marking, List<ConsideredV2> considered, List<String> notes) {
    Event event = marking.event();
    if (considered.isEmpty()) {
      return new Explanation(grouped.fingerprint(), "", List.of(), List.copyOf(notes));
    }
    int exception = considered.getFirst().exception();
    Map<Frame, ConsideredV2> verdicts = new IdentityHashMap<>();
    List<Frame> counting = marking.counting().thrown().get(exception).frames();
    considered.forEach(each -> verdicts.put(counting.get(each.place()), each));
    Thrown thrown = event.thrown().get(exception);
    List<Seen> seen = new ArrayList<>();
    for (Frame frame : thrown.frames().subList(0, Math.min(SHOWN, thrown.frames().size()))) {
      ConsideredV2 verdict = verdicts.get(frame);
      String why = verdict == null ? "A rule of the project leaves it out." : verdict.why();
      seen.add(new Seen(frame.function(), frame.file(), frame.line(), why.isEmpty(), why));
    }
    return new Explanation(
        grouped.fingerprint(), thrown.type(), List.copyOf(seen), List.copyOf(notes));
  }
}

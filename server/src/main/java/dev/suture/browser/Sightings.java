package dev.suture.browser;

import dev.suture.event.Frame;
import dev.suture.repro.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The errors that a page met in a run, and at which step.
final class Sightings {
  private static final int MOST = 200;
  private static final int MOST_FRAMES = 50;
  private static final Pattern FRAME =
      Pattern.compile(
          "^\\s*at (?:(.{0,300}?) \\()?(https?://[^\\s()]{1,2000}):(\\d{1,9}):(\\d{1,9})\\)?$");

  private final Failure wanted;
  private final String origin;
  private final Pace pace;
  private final UnaryOperator<List<Frame>> mapped;
  private final BooleanSupplier early;
  private final List<String> all = new ArrayList<>();
  private int lastSeen = -1;
  private int lastEarly = -1;
  private boolean another;

  /// What is asked when an error is seen.
  ///
  /// @param mapped maps frames to the sources of the build that is run
  /// @param early whether the answer that came before the failure has not come yet
  record Asked(UnaryOperator<List<Frame>> mapped, BooleanSupplier early) {}

  Sightings(Failure wanted, String origin, Pace pace, Asked asked) {
    this.mapped = asked.mapped();
    this.early = asked.early();
    this.wanted = wanted;
    this.origin = origin;
    this.pace = pace;
  }

  void add(Map<?, ?> told) {
    String type = text(told, "type");
    String message = text(told, "message");
    String stack = text(told, "stack");
    if (all.size() < MOST) {
      all.add("step " + pace.done() + ": " + (stack.isEmpty() ? type + ": " + message : stack));
    }
    if (wanted.isSeenIn(type, message, frames(stack), mapped)) {
      if (early.getAsBoolean()) {
        lastEarly = pace.done();
      } else {
        lastSeen = pace.done();
      }
    } else if (text(told, "how").equals("thrown")) {
      another = true;
    }
  }

  /// Of the application's own code, where any is.
  private List<Frame> frames(String stack) {
    List<Frame> frames = new ArrayList<>();
    for (String line : (Iterable<String>) stack.lines().limit(MOST_FRAMES)::iterator) {
      Matcher frame = FRAME.matcher(line);
      if (frame.matches() && frame.group(2).startsWith(origin + "/")) {
        String function =
            frame.group(1) == null ? "" : frame.group(1).replaceAll(" \\[as .*]$", "");
        frames.add(
            new Frame(
                function,
                frame.group(2),
                Integer.parseInt(frame.group(3)),
                Integer.parseInt(frame.group(4)),
                true,
                null,
                null,
                null,
                null));
      }
    }
    return frames;
  }

  /// The failure came while the last step was done, or after it.
  boolean isSeen(int steps) {
    return lastSeen >= steps - 1;
  }

  /// It came then, but before the answer that it came after in the recording.
  boolean isSeenEarly(int steps) {
    return lastEarly >= steps - 1;
  }

  boolean isSeenBefore(int steps) {
    return lastSeen >= 0 && !isSeen(steps);
  }

  boolean isAnother() {
    return another;
  }

  String log() {
    return String.join("\n", all);
  }

  static String text(Map<?, ?> told, String key) {
    return told.get(key) instanceof String text ? text : "";
  }
}

package dev.suture.issue.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is done with the frames that meet some conditions.
///
/// @param text as it stands in the rules
/// @param caller what the frame that called must be; null for any
/// @param callee what the frame that was called must be; null for any
record StackRule(
    int line,
    String text,
    List<Matcher> matchers,
    @Nullable Matcher caller,
    @Nullable Matcher callee,
    List<Action> actions) {

  sealed interface Action {}

  /// Sets or takes away a mark.
  record Mark(Which which, boolean set, Range range) implements Action {}

  enum Which {
    app,
    group
  }

  /// Which frames a mark is for: the one that matched, all that it called, or all that led to it.
  enum Range {
    here,
    up,
    down
  }

  record Category(String name) implements Action {}

  /// How many frames count at most; 0 for as many as usual.
  record MaxFrames(int most) implements Action {}

  /// Below how many frames a stack says nothing.
  record MinFrames(int least) implements Action {}

  /// Whether the stack came upside down.
  record Invert(boolean on) implements Action {}
}

package dev.suture.issue.grouping;

import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which frames of a stack version 2 looks at.
final class StackV2 {
  private static final int FRAMES_WITH_CODE = 2;
  private static final int LONGEST_CYCLE = 4;
  private static final int FRAMES_READ = 200;
  private static final int FRAMES_OF_CYCLE = 60;
  private static final Set<String> COMPREHENSIONS = Set.of("<listcomp>", "<dictcomp>", "<setcomp>");

  private StackV2() {}

  /// Of the innermost exception that has frames of the application's own code; where none has, of
  /// the innermost that has frames at all.
  static List<FrameV2> top(List<Thrown> chain, FamilyV2 family, int most) {
    for (boolean inApp : new boolean[] {true, false}) {
      for (Thrown thrown : chain.reversed()) {
        List<FrameV2> frames = topmost(thrown.frames(), inApp, family, most);
        if (!frames.isEmpty()) {
          return frames;
        }
      }
    }
    return List.of();
  }

  private static List<FrameV2> topmost(
      List<Frame> stack, boolean inApp, FamilyV2 family, int most) {
    List<FrameV2> frames = new ArrayList<>();
    String held = "";
    for (Frame frame : stack.subList(0, Math.min(stack.size(), FRAMES_READ))) {
      if (!frames.isEmpty() && FrameV2.isBehindAwait(frame)) {
        break;
      }
      if (frame.inApp() != inApp || FrameV2.isNoise(frame)) {
        continue;
      }
      FrameV2 found = RecentFramesV2.of(frame, family);
      if (COMPREHENSIONS.contains(found.function())) {
        // Python 3.12 runs a comprehension within its function; before, it was a call of its own.
        held = held.isEmpty() ? found.code() : held;
        continue;
      }
      frames.add(held.isEmpty() ? found : found.withCode(held));
      held = "";
      foldSilent(frames);
      foldRecursion(frames);
      if (frames.size() == most + LONGEST_CYCLE || isSettled(frames, most)) {
        break;
      }
    }
    List<FrameV2> top = new ArrayList<>(most);
    for (FrameV2 frame : frames.subList(0, Math.min(frames.size(), most))) {
      top.add(top.size() < FRAMES_WITH_CODE ? frame : frame.withoutCode());
    }
    return top;
  }

  /// Whether no frame further out can fold one of the topmost away: only a cycle that the last of
  /// them closes reaches back so far.
  private static boolean isSettled(List<FrameV2> frames, int most) {
    if (frames.size() != most) {
      return false;
    }
    FrameV2 last = frames.getLast();
    for (int cycle = 2; cycle <= LONGEST_CYCLE && cycle < most; cycle++) {
      if (sameCall(last, frames.get(most - 1 - cycle))) {
        return false;
      }
    }
    return true;
  }

  /// Frames that say nothing but one file are one: browsers differ in how many they report.
  private static void foldSilent(List<FrameV2> frames) {
    int size = frames.size();
    if (size > 1
        && !frames.get(size - 1).telling()
        && frames.get(size - 1).equals(frames.get(size - 2))) {
      frames.removeLast();
    }
  }

  /// Calls that repeat count once: a function that calls itself, or a few that call each other.
  private static void foldRecursion(List<FrameV2> frames) {
    int size = frames.size();
    for (int cycle = 1; cycle <= LONGEST_CYCLE && 2 * cycle <= size; cycle++) {
      boolean same = true;
      for (int i = size - cycle; same && i < size; i++) {
        same = sameCall(frames.get(i), frames.get(i - cycle));
      }
      if (same) {
        frames.subList(size - cycle, size).clear();
        return;
      }
    }
  }

  private static boolean sameCall(FrameV2 one, FrameV2 other) {
    return one.telling()
        && one.file().equals(other.file())
        && one.function().equals(other.function());
  }

  /// The functions that call each other without end, in an order that does not depend on which of
  /// them the stack ran out in.
  static List<String> cycle(List<Thrown> chain, FamilyV2 family) {
    Map<String, Integer> calls = new HashMap<>();
    List<Frame> stack = chain.getLast().frames();
    for (Frame frame : stack.subList(0, Math.min(stack.size(), FRAMES_OF_CYCLE))) {
      if (!FrameV2.isNoise(frame)) {
        calls.merge(FrameV2.of(frame, family).withoutCode().words(), 1, Integer::sum);
      }
    }
    Set<String> cycle = new TreeSet<>();
    calls.forEach(
        (call, times) -> {
          if (times > 1) {
            cycle.add(call);
          }
        });
    return List.copyOf(cycle);
  }
}

package dev.suture.issue.grouping;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Grouping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Version 1: an issue is the types of an exception chain, and where its innermost exception was
/// thrown: the topmost frames of the application's own code, by file and function, the two topmost
/// with the text of their source line as well.
///
/// A few frames and not all of them: enough that two callers of one helper stay apart, few enough
/// that a fault reached on many ways stays together. Line numbers never count, since unrelated
/// edits move them; the source line's text does, since it tells two throws in one function apart.
/// Frames behind an `await` never count, since some browsers report them and some do not. A message
/// counts only where frames say nothing, because every browser words the same error in its own way.
///
/// This file is frozen: the hashes that it made are in databases.
public final class GroupingV1 implements Grouping {
  private static final int FRAMES = 4;
  private static final int FRAMES_WITH_CODE = 2;
  private static final int LONGEST_CODE = 160;
  private static final int LONGEST_CHAIN = 5;
  private static final int LONGEST_CYCLE = 4;
  private static final int FRAMES_READ = 200;

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Fingerprint fingerprint(Event event) {
    List<String> parts = new ArrayList<>();
    if (!event.thrown().isEmpty()) {
      exception(event, parts);
    } else if (event.report() != null) {
      parts.add("this report alone: " + event.id());
    } else {
      parts.add("message: " + WordingV1.pattern(event.message() == null ? "" : event.message()));
    }
    return new Fingerprint(version(), hash(parts), List.copyOf(parts));
  }

  private static void exception(Event event, List<String> parts) {
    List<Thrown> chain = event.thrown();
    List<String> types = new ArrayList<>();
    for (Thrown thrown : chain.subList(0, Math.min(chain.size(), LONGEST_CHAIN))) {
      String type = FrameV1.type(thrown.type());
      if (types.isEmpty() || !types.getLast().equals(type)) {
        types.add(type);
      }
    }
    parts.add("exception: " + String.join(", caused by ", types));
    List<FrameV1> frames = where(chain);
    for (int i = 0; i < frames.size(); i++) {
      parts.add((i == 0 ? "in " : "called from ") + frames.get(i).words());
    }
    if (frames.stream().noneMatch(FrameV1::telling)) {
      Thrown innermost = chain.getLast();
      parts.add("message: " + WordingV1.canonical(innermost.value()));
    }
  }

  /// The innermost exception that has frames of the application's own code; where none has, the
  /// innermost that has frames at all.
  private static List<FrameV1> where(List<Thrown> chain) {
    for (boolean inApp : new boolean[] {true, false}) {
      for (Thrown thrown : chain.reversed()) {
        List<FrameV1> frames = topmost(thrown.frames(), inApp);
        if (!frames.isEmpty()) {
          return frames;
        }
      }
    }
    return List.of();
  }

  private static List<FrameV1> topmost(List<Frame> stack, boolean inApp) {
    List<FrameV1> frames = new ArrayList<>();
    for (Frame frame : stack.subList(0, Math.min(stack.size(), FRAMES_READ))) {
      if (!frames.isEmpty() && FrameV1.isBehindAwait(frame)) {
        break;
      }
      if (frame.inApp() != inApp || FrameV1.isNative(frame)) {
        continue;
      }
      frames.add(FrameV1.of(frame, LONGEST_CODE));
      foldRecursion(frames);
      if (frames.size() == FRAMES + LONGEST_CYCLE) {
        break;
      }
    }
    List<FrameV1> top = new ArrayList<>();
    for (FrameV1 frame : frames.subList(0, Math.min(frames.size(), FRAMES))) {
      top.add(top.size() < FRAMES_WITH_CODE ? frame : frame.withoutCode());
    }
    return top;
  }

  /// Calls that repeat count once: a function that calls itself, or a few that call each other.
  private static void foldRecursion(List<FrameV1> frames) {
    int size = frames.size();
    for (int cycle = 1; cycle <= LONGEST_CYCLE && 2 * cycle <= size; cycle++) {
      List<FrameV1> last = frames.subList(size - cycle, size);
      List<FrameV1> before = frames.subList(size - 2 * cycle, size - cycle);
      if (sameCalls(last, before)) {
        last.clear();
        return;
      }
    }
  }

  private static boolean sameCalls(List<FrameV1> one, List<FrameV1> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).withoutCode().equals(other.get(i).withoutCode())) {
        return false;
      }
    }
    return true;
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}

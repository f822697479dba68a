package dev.suture.stacktext;

import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/// One exception while its text is being read.
final class Draft {
  private static final int FRAMES = 256;
  private static final int LONGEST_VALUE = 8 * 1024;
  private static final int LONGEST_TYPE = 300;

  private final String type;
  private final StringBuilder value = new StringBuilder();
  private final ArrayDeque<Frame> frames = new ArrayDeque<>();

  Draft(String type, String value) {
    this.type = type;
    append(value);
  }

  /// Reads `type: value`, a type alone, or a value alone when no type can be seen in front.
  static Draft of(String header) {
    String line = header.strip();
    int colon = line.indexOf(": ");
    if (colon < 0 && line.endsWith(":")) {
      colon = line.length() - 1;
    }
    String first = colon < 0 ? line : line.substring(0, colon);
    if (!isType(first)) {
      return new Draft("", line);
    }
    return new Draft(first, colon < 0 ? "" : line.substring(colon + 1).strip());
  }

  private static boolean isType(String word) {
    if (word.isEmpty() || word.length() > LONGEST_TYPE || !isNameStart(word.charAt(0))) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_$.:\\`+[],<>-/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '$' || c == '\\' || c == '<';
  }

  /// One more line of the message.
  void more(String line) {
    append("\n");
    append(line);
  }

  private void append(String text) {
    int room = LONGEST_VALUE - value.length();
    value.append(text, 0, Math.clamp(room, 0, text.length()));
  }

  boolean hasFrames() {
    return !frames.isEmpty();
  }

  /// Adds the caller of the frames so far.
  void caller(Frame frame) {
    if (frames.size() < FRAMES) {
      frames.addLast(frame);
    }
  }

  /// Adds what the frames so far called; when there are too many, the outermost goes.
  void callee(Frame frame) {
    if (frames.size() == FRAMES) {
      frames.removeLast();
    }
    frames.addFirst(frame);
  }

  /// Adds the outermost calls of another exception, which a text names by their number only.
  void callersOf(Draft other, int count) {
    if (frames.size() >= FRAMES || other == this) {
      return;
    }
    int skip = Math.max(0, other.frames.size() - count);
    Iterator<Frame> rest = other.frames.iterator();
    while (rest.hasNext()) {
      Frame frame = rest.next();
      if (skip-- <= 0) {
        caller(frame);
      }
    }
  }

  /// Takes over the frames that were read before the exception.
  void take(Draft calls) {
    calls.frames.forEach(this::caller);
  }

  Thrown thrown() {
    return new Thrown(type, value.toString().strip(), true, null, List.copyOf(frames));
  }
}

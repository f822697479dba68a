package dev.suture.issue.similar;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What issues are compared by: numbers that stand for the frames and words of an event.
///
/// @param type of the exception
/// @param frames the topmost calls, the one that threw first
/// @param words of the message, without what varies
public record Shape(long type, List<Long> frames, List<Long> words) {
  private static final int FRAMES = 12;
  private static final int FRAMES_READ = 200;
  private static final int WORDS = 12;
  private static final int SHORTEST_WORD = 3;
  private static final int LONGEST_TEXT = 400;

  public static Shape of(Event event) {
    Thrown thrown =
        event.failing().orElse(event.thrown().isEmpty() ? null : event.thrown().getLast());
    List<Long> frames = new ArrayList<>();
    if (thrown != null) {
      boolean own = thrown.frames().stream().anyMatch(Frame::inApp);
      Set<Long> seen = new LinkedHashSet<>();
      List<Frame> read = thrown.frames().subList(0, Math.min(FRAMES_READ, thrown.frames().size()));
      for (Frame frame : read) {
        if ((!own || frame.inApp()) && seen.size() < FRAMES && !frame.function().isEmpty()) {
          seen.add(number("frame " + place(frame)));
        }
      }
      frames.addAll(seen);
    }
    String said = thrown == null ? event.message() : thrown.value();
    return new Shape(
        number("type " + (thrown == null ? "" : thrown.type())),
        List.copyOf(frames),
        words(said == null ? "" : said));
  }

  private static String place(Frame frame) {
    String file = frame.module() == null ? frame.file() : frame.module();
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('.')) + 1);
    String function = frame.function();
    String plain = function.substring(function.lastIndexOf('.') + 1);
    return (frame.module() == null ? file.substring(file.lastIndexOf('/') + 1) : name)
        + "#"
        + plain.toLowerCase(Locale.ROOT);
  }

  private static List<Long> words(String message) {
    Set<Long> words = new LinkedHashSet<>();
    StringBuilder word = new StringBuilder();
    int end = Math.min(message.length(), LONGEST_TEXT);
    for (int i = 0; i <= end && words.size() < WORDS; i++) {
      char c = i < end ? message.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        word.append(Character.toLowerCase(c));
      } else {
        if (word.length() >= SHORTEST_WORD) {
          words.add(number("word " + word));
        }
        word.setLength(0);
      }
    }
    return List.copyOf(words);
  }

  /// FNV-1a over the characters, 64 bits.
  private static long number(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}

package dev.suture.repro;

import dev.suture.event.Frame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where in the sources an error was thrown. Lines move from commit to commit, so the number of the
/// line is none of it.
///
/// @param file path in the sources
/// @param function empty when unknown
/// @param code the failing line without white space; empty when unknown
public record Place(String file, String function, String code) {
  /// What has to be the same, of that which both know.
  private static final int ENOUGH = 2;

  /// Of the topmost call of the application's own code; empty where nothing of it was mapped.
  ///
  /// @param stack the call that threw comes first
  static Optional<Place> of(List<Frame> stack) {
    return top(stack)
        .filter(top -> top.built() != null)
        .map(top -> new Place(top.file(), function(top), code(top)));
  }

  /// The topmost call of the application's own code; where there is none of it, the topmost.
  static Optional<Frame> top(List<Frame> stack) {
    return Stream.concat(stack.stream().filter(Frame::inApp), stack.stream()).findFirst();
  }

  /// A name that a minifier gave is none.
  private static String function(Frame frame) {
    Frame.Built built = frame.built();
    boolean own = built == null || !built.function().equals(frame.function());
    return own && !frame.function().startsWith("<") ? frame.function() : "";
  }

  private static String code(Frame frame) {
    Frame.Code code = frame.code();
    if (code == null) {
      return "";
    }
    int at = frame.line() - code.first();
    return at < 0 || at >= code.lines().size() ? "" : code.lines().get(at).replaceAll("\\s+", "");
  }

  /// A fix may edit the line, name the function otherwise or move it: two of the three tell.
  boolean isSame(Place other) {
    int same = isSameFile(other.file) ? 1 : 0;
    int known = 1;
    if (!function.isEmpty() && !other.function.isEmpty()) {
      known++;
      same += function.equals(other.function) ? 1 : 0;
    }
    if (!code.isEmpty() && !other.code.isEmpty()) {
      known++;
      same += code.equals(other.code) ? 1 : 0;
    }
    return same >= Math.min(ENOUGH, known);
  }

  private boolean isSameFile(String other) {
    return file.equals(other) || file.endsWith("/" + other) || other.endsWith("/" + file);
  }
}

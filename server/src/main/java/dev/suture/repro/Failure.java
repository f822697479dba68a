package dev.suture.repro;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The error that a reproduction has to show again. Its texts are captured.
///
/// @param type of the exception
/// @param message with what differs from run to run left out
/// @param file of the topmost frame of the application's own code, by its name alone; empty when
///   unknown
/// @param function of that frame; empty when unknown, or when a build has shortened it
public record Failure(String type, String message, String file, String function) {
  private static final Pattern VARIES =
      Pattern.compile(
          "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"
              + "|https?://[^\\s\"'`)]+"
              + "|\\b[0-9a-fA-F]{16,}\\b"
              + "|\\d+(?:\\.\\d+)?");
  private static final int LONGEST = 500;

  /// Empty when the event has no exception.
  public static Optional<Failure> of(Event event) {
    return event
        .failing()
        .or(() -> event.thrown().stream().findFirst())
        .map(thrown -> of(thrown.type(), thrown.value(), own(thrown)));
  }

  /// @param frames the call that threw comes first
  public static Failure of(String type, String message, List<Frame> frames) {
    Frame top = frames.isEmpty() ? null : frames.getFirst();
    return new Failure(
        type.strip(),
        parameterised(message),
        top == null ? "" : name(top.file()),
        top == null ? "" : plain(top.function()));
  }

  /// Whether another error is this one: type and message are the same, and where both know the
  /// place, so is that.
  public boolean isSame(Failure seen) {
    return type.equals(seen.type) && message.equals(seen.message) && isSamePlace(seen);
  }

  private boolean isSamePlace(Failure seen) {
    if (!file.isEmpty() && !seen.file.isEmpty() && !file.equals(seen.file)) {
      return false;
    }
    return function.isEmpty() || seen.function.isEmpty() || function.equals(seen.function);
  }

  private static List<Frame> own(Thrown thrown) {
    List<Frame> own = thrown.frames().stream().filter(Frame::inApp).toList();
    return own.isEmpty() ? thrown.frames() : own;
  }

  static String parameterised(String message) {
    String line = message.strip().lines().findFirst().orElse("");
    String cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    return VARIES.matcher(cut).replaceAll("*");
  }

  /// The last segment of a path without the hash that a build adds: `index-B4kd9x2Q.js` is
  /// `index.js`.
  private static String name(String file) {
    String path = file.replaceAll("[?#].*$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.replaceAll("[.-](?=[A-Za-z0-9_-]*[0-9A-Z])[A-Za-z0-9_-]{6,12}(?=\\.[a-z]+$)", "");
  }

  private static String plain(String function) {
    String last = function.substring(function.lastIndexOf('.') + 1).replaceAll("^(async|new) ", "");
    boolean named = last.length() > 2 && last.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    return named && !last.toLowerCase(Locale.ROOT).equals("anonymous") ? last : "";
  }
}

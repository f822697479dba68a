package dev.suture.repro;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The error that a reproduction has to show again. Its texts are captured.
///
/// @param type of the exception
/// @param message with what differs from run to run left out
/// @param file of the topmost frame of the application's own code, by its name alone; empty when
///   unknown
/// @param function of that frame; empty when unknown, or when a build has shortened it
/// @param missing name of the file that could not be loaded, where that is the failure; else empty
/// @param place in the sources, as far as the event was mapped; null when it was not
public record Failure(
    String type,
    String message,
    String file,
    String function,
    String missing,
    @Nullable Place place) {
  /// How browsers and bundlers say that a part of the application was not there.
  private static final Pattern MISSING =
      Pattern.compile(
          "(?:dynamically imported module:? |Loading (?:CSS )?chunk .{0,200}?failed.{0,20}?\\W)"
              + "(https?://[^\\s\"'`)]+)");

  private static final Pattern VARIES =
      Pattern.compile(
          "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"
              + "|https?://[^\\s\"'`)]+"
              + "|\\b[0-9a-fA-F]{16,}\\b"
              + "|\\d+(?:\\.\\d+)?");

  /// Names that a minifier gave, where browsers put a name of the program into a message: another
  /// build, of the mended commit or of another machine, gives others.
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_$.'\"`])[A-Za-z_$][A-Za-z0-9_$]?"
              + "(?=[\\p{L}\\p{N}_$.()\\[\\]…]{0,200} (?:is|are) (?:not|undefined|null|no )\\b)"
              + "|(?<=^Cannot access ')[A-Za-z_$][A-Za-z0-9_$]?(?=' before initialization)"
              + "|(?<=^can't access lexical declaration ')[A-Za-z_$][A-Za-z0-9_$]?(?=' before)"
              + "|(?<=^Can't find variable: )[A-Za-z_$][A-Za-z0-9_$]?$"
              + "|(?<=^Class constructor )[A-Za-z_$][A-Za-z0-9_$]?(?= cannot be invoked)");

  private static final int LONGEST = 500;
  private static final int INNERMOST = 6;

  /// Empty when the event has no exception.
  public static Optional<Failure> of(Event event) {
    return event
        .failing()
        .or(() -> event.thrown().stream().findFirst())
        .map(thrown -> of(thrown.type(), thrown.value(), thrown.frames()));
  }

  /// @param frames the call that threw comes first
  public static Failure of(String type, String message, List<Frame> frames) {
    return of(type, message, Place.top(frames).orElse(null), Place.of(frames).orElse(null));
  }

  /// The place in the file as it was built, for that is what a run sees; a mapped name is none of
  /// it.
  private static Failure of(
      String type, String message, @Nullable Frame top, @Nullable Place place) {
    String file = "";
    String function = "";
    if (top != null) {
      Frame.Built built = top.built();
      file = name(built == null ? top.file() : built.file());
      function = built == null ? plain(top.function()) : "";
    }
    Matcher missing = MISSING.matcher(message);
    return new Failure(
        type.strip(),
        parameterised(message),
        file,
        function,
        missing.find() ? name(missing.group(1)) : "",
        place);
  }

  /// Whether an error that was seen in a run is this one: type and message are the same, and where
  /// both know their place in the sources, that is the same; else, where both know places as they
  /// were built, one of the innermost calls is at the same.
  ///
  /// @param frames the call that threw comes first
  /// @param mapped maps them to the sources of their own build
  public boolean isSeenIn(
      String seenType, String seenMessage, List<Frame> frames, UnaryOperator<List<Frame>> mapped) {
    Failure seen = of(seenType, seenMessage, null, null);
    if (frames.isEmpty() || !isSame(seen)) {
      return isSame(seen);
    }
    Optional<Place> there = place == null ? Optional.empty() : Place.of(mapped.apply(frames));
    if (place != null && there.isPresent()) {
      return place.isSame(there.get());
    }
    return frames.stream()
        .limit(INNERMOST)
        .anyMatch(frame -> isSame(of(seenType, seenMessage, frame, null)));
  }

  /// Whether another failure is this one: type and message are the same, and where both know the
  /// place, so is that.
  boolean isSame(Failure seen) {
    return type.equals(seen.type) && isSameMessage(seen) && isSamePlace(seen);
  }

  /// Where a build has shortened the names, those in the messages count for nothing.
  private boolean isSameMessage(Failure seen) {
    boolean shortened = function.isEmpty() && seen.function.isEmpty();
    return message.equals(seen.message)
        || (shortened
            && GIVEN
                .matcher(message)
                .replaceAll("*")
                .equals(GIVEN.matcher(seen.message).replaceAll("*")));
  }

  /// Whether an address is that of the file that could not be loaded.
  public boolean isMissing(String url) {
    return !missing.isEmpty() && name(url).equals(missing);
  }

  private boolean isSamePlace(Failure seen) {
    if (!file.isEmpty() && !seen.file.isEmpty() && !file.equals(seen.file)) {
      return false;
    }
    return function.isEmpty() || seen.function.isEmpty() || function.equals(seen.function);
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
    boolean named =
        last.length() > 2
            && last.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*")
            && (last.length() > 3 || last.matches("\\p{Ll}+"));
    return named && !last.toLowerCase(Locale.ROOT).equals("anonymous") ? last : "";
  }
}

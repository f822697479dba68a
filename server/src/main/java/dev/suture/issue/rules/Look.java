package dev.suture.issue.rules;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import dev.suture.issue.rules.Matcher.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of an event that conditions look at.
final class Look {
  private Look() {}

  static boolean atEvent(Matcher matcher, Event event) {
    if (matcher.subject() == Subject.family) {
      boolean matches =
          matcher.accepts(family(event.platform())) || matcher.accepts(event.platform());
      return matches != matcher.negated();
    }
    if (matcher.subject() == Subject.message) {
      return messages(event).stream().anyMatch(matcher::accepts) != matcher.negated();
    }
    String value = value(matcher, event);
    return (value != null && matcher.accepts(value)) != matcher.negated();
  }

  /// What an event says: its message, or what its exceptions say.
  private static List<String> messages(Event event) {
    String message = event.message();
    return message != null ? List.of(message) : event.thrown().stream().map(Thrown::value).toList();
  }

  private static @Nullable String value(Matcher matcher, Event event) {
    return switch (matcher.subject()) {
      case level -> event.level().name();
      case release -> event.release();
      case environment -> event.environment();
      case transaction -> event.transaction();
      case sdk -> event.sdk().name();
      case tag -> event.tags().get(matcher.name());
      case message,
          family,
          errorType,
          errorValue,
          mechanism,
          path,
          module,
          function,
          packaged,
          category,
          app ->
          null;
    };
  }

  /// Languages that are written for alike, in the words of rule files that exist.
  static String family(String platform) {
    return switch (platform) {
      case "javascript", "node", "react-native" -> "javascript";
      case "native", "c", "cocoa", "objc", "swift", "rust" -> "native";
      default -> "other";
    };
  }

  static boolean atException(Matcher matcher, Thrown thrown) {
    String value =
        switch (matcher.subject()) {
          case errorType -> thrown.type();
          case errorValue -> thrown.value();
          case mechanism -> thrown.mechanism();
          case message,
              level,
              release,
              environment,
              transaction,
              sdk,
              tag,
              family,
              path,
              module,
              function,
              packaged,
              category,
              app ->
              null;
        };
    return (value != null && matcher.accepts(value)) != matcher.negated();
  }

  static boolean atFrame(Matcher matcher, Frame frame, boolean inApp, String category) {
    String value =
        switch (matcher.subject()) {
          case path -> frame.file();
          case module, packaged -> frame.module();
          case function -> frame.function();
          case category -> category;
          case app -> inApp ? "yes" : "no";
          case errorType,
              errorValue,
              mechanism,
              message,
              level,
              release,
              environment,
              transaction,
              sdk,
              tag,
              family ->
              null;
        };
    return (value != null && matcher.accepts(value)) != matcher.negated();
  }
}

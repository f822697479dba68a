package dev.suture.issue.rules;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import dev.suture.project.NearestName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `{{ error.type }}` and the like in a fingerprint or a title.
final class Variables {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final int LONGEST = 300;
  private static final List<String> NAMES =
      List.of(
          "default",
          "error.type",
          "error.value",
          "type",
          "value",
          "message",
          "function",
          "module",
          "package",
          "stack.function",
          "stack.module",
          "stack.package",
          "stack.abs_path",
          "stack.filename",
          "transaction",
          "level",
          "release",
          "environment");

  private Variables() {}

  /// Whether a part is what the server would group by itself.
  static boolean isDefault(String part) {
    String plain = part.strip();
    return plain.startsWith(OPEN)
        && plain.endsWith(CLOSE)
        && plain.length() > 4
        && plain.substring(2, plain.length() - 2).strip().equals("default");
  }

  static void check(String part, int line) throws RuleProblem {
    int at = part.indexOf(OPEN);
    while (at >= 0) {
      int end = part.indexOf(CLOSE, at);
      if (end < 0) {
        throw new RuleProblem(line, "A variable begins with {{ and does not end with }}.");
      }
      String name = part.substring(at + 2, end).strip();
      if (!name.startsWith("tags.") && !NAMES.contains(name)) {
        throw new RuleProblem(
            line,
            "There is no variable '"
                + name
                + "'. Did you mean '"
                + NearestName.of(name, NAMES)
                + "'?");
      }
      at = part.indexOf(OPEN, end);
    }
  }

  /// A text with its variables filled in; one that is not known stays as it stands.
  static String fill(String part, Event event) {
    int at = part.indexOf(OPEN);
    if (at < 0) {
      return bounded(part);
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    while (at >= 0) {
      int end = part.indexOf(CLOSE, at);
      if (end < 0) {
        break;
      }
      filled.append(part, from, at).append(value(part.substring(at + 2, end).strip(), event));
      from = end + 2;
      at = part.indexOf(OPEN, from);
    }
    return bounded(filled.append(part.substring(from)).toString());
  }

  private static String value(String name, Event event) {
    Thrown thrown = event.thrown().isEmpty() ? null : event.thrown().getFirst();
    if (name.startsWith("tags.")) {
      return known(name, event.tags().get(name.substring("tags.".length())));
    }
    return switch (name) {
      case "error.type", "type" -> known(name, thrown == null ? null : thrown.type());
      case "error.value", "value" -> known(name, thrown == null ? null : thrown.value());
      case "message" ->
          known(name, event.message() != null || thrown == null ? event.message() : thrown.value());
      case "function", "stack.function" -> known(name, frame(event).map(Frame::function));
      case "module", "stack.module", "package", "stack.package" ->
          known(name, frame(event).map(Frame::module));
      case "stack.abs_path", "stack.filename" -> known(name, frame(event).map(Frame::file));
      case "transaction" -> known(name, event.transaction());
      case "level" -> event.level().name();
      case "release" -> known(name, event.release());
      case "environment" -> known(name, event.environment());
      default -> OPEN + " " + name + " " + CLOSE;
    };
  }

  private static String known(String name, Optional<String> value) {
    return known(name, value.orElse(null));
  }

  private static String known(String name, @Nullable String value) {
    return value == null || value.isBlank() ? "<no " + name + ">" : value;
  }

  private static Optional<Frame> frame(Event event) {
    List<Frame> frames = event.failing().map(Thrown::frames).orElse(List.of());
    return frames.stream().filter(Frame::inApp).findFirst().or(() -> frames.stream().findFirst());
  }

  private static String bounded(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}

package dev.suture.issue;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list shows of an issue, taken from one event. All of it is captured text, cut to a line.
///
/// @param type of the exception, or `Report` or `Message` where there is none
public record Headline(String type, String title, Issue.@Nullable Culprit culprit) {
  private static final int LONGEST = 300;

  public static Headline of(Event event) {
    if (event.thrown().isEmpty()) {
      return withoutException(event);
    }
    Thrown top = event.thrown().getFirst();
    String type = top.type().isBlank() ? "Error" : line(top.type());
    String value = line(top.value());
    String title = value.isEmpty() ? type : line(type + ": " + value);
    return new Headline(type, title, culprit(event));
  }

  /// The same under another title, cut to a line.
  public Headline titled(String wanted) {
    String cut = line(wanted);
    return cut.isEmpty() ? this : new Headline(type, cut, culprit);
  }

  private static Headline withoutException(Event event) {
    Event.Report report = event.report();
    if (report != null) {
      String title = line(report.title());
      return new Headline("Report", title.isEmpty() ? "Untitled report" : title, null);
    }
    String message = line(event.message());
    return new Headline("Message", message.isEmpty() ? "Empty message" : message, null);
  }

  /// The frame to look at first: of the failing exception the topmost of the application's own
  /// code; else the topmost of all.
  private static Issue.@Nullable Culprit culprit(Event event) {
    List<Frame> frames = event.failing().map(Thrown::frames).orElse(List.of());
    return frames.stream()
        .filter(Frame::inApp)
        .findFirst()
        .or(() -> frames.stream().findFirst())
        .map(Headline::culprit)
        .orElse(null);
  }

  private static Issue.Culprit culprit(Frame frame) {
    return new Issue.Culprit(line(frame.file()), frame.line(), line(frame.function()));
  }

  /// The first line with something in it, without control characters, cut without splitting a
  /// character.
  private static String line(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && line.length() < LONGEST; ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (character == '\n' || character == '\r') {
        if (!line.toString().isBlank()) {
          break;
        }
      } else if (!Character.isISOControl(character)
          && Character.getType(character) != Character.SURROGATE) {
        line.appendCodePoint(character);
      }
    }
    return line.toString().strip();
  }
}

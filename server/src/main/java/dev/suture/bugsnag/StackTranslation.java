package dev.suture.bugsnag;

import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import dev.suture.json.Fields;
import dev.suture.json.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Exceptions and their stacks, which BugSnag has in our order: what reached the top first, the
/// call that threw first.
final class StackTranslation {
  private static final int EXCEPTIONS = 50;
  private static final int FRAMES = 250;
  private static final int CODE_LINES = 20;
  private static final int CODE_LINE = 512;

  private final String platform;

  /// Whether the notifier was told what the project's own code is: where it was not, it calls
  /// everything foreign.
  private final boolean judged;

  StackTranslation(List<Fields> exceptions, String platform) {
    this.platform = platform;
    this.judged =
        exceptions.stream()
            .limit(EXCEPTIONS)
            .flatMap(exception -> exception.objects("stacktrace").stream().limit(FRAMES))
            .anyMatch(frame -> Boolean.TRUE.equals(frame.flag("inProject")));
  }

  List<Thrown> thrown(List<Fields> exceptions, boolean handled, @Nullable String mechanism) {
    List<Thrown> thrown = new ArrayList<>();
    for (Fields exception : exceptions.subList(0, Math.min(exceptions.size(), EXCEPTIONS))) {
      String message = exception.text("message", Fields.TEXT);
      thrown.add(
          new Thrown(
              exception.text("errorClass", Fields.NAME, "Error"),
              message == null ? exception.text("errorMessage", Fields.TEXT, "") : message,
              handled,
              mechanism,
              frames(exception.objects("stacktrace"))));
    }
    return List.copyOf(thrown);
  }

  private List<Frame> frames(List<Fields> sent) {
    return sent.stream().limit(FRAMES).map(this::frame).toList();
  }

  private Frame frame(Fields frame) {
    String method = frame.text("method", 1024, "");
    String file = frame.text("file", Fields.TEXT, "");
    int dot = platform.equals("java") ? method.lastIndexOf('.') : -1;
    String module = dot > 0 ? method.substring(0, dot) : null;
    Boolean own = frame.flag("inProject");
    boolean inApp = judged && own != null ? own : InApp.judge(platform, module, file);
    return new Frame(
        dot > 0 ? method.substring(dot + 1) : method,
        file,
        frame.count("lineNumber"),
        frame.count("columnNumber"),
        inApp,
        module,
        code(frame.value("code")),
        null,
        null);
  }

  /// Source by line number, as far as the lines follow each other.
  private static Frame.@Nullable Code code(@Nullable Value code) {
    if (code == null || !code.isObject()) {
      return null;
    }
    TreeMap<Integer, String> byLine = new TreeMap<>();
    code.fields(
        (number, text) -> {
          boolean isLine = number.matches("[1-9][0-9]{0,8}") && text.isString();
          if (isLine && byLine.size() < CODE_LINES) {
            byLine.put(Integer.parseInt(number), Fields.cut(text.stringValue(), CODE_LINE));
          }
        });
    if (byLine.isEmpty()) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    int first = byLine.firstKey();
    while (byLine.containsKey(first + lines.size())) {
      lines.add(byLine.get(first + lines.size()));
    }
    return new Frame.Code(first, List.copyOf(lines));
  }
}

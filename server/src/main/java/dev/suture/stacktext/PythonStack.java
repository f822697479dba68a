package dev.suture.stacktext;

import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Python's `traceback` prints: the innermost call last, the exception that reached the top
/// last. Of an exception group the group itself is read; its members are no causes.
final class PythonStack {
  private static final String PLATFORM = "python";
  private static final String BLOCK = "Traceback (most recent call last)";
  private static final String GROUP = "Exception Group Traceback (most recent call last)";
  private static final String CONTEXT =
      "During handling of the above exception, another exception occurred:";
  private static final String CAUSE =
      "The above exception was the direct cause of the following exception:";
  private static final String FILE = "File \"";
  private static final String LINE = "\", line ";
  private static final int CODE_INDENT = 4;
  private static final int GROUP_INDENT = 2;

  private final Chain chain = new Chain();

  /// The frames of the block that is being read: its exception is printed behind them.
  private Draft calls = new Draft("", "");

  private boolean inValue;
  private boolean grouped;

  List<Thrown> read(Lines lines) {
    while (lines.more()) {
      String line = lines.next();
      if (line.contains(GROUP)) {
        grouped = true;
      }
      String own = grouped ? ofGroup(line) : line;
      if (own != null) {
        read(own, lines);
      }
    }
    if (calls.hasFrames()) {
      chain.begin(new Draft("", "")).take(calls);
    }
    return chain.topLast();
  }

  private void read(String line, Lines lines) {
    String body = line.strip();
    Frame frame = body.startsWith(FILE) && !inValue ? frame(body, lines) : null;
    if (frame != null) {
      calls.callee(frame);
    } else if (body.startsWith(BLOCK) || body.startsWith(GROUP)) {
      inValue = false;
    } else if (body.equals(CONTEXT) || body.equals(CAUSE)) {
      inValue = false;
    } else if (inValue) {
      chain.last().more(line);
    } else if (!body.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
      chain.begin(Draft.of(body)).take(calls);
      calls = new Draft("", "");
      inValue = true;
    }
  }

  /// A line of a group without the bar in front; null when it belongs to a member.
  private static @Nullable String ofGroup(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    boolean bar =
        indent < line.length() && (line.charAt(indent) == '|' || line.charAt(indent) == '+');
    if (!bar) {
      return line;
    }
    if (indent > GROUP_INDENT || line.startsWith("+-+-", indent)) {
      return null;
    }
    boolean blank = line.startsWith(" ", indent + 1);
    return line.substring(Math.min(line.length(), indent + (blank ? 2 : 1)));
  }

  /// @param body `File "path", line 12, in function`
  private static @Nullable Frame frame(String body, Lines lines) {
    int line = body.lastIndexOf(LINE);
    if (line < FILE.length()) {
      return null;
    }
    String file = body.substring(FILE.length(), line);
    String rest = body.substring(line + LINE.length());
    int number = Place.number(rest);
    int in = rest.indexOf(", in ");
    String function = in < 0 ? "" : rest.substring(in + 5);
    boolean inApp = InApp.judge(PLATFORM, null, file);
    return new Frame(function, file, number, 0, inApp, null, code(number, lines), null, null);
  }

  private static Frame.@Nullable Code code(int number, Lines lines) {
    String next = lines.peek();
    String text = next.strip();
    boolean isCode =
        next.startsWith(" ".repeat(CODE_INDENT)) && !text.isEmpty() && !text.startsWith("File \"");
    return isCode && number > 0 ? new Frame.Code(number, List.of(text)) : null;
  }
}

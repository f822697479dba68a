package dev.suture.stacktext;

import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the Go runtime prints when it panics, what `runtime.Stack` gives, and what errors that
/// carry a stack print with `%+v`. Only the first goroutine is read: it is the one that failed.
final class GoStack {
  private static final String PLATFORM = "go";
  private static final List<String> KINDS = List.of("panic", "fatal error");

  private final Chain chain = new Chain();
  private boolean running;

  List<Thrown> read(Lines lines) {
    while (lines.more()) {
      String line = lines.next();
      if (line.startsWith("goroutine ")) {
        if (running) {
          break;
        }
        running = true;
      } else if (isPlace(lines.peek()) && !line.isBlank() && !isPlace(line)) {
        readCall(line, lines.next().strip());
      } else if (!running) {
        readMessage(line);
      }
    }
    return chain.topLast();
  }

  private void readCall(String line, String where) {
    if (line.startsWith("created by ")) {
      return;
    }
    int offset = where.lastIndexOf(" +0x");
    Place place = Place.of(offset < 0 ? where : where.substring(0, offset), false);
    int arguments = line.endsWith(")") ? line.lastIndexOf('(') : -1;
    String call = (arguments < 0 ? line : line.substring(0, arguments)).strip();
    int dot = call.indexOf('.', call.lastIndexOf('/') + 1);
    String module = dot < 0 ? builtIn(call) : call.substring(0, dot).replace("%2e", ".");
    boolean inApp = InApp.judge(PLATFORM, module, place.file());
    Draft last = chain.last();
    last.caller(
        new Frame(
            call.substring(dot + 1),
            place.file(),
            place.line(),
            0,
            inApp,
            module,
            null,
            null,
            null));
  }

  private static @Nullable String builtIn(String call) {
    return call.equals("panic") ? "runtime" : null;
  }

  private void readMessage(String line) {
    String body = line.strip();
    for (String kind : KINDS) {
      if (body.startsWith(kind + ": ")) {
        chain.begin(new Draft(kind, withoutRecovery(body.substring(kind.length() + 2))));
        return;
      }
    }
    if (body.isEmpty() || body.startsWith("[signal ") || body.startsWith("exit status ")) {
      return;
    }
    if (chain.isEmpty() || chain.last().hasFrames()) {
      chain.begin(new Draft("", body));
    } else {
      chain.last().more(line);
    }
  }

  private static String withoutRecovery(String value) {
    int mark = value.lastIndexOf(" [recovered");
    return mark >= 0 && value.endsWith("]") ? value.substring(0, mark) : value;
  }

  /// Whether a line is the second one of a call: indented, a file and a line.
  private static boolean isPlace(String line) {
    if (!line.startsWith("\t") && !line.startsWith("    ")) {
      return false;
    }
    String body = line.strip();
    int offset = body.lastIndexOf(" +0x");
    return Place.of(offset < 0 ? body : body.substring(0, offset), false).line() > 0;
  }
}

package dev.suture.stacktext;

import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What PHP prints for an exception: the innermost one first, each call with the place that it was
/// made from, so that the place where the exception arose stands in its header alone.
final class PhpStack {
  private static final String PLATFORM = "php";
  private static final List<String> FRONTS =
      List.of("PHP Fatal error:  Uncaught ", "Fatal error: Uncaught ", "Uncaught ", "Next ");
  private static final String INTERNAL = "[internal function]";

  private final Chain chain = new Chain();
  private final StringBuilder header = new StringBuilder();

  /// Where the call that is read next stopped: the place in front of it.
  private Place inner = Place.UNKNOWN;

  private boolean inCalls;

  List<Thrown> read(Lines lines) {
    while (lines.more()) {
      String line = lines.next();
      String body = line.strip();
      if (body.equals("Stack trace:") || body.equals("[stacktrace]")) {
        begin();
      } else if (inCalls && body.startsWith("#")) {
        readCall(body);
      } else if (!inCalls || body.startsWith("Next ")) {
        inCalls = false;
        header.append(header.isEmpty() ? "" : "\n").append(header.isEmpty() ? body : line);
      }
    }
    if (!inCalls && !header.toString().isBlank()) {
      begin();
    }
    return chain.topLast();
  }

  /// @param header `Type: message in file:12`
  private void begin() {
    String text = header.toString().strip();
    header.setLength(0);
    for (String front : FRONTS) {
      if (text.startsWith(front)) {
        text = text.substring(front.length());
        break;
      }
    }
    int in = text.lastIndexOf(" in ");
    inner = in < 0 ? Place.UNKNOWN : Place.of(text.substring(in + 4), false);
    if (inner.line() == 0) {
      inner = Place.UNKNOWN;
    } else {
      text = text.substring(0, in);
    }
    chain.begin(Draft.of(text));
    inCalls = true;
  }

  /// @param body `#0 file(12): Type->method('argument', Array)`
  private void readCall(String body) {
    int space = body.indexOf(' ');
    String rest = space < 0 ? "" : body.substring(space + 1);
    if (rest.equals("{main}")) {
      chain.last().caller(frame(inner, null, rest));
      return;
    }
    Place outer = new Place(INTERNAL, 0, 0);
    String call;
    int end = rest.indexOf("): ");
    if (rest.startsWith(INTERNAL + ": ")) {
      call = rest.substring(INTERNAL.length() + 2);
    } else if (end >= 0 && rest.lastIndexOf('(', end) >= 0) {
      int open = rest.lastIndexOf('(', end);
      outer = new Place(rest.substring(0, open), Place.number(rest.substring(open + 1)), 0);
      call = rest.substring(end + 3);
    } else {
      return;
    }
    chain.last().caller(call(call));
    inner = outer;
  }

  private Frame call(String call) {
    int closure = call.indexOf("{closure");
    int close = closure < 0 ? -1 : call.indexOf('}', closure);
    int open = call.indexOf('(', Math.max(close, 0));
    String name = open < 0 ? call : call.substring(0, open);
    int method = name.indexOf("->");
    if (method < 0 && closure < 0) {
      method = name.indexOf("::");
    }
    return method < 0
        ? frame(inner, null, name)
        : frame(inner, name.substring(0, method), name.substring(method + 2));
  }

  private static Frame frame(Place place, @Nullable String module, String function) {
    boolean inApp = InApp.judge(PLATFORM, module, place.file());
    return new Frame(function, place.file(), place.line(), 0, inApp, module, null, null, null);
  }
}

package dev.suture.stacktext;

import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Ruby's `full_message` gives, the innermost call first, and a bare backtrace.
final class RubyStack {
  private static final String PLATFORM = "ruby";
  private static final String CALLER = "from ";

  private final Chain chain = new Chain();
  private boolean inMessage;

  /// @param rest what stands behind the call
  private record Call(Frame frame, String rest) {}

  List<Thrown> read(Lines lines) {
    while (lines.more()) {
      String line = lines.next();
      read(line, line.strip());
    }
    return chain.topFirst();
  }

  private void read(String line, String body) {
    boolean caller = body.startsWith(CALLER);
    Call call = call(caller ? body.substring(CALLER.length()) : body);
    if (call != null && (caller || call.rest().isEmpty())) {
      inMessage = false;
      chain.last().caller(call.frame());
    } else if (call != null && call.rest().startsWith(": ")) {
      chain.begin(header(call.rest().substring(2))).caller(call.frame());
      inMessage = true;
    } else if (chain.isEmpty()) {
      if (!body.isEmpty()) {
        chain.begin(Draft.of(body));
        inMessage = true;
      }
    } else if (inMessage) {
      chain.last().more(line);
    }
  }

  /// @param text `message (Type)`
  private static Draft header(String text) {
    int open = text.lastIndexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      return new Draft("", text);
    }
    String type = text.substring(open + 1, text.length() - 1);
    return new Draft(type, text.substring(0, open).strip());
  }

  /// @param body `file:12:in 'method'` or `file:12`, in Ruby before 3.4 with a backtick in front
  private static @Nullable Call call(String body) {
    int in = body.indexOf(":in ");
    if (in > 0 && in + 4 < body.length() && "`'".indexOf(body.charAt(in + 4)) >= 0) {
      int close = body.indexOf('\'', in + 5);
      Place place = Place.of(body.substring(0, in), false);
      if (close < 0 || place.line() == 0) {
        return null;
      }
      String function = body.substring(in + 5, close);
      return new Call(frame(place, function), body.substring(close + 1));
    }
    int message = body.indexOf(": ");
    String where = message < 0 ? body : body.substring(0, message);
    Place place = Place.of(where, false);
    boolean isFile = place.line() > 0 && place.file().indexOf(' ') < 0;
    return isFile ? new Call(frame(place, ""), body.substring(where.length())) : null;
  }

  private static Frame frame(Place place, String function) {
    boolean inApp = InApp.judge(PLATFORM, null, place.file());
    return new Frame(function, place.file(), place.line(), 0, inApp, null, null, null, null);
  }
}

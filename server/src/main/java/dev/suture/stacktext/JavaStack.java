package dev.suture.stacktext;

import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `Throwable.printStackTrace` prints, from any language on the JVM, and what PHP's
/// OpenTelemetry SDK prints in the same form. Suppressed exceptions are no causes and are left out.
final class JavaStack {
  private static final String CAUSE = "Caused by: ";
  private static final String SUPPRESSED = "Suppressed: ";
  private static final String THREAD = "Exception in thread \"";
  private static final String LAMBDA = "$$Lambda";

  private final String platform;
  private final Chain chain = new Chain();
  private @Nullable Draft enclosing;
  private int suppressed = -1;

  JavaStack(String platform) {
    this.platform = platform;
  }

  List<Thrown> read(Lines lines) {
    while (lines.more()) {
      String line = lines.next();
      String body = line.strip();
      if (suppressed < 0 || ends(indent(line), body)) {
        read(line, body);
      }
    }
    return chain.topFirst();
  }

  private void read(String line, String body) {
    Frame frame = body.startsWith("at ") ? frame(body, platform) : null;
    if (frame != null) {
      chain.last().caller(frame);
    } else if (body.startsWith(CAUSE)) {
      enclosing = chain.last();
      chain.begin(Draft.of(body.substring(CAUSE.length())));
    } else if (body.startsWith(SUPPRESSED) && !chain.isEmpty()) {
      suppressed = indent(line);
    } else if (isRest(body)) {
      if (enclosing != null) {
        chain.last().callersOf(enclosing, Place.number(body.substring(4)));
      }
    } else if (chain.isEmpty()) {
      if (!body.isEmpty()) {
        chain.begin(Draft.of(withoutThread(body)));
      }
    } else if (!chain.last().hasFrames()) {
      chain.last().more(line);
    }
  }

  /// Whether a line is behind the suppressed exception that is being passed over. Its own calls are
  /// indented deeper and its causes as deep; where a text has lost its indentation, a cause ends
  /// it.
  private boolean ends(int indent, String body) {
    boolean behind =
        body.startsWith(CAUSE)
            ? indent < suppressed || suppressed == 0
            : suppressed > 0 && indent <= suppressed && isCall(body);
    if (behind) {
      suppressed = -1;
    }
    return behind;
  }

  private static boolean isCall(String body) {
    return body.startsWith("at ") || body.startsWith(SUPPRESSED) || isRest(body);
  }

  private static boolean isRest(String body) {
    return body.startsWith("... ")
        && (body.endsWith(" more") || body.endsWith(" common frames omitted"));
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
      indent++;
    }
    return indent;
  }

  private static String withoutThread(String body) {
    if (!body.startsWith(THREAD)) {
      return body;
    }
    int quote = body.indexOf("\" ", THREAD.length());
    return quote < 0 ? body : body.substring(quote + 2);
  }

  /// @param body `at loader/module@version/package.Type.method(File.java:12) ~[library.jar:1.0]`
  static @Nullable Frame frame(String body, String platform) {
    int packaging = Math.max(body.indexOf(") ~["), body.indexOf(") ["));
    int close = packaging < 0 ? body.lastIndexOf(')') : packaging;
    int open = body.lastIndexOf('(', close);
    if (open < 4 || close < open) {
      return null;
    }
    String call = body.substring(3, open).strip();
    int dot = call.lastIndexOf('.');
    String type = dot <= 0 ? null : type(call.substring(0, dot));
    String name = type == null ? call : type;
    if (name.isEmpty() || name.indexOf(' ') >= 0) {
      return null;
    }
    Place place = place(body.substring(open + 1, close));
    boolean inApp = InApp.judge(platform, type, place.file());
    return new Frame(
        call.substring(dot + 1), place.file(), place.line(), 0, inApp, type, null, null, null);
  }

  private static Place place(String source) {
    boolean none =
        source.equals("Native Method") || source.equals("Unknown Source") || source.startsWith("<");
    return none ? Place.UNKNOWN : Place.of(source, false);
  }

  /// The class alone, without loader and module in front and without the address of a hidden class
  /// behind, which is another one in every run.
  private static String type(String printed) {
    String type = printed;
    int slash = type.lastIndexOf('/');
    if (slash >= 0 && slash + 1 < type.length() && Character.isDigit(type.charAt(slash + 1))) {
      type = type.substring(0, slash);
      slash = type.lastIndexOf('/');
    }
    type = type.substring(slash + 1);
    int lambda = type.indexOf(LAMBDA);
    return lambda < 0 ? type : type.substring(0, lambda + LAMBDA.length());
  }
}

package dev.suture.stacktext;

import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `Exception.ToString` gives in .NET with English resources: the inner exceptions stand
/// behind the outer message and in front of the outer calls. Of an aggregate the first inner
/// exception is read as its cause.
final class DotnetStack {
  private static final String PLATFORM = "csharp";
  private static final String INNER = "---> ";
  private static final String END = "--- End of inner exception stack trace ---";
  private static final String MEMBER = "(Inner Exception #";
  private static final int DEEPEST = 50;

  private final Chain chain = new Chain();

  /// The exceptions whose calls are still to come, the innermost on top.
  private final ArrayDeque<Draft> open = new ArrayDeque<>();

  private boolean inMember;

  List<Thrown> read(Lines lines) {
    while (lines.more()) {
      String line = lines.next();
      String body = line.strip();
      if (inMember) {
        inMember = !body.endsWith("<---");
      } else {
        read(line, body);
      }
    }
    return chain.topFirst();
  }

  private void read(String line, String body) {
    Frame frame = body.startsWith("at ") ? frame(body) : null;
    if (frame != null) {
      current().caller(frame);
    } else if (body.startsWith(INNER)) {
      String header = body.substring(INNER.length());
      if (header.startsWith(MEMBER)) {
        inMember = !body.endsWith("<---");
      } else {
        begin(header);
      }
    } else if (body.equals(END)) {
      if (open.size() > 1) {
        open.pop();
      }
    } else if (body.startsWith("--- ")) {
      return;
    } else if (open.isEmpty()) {
      if (!body.isEmpty()) {
        begin(body);
      }
    } else if (!open.peek().hasFrames()) {
      open.peek().more(line);
    }
  }

  private Draft current() {
    if (open.isEmpty()) {
      open.push(chain.last());
    }
    return open.element();
  }

  /// A header with the inner ones that older runtimes print in the same line.
  private void begin(String headers) {
    int start = 0;
    while (start < headers.length()) {
      int inner = headers.indexOf(" " + INNER, start);
      int end = inner < 0 ? headers.length() : inner;
      Draft draft = chain.begin(Draft.of(withoutCode(headers.substring(start, end))));
      if (open.size() < DEEPEST) {
        open.push(draft);
      }
      start = end + 1 + INNER.length();
    }
  }

  /// `Type (0x80004005): message` without the number, which the message of such exceptions repeats.
  private static String withoutCode(String header) {
    int code = header.indexOf(" (0x");
    int end = code < 0 ? -1 : header.indexOf("): ", code);
    return end < 0 ? header : header.substring(0, code) + header.substring(end + 1);
  }

  /// @param body `at Namespace.Type.Method(String name) in file:line 12`
  static @Nullable Frame frame(String body) {
    int open = body.indexOf('(');
    if (open < 4) {
      return null;
    }
    String call = body.substring(3, open).strip();
    int generic = call.lastIndexOf('[');
    if (generic > call.lastIndexOf('.')) {
      call = call.substring(0, generic);
    }
    int dot = call.lastIndexOf('.');
    if (dot > 0 && call.charAt(dot - 1) == '.') {
      dot--;
    }
    String type = dot <= 0 ? null : call.substring(0, dot);
    String method = call.substring(dot <= 0 ? 0 : dot + 1);
    if (call.isEmpty() || (dot <= 0 && call.indexOf(' ') >= 0)) {
      return null;
    }
    if (type != null && method.equals("MoveNext")) {
      int machine = type.lastIndexOf(".<");
      int name = machine < 0 ? -1 : type.indexOf(">d__", machine);
      method = name < 0 ? method : type.substring(machine + 2, name);
      type = name < 0 ? type : type.substring(0, machine);
    }
    Place place = place(body);
    boolean inApp = InApp.judge(PLATFORM, type, place.file());
    return new Frame(method, place.file(), place.line(), 0, inApp, type, null, null, null);
  }

  private static Place place(String body) {
    int in = body.indexOf(") in ");
    if (in < 0) {
      return Place.UNKNOWN;
    }
    String where = body.substring(in + 5);
    int line = where.lastIndexOf(":line ");
    if (line < 0) {
      return Place.of(where, false);
    }
    return new Place(where.substring(0, line), Place.number(where.substring(line + 6)), 0);
  }
}

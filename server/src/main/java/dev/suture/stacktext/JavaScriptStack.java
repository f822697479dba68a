package dev.suture.stacktext;

import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An error's `stack` as V8 writes it (Chrome, Node) or as Firefox and Safari do, and the causes
/// that Node prints below it.
final class JavaScriptStack {
  private static final List<String> CAUSES = List.of("[cause]: ", "Caused by: ");
  private static final List<String> UNCAUGHT = List.of("Uncaught (in promise) ", "Uncaught ");
  private static final Set<String> NOWHERE = Set.of("<anonymous>", "native", "[native code]");

  private final String platform;
  private final Chain chain = new Chain();

  /// @param platform `javascript` for browsers, `node`
  JavaScriptStack(String platform) {
    this.platform = platform;
  }

  List<Thrown> read(Lines lines) {
    while (lines.more()) {
      String line = lines.next();
      read(line, line.strip());
    }
    return chain.topFirst();
  }

  private void read(String line, String body) {
    Frame frame = frame(body, platform);
    if (frame != null) {
      chain.last().caller(frame);
      return;
    }
    for (String cause : CAUSES) {
      if (body.startsWith(cause) && !chain.isEmpty()) {
        chain.begin(Draft.of(body.substring(cause.length())));
        return;
      }
    }
    if (chain.isEmpty()) {
      if (!body.isEmpty()) {
        chain.begin(Draft.of(withoutUncaught(body)));
      }
    } else if (!chain.last().hasFrames()) {
      chain.last().more(line);
    }
  }

  private static String withoutUncaught(String body) {
    for (String word : UNCAUGHT) {
      if (body.startsWith(word)) {
        return body.substring(word.length());
      }
    }
    return body;
  }

  static @Nullable Frame frame(String body, String platform) {
    return body.startsWith("at ") ? chrome(body, platform) : firefox(body, platform);
  }

  /// A browser's mark of a call that was resumed later stays in the name: only some browsers report
  /// such calls. Node always does.
  ///
  /// @param body `at async Type.method [as name] (file:12:34)` or `at file:12:34`
  private static @Nullable Frame chrome(String body, String platform) {
    String call = body.endsWith(" {") ? body.substring(3, body.length() - 2) : body.substring(3);
    String where = call;
    String function = "";
    int open = call.indexOf(" (");
    if (open > 0 && call.endsWith(")")) {
      function = call.substring(0, open);
      where = call.substring(open + 2, call.length() - 1);
    } else if (call.startsWith("async ")) {
      where = call.substring("async ".length());
      function = "async <anonymous>";
    }
    if (function.startsWith("async ") && platform.equals("node")) {
      function = open > 0 ? function.substring("async ".length()) : "";
    }
    if (where.startsWith("address at ")) {
      where = where.substring("address at ".length());
    }
    return frame(function, inEval(where), platform);
  }

  /// Code made by `eval` lies nowhere; the call of `eval` that made it does.
  private static String inEval(String where) {
    if (!where.startsWith("eval at ")) {
      return where;
    }
    int open = where.lastIndexOf('(');
    int close = open < 0 ? -1 : where.indexOf(')', open);
    return close < 0 ? where : where.substring(open + 1, close);
  }

  /// @param body `function@file:12:34`, as Firefox and Safari write it
  private static @Nullable Frame firefox(String body, String platform) {
    int sign = body.indexOf('@');
    if (sign < 0) {
      return null;
    }
    String function = body.substring(0, sign);
    boolean resumed = function.indexOf('*') > 0;
    if (function.indexOf(' ') >= 0 && !function.endsWith(" code") && !resumed) {
      return null;
    }
    String where = body.substring(sign + 1);
    int eval = where.indexOf(" > eval");
    int line = eval < 0 ? -1 : where.lastIndexOf(" line ", eval);
    if (line > 0) {
      where = where.substring(0, line) + ":" + where.substring(line + 6, eval);
    }
    return frame(function, where, platform);
  }

  private static @Nullable Frame frame(String function, String where, String platform) {
    Place place = Place.of(where, true);
    boolean nowhere = NOWHERE.contains(where) || where.startsWith("index ");
    if (place.line() == 0 && !nowhere) {
      return null;
    }
    String file = place.file();
    if (platform.equals("node") && file.startsWith("file://")) {
      file = file.substring("file://".length());
    }
    boolean inApp = !nowhere && InApp.judge(platform, null, file);
    return new Frame(function, file, place.line(), place.column(), inApp, null, null, null, null);
  }
}

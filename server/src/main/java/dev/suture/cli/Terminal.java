package dev.suture.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// Where a command prints. Colours and moving lines on a terminal only; whatever is printed is rid
/// of control characters, because much of it was captured.
final class Terminal {
  private static final long SILENT_MILLIS = 2_000;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean colours;

  Terminal(CommandLine line, Map<String, String> environment) {
    this.out = line.getOut();
    this.err = line.getErr();
    this.colours =
        System.console() != null
            && System.console().isTerminal()
            && !environment.containsKey("NO_COLOR")
            && !"dumb".equals(environment.get("TERM"));
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void warn(String line) {
    err.println(line);
    err.flush();
  }

  String strong(String text) {
    return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  String good(String text) {
    return colours ? "\u001b[32m" + text + "\u001b[0m" : text;
  }

  String bad(String text) {
    return colours ? "\u001b[31m" + text + "\u001b[0m" : text;
  }

  /// A text that does nothing to a terminal. Line feeds and tabs stay.
  static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]", "\ufffd");
  }

  /// The same on one line, cut to a length.
  static String cell(String text, int length) {
    String line = plain(text).replaceAll("\\s+", " ").strip();
    return line.length() <= length ? line : line.substring(0, length - 1) + "\u2026";
  }

  /// Prints rows in columns as wide as they need; the last one is not filled up.
  void table(List<String> head, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(head);
    all.addAll(rows);
    int[] widths = new int[head.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i));
        if (i < widths.length - 1) {
          line.append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
      }
      say(row == head ? strong(line.toString()) : line.toString());
    }
  }

  /// Does some work; when it takes longer than two seconds, says so and for how long.
  <T> T working(String words, Supplier<T> work) {
    Thread clock = Thread.ofVirtual().start(() -> tick(words));
    try {
      return work.get();
    } finally {
      clock.interrupt();
      try {
        clock.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void tick(String words) {
    boolean shown = false;
    try {
      Thread.sleep(SILENT_MILLIS);
      for (int seconds = 2; ; seconds++) {
        if (colours) {
          err.print("\r" + words + " ... " + seconds + " s");
          err.flush();
        } else if (!shown) {
          warn(words + " ...");
        }
        shown = true;
        Thread.sleep(1_000);
      }
    } catch (InterruptedException done) {
      if (shown && colours) {
        err.print("\r" + " ".repeat(words.length() + 12) + "\r");
        err.flush();
      }
    }
  }
}

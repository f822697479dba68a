package dev.suture.stacktext;

import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import java.util.ArrayList;
import java.util.List;

/// What was read of a text, printed again so that tests can compare it at a glance.
final class Printed {
  private Printed() {}

  static List<String> read(String platform, String text) {
    return print(new StackTextReader().parse(platform, text));
  }

  /// `+` marks a frame of the application's own code.
  static List<String> print(List<Thrown> all) {
    List<String> lines = new ArrayList<>();
    for (Thrown thrown : all) {
      lines.add(thrown.type() + ": " + thrown.value());
      for (Frame frame : thrown.frames()) {
        lines.add(
            "%s %s#%s %s:%d:%d"
                .formatted(
                    frame.inApp() ? "+" : "-",
                    frame.module(),
                    frame.function(),
                    frame.file(),
                    frame.line(),
                    frame.column()));
      }
    }
    return lines;
  }
}

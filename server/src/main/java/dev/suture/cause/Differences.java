package dev.suture.cause;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the network and the console of a failing session differ from sessions that did not fail so.
///
/// @param sessions of other failures and reports that it was compared with
/// @param network the gravest first
/// @param console errors and warnings that no other session has
public record Differences(int sessions, List<Answer> network, List<Line> console) {
  static final Differences NONE = new Differences(0, List.of(), List.of());

  /// An answer unlike the others of its endpoint.
  ///
  /// @param exchange captured: its id
  /// @param endpoint captured: method and path, ids left open
  /// @param field captured: path of the value in the body; null for the answer as a whole
  /// @param here what it is in the failing session, in words of ours
  /// @param there what it is in the other answers, in words of ours
  /// @param answers how many others there are
  public record Answer(
      String exchange,
      String endpoint,
      @Nullable String field,
      String here,
      String there,
      int answers) {}

  /// @param level captured
  /// @param text captured
  public record Line(String level, String text, long count) {}

  boolean isEmpty() {
    return network.isEmpty() && console.isEmpty();
  }

  /// A sentence of ours.
  String words() {
    if (sessions == 0 && isEmpty()) {
      return "No recorded session without this failure is there to compare with.";
    }
    return String.format(
        Locale.ROOT,
        "Compared with %d recorded %s without this failure, and with earlier answers of this one:"
            + " %d %s of answers, %d %s of the console.",
        sessions,
        sessions == 1 ? "session" : "sessions",
        network.size(),
        network.size() == 1 ? "difference" : "differences",
        console.size(),
        console.size() == 1 ? "line" : "lines");
  }
}

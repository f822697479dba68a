package dev.suture.cause;

import dev.suture.capture.Exchange;
import java.util.List;
import java.util.SortedMap;

/// The parts of one capture, read leniently: what a part does not hold is absent, never an error.
///
/// @param stored what the browser's storage held at the start
/// @param page facts about the page: URL, viewport, user agent ...
/// @param problems parts that could not be read, by name, in words of ours
/// @param until end of the recorder's window on the page's clock, epoch milliseconds; 0 when
///   unknown
record Recording(
    List<Exchange> exchanges,
    List<Utterance> console,
    List<Deed> actions,
    List<Stored> stored,
    SortedMap<String, String> page,
    double until,
    List<String> problems) {

  /// One line of the console.
  record Utterance(double at, String level, String text, long count) {}

  /// One action of the user, or a navigation.
  record Deed(double at, String kind, String text) {}
}

package dev.suture.issue;

import dev.suture.event.Event;

/// Finds what an event shares with others of its issue, and marks its frames on the way.
@FunctionalInterface
public interface Grouper {
  Grouped group(Event event);

  /// @param event with its frames marked as the application's own code or not
  record Grouped(Event event, Fingerprint fingerprint) {}
}

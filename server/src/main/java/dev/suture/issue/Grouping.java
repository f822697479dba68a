package dev.suture.issue;

import dev.suture.event.Event;

/// A rule that says which events are one issue. A rule in use never changes: a better one is a new
/// version beside it.
public interface Grouping {
  /// Kept with each fingerprint.
  String version();

  /// The same for every event of one fault. Never throws for what an event holds.
  Fingerprint fingerprint(Event event);
}

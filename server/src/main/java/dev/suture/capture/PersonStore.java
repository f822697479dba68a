package dev.suture.capture;

import java.time.Instant;
import java.util.List;

/// What is kept of one person in a project. A person is who an event's user says it is: its id,
/// e-mail address, name or IP address is the text that was asked for, letter by letter.
///
/// Sums do not know persons: how many users an issue has stays as it was counted.
public interface PersonStore {
  Held find(long project, String who);

  /// Deletes the events, with their captures' rows, the feedback, and the tags whose value is the
  /// person.
  ///
  /// @return what was deleted; the files of its captures are the caller's to delete
  Held delete(long project, String who);

  /// Writes down that something was exported or deleted; of the person only a keyed hash is kept.
  void note(long project, String by, Request.Kind kind, String who, Held held);

  /// Newest first.
  List<Request> requests(long project, int limit);

  /// @param events ids of kept events
  /// @param captures those of the events that came with files
  /// @param feedback ids of what the person wrote
  record Held(List<String> events, List<Capture> captures, List<String> feedback) {
    public boolean isEmpty() {
      return events.isEmpty() && feedback.isEmpty();
    }
  }

  /// @param subject keyed hash of whom it was about, to recognise a second request by
  record Request(Instant at, String by, Kind kind, String subject, long events, long captures) {
    public enum Kind {
      exported,
      deleted
    }
  }
}

package dev.suture.health;

import dev.suture.health.SessionUpdate.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept of one session while it may still change: all updates that came, in whatever order,
/// folded into one state. The result does not depend on the order, and an update that comes again
/// changes nothing.
///
/// @param sequence of the update that says the status
/// @param errors the most that any update told
public record Session(
    String id, Instant started, Place place, long sequence, Status status, long errors) {

  /// The state after one more update. Where it began and in which release is what the first one
  /// said: the counts of that release have it.
  public static Session fold(@Nullable Session known, SessionUpdate update) {
    if (known == null) {
      return new Session(
          update.session(),
          update.started(),
          update.place(),
          update.sequence(),
          update.status(),
          update.errors());
    }
    boolean later = known.decides(update);
    return new Session(
        known.id,
        known.started,
        known.place,
        later ? update.sequence() : known.sequence,
        later ? update.status() : known.status,
        Math.max(known.errors, update.errors()));
  }

  /// Whether the update has the last word. A session ends once, so the first end counts; while it
  /// goes on the newest word does. Of two with one number the worse is believed.
  private boolean decides(SessionUpdate update) {
    if (update.status().ends() != status.ends()) {
      return update.status().ends();
    }
    if (update.sequence() == sequence) {
      return update.status().compareTo(status) > 0;
    }
    return update.sequence() > sequence != status.ends();
  }

  /// What the update changes in the counts.
  ///
  /// @param before null when this is the first one
  public Tally since(@Nullable Session before, SessionUpdate update) {
    if (before != null) {
      return tally().minus(before.tally());
    }
    return update.counted() ? tally().minus(new Tally(1, 0, 0, 0, 0)) : tally();
  }

  /// This session as a count of one.
  public Tally tally() {
    return switch (status) {
      case crashed -> new Tally(1, 0, 0, 1, 0);
      case abnormal -> new Tally(1, 0, 0, 0, 1);
      case unhandled -> new Tally(1, 0, 1, 0, 0);
      case ok, exited -> errors > 0 ? new Tally(1, 1, 0, 0, 0) : new Tally(1, 0, 0, 0, 0);
    };
  }
}

package dev.suture.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can change where an issue is in its life. Every instant is the server's.
public sealed interface Happening {
  /// One more event.
  ///
  /// @param received when it was accepted
  record Seen(Instant received, @Nullable String release) implements Happening {}

  /// Somebody says so.
  ///
  /// @param state resolved, archived or ongoing; another one only to take a change back
  record Told(Instant at, IssueState state, @Nullable Reason reason) implements Happening {}

  /// The clock went on, and this is what was counted.
  record Looked(Instant at, Counts counts, Pace pace) implements Happening {}

  /// A release is known to contain the commit that resolved the issue.
  record Released(Instant at, String release) implements Happening {}

  /// Nothing was seen for as long as the project's rule says.
  record Silence(Instant at, int days) implements Happening {}

  /// @param events of the issue in all
  /// @param users distinct, in all
  /// @param eventsWithin the minutes that the issue's reason names
  /// @param usersWithin the minutes that the issue's reason names
  record Counts(long events, long users, long eventsWithin, long usersWithin) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);
  }
}

package dev.suture.account;

import java.time.Duration;
import java.time.Instant;

/// A browser that has signed in.
///
/// @param seen when it was last used, to five minutes
/// @param agent what the browser calls itself; hostile text
public record Session(
    long id, long account, Instant created, Instant seen, String address, String agent) {
  static final Duration IDLE = Duration.ofDays(7);
  static final Duration LONGEST = Duration.ofDays(30);
  static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  public boolean isOver(Instant now) {
    return !now.isBefore(seen.plus(IDLE)) || !now.isBefore(created.plus(LONGEST));
  }
}

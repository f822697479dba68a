package dev.suture.monitor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job's word about itself.
///
/// @param monitor the job's name, `[a-z0-9_-]{1,50}`
/// @param environment empty when the sender names none
/// @param took how long the run lasted, when it is over and that is known
public record CheckIn(
    String monitor, String environment, Status status, Instant at, @Nullable Duration took) {

  /// How the run stands.
  public enum Status {
    running,
    ok,
    error
  }
}

package dev.suture.project;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How much of something may arrive within a time.
///
/// @param category what is counted; null for everything
/// @param per the time
/// @param most how many within it; 0 refuses all
public record Limit(@Nullable Category category, Per per, long most) {

  /// Seconds and minutes are held by a bucket that refills all the time; the longer ones are quotas
  /// that begin anew with the hour, the day or the month in UTC.
  public enum Per {
    second(Duration.ofSeconds(1)),
    minute(Duration.ofMinutes(1)),
    hour(Duration.ofHours(1)),
    day(Duration.ofDays(1)),
    month(Duration.ofDays(30));

    private final Duration length;

    Per(Duration length) {
      this.length = length;
    }

    /// How long it is; a month is about this long.
    public Duration length() {
      return length;
    }

    /// Whether what was used of it outlives a restart.
    public boolean isQuota() {
      return this == hour || this == day || this == month;
    }
  }
}

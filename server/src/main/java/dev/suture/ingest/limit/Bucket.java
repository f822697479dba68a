package dev.suture.ingest.limit;

import java.time.Duration;
import java.time.Instant;

/// A bucket that so many fit into and that refills evenly within a time.
final class Bucket {
  private static final double NANOS = 1e9;

  private final double most;
  private final double perSecond;
  private double tokens;
  private Instant since;

  Bucket(long most, Duration time, Instant now) {
    this.most = most;
    this.perSecond = most / (time.toNanos() / NANOS);
    this.tokens = most;
    this.since = now;
  }

  /// Seconds until there is one; 0 when there is one now.
  synchronized int wait(Instant now) {
    refill(now);
    if (tokens >= 1) {
      return 0;
    }
    return perSecond <= 0 ? 3600 : Math.max(1, (int) Math.ceil((1 - tokens) / perSecond));
  }

  /// Takes so many, more than there are where one delivery holds them: the next ones wait for it.
  synchronized void take(int count) {
    tokens = Math.max(-most, tokens - count);
  }

  private void refill(Instant now) {
    if (now.isAfter(since)) {
      double seconds = Duration.between(since, now).toNanos() / NANOS;
      tokens = Math.min(most, tokens + seconds * perSecond);
      since = now;
    }
  }
}

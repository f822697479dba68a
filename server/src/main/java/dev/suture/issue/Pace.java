package dev.suture.issue;

import java.util.List;

/// How often an issue was seen, hour by hour, and what that allows the next hour.
///
/// The limit is the highest of three: 20 events; the mean of the history plus five standard
/// deviations; one and a half times its busiest hour. An hour above it is an escalation. It is over
/// when each of the last six full hours stayed at or below half of the limit that was passed, so an
/// issue does not flicker between the two.
///
/// @param history events of each full hour of the last seven days since the issue was first seen,
///   oldest first
/// @param running events of the hour that is not over yet
public record Pace(List<Long> history, long running) {
  public static final Pace UNKNOWN = new Pace(List.of(), 0);

  /// Hours of history without which nothing is said.
  public static final int LEAST_HOURS = 24;

  /// Hours of history that count.
  public static final int MOST_HOURS = 7 * 24;

  /// Fewer events an hour are never an escalation.
  public static final long FLOOR = 20;

  private static final int CALM_HOURS = 6;
  private static final double DEVIATIONS = 5;
  private static final double OVER_BUSIEST = 1.5;

  public Pace {
    history = List.copyOf(history);
  }

  /// Events an hour that the history before it allows the newest hour.
  public long limit() {
    List<Long> before = before();
    if (before.size() < LEAST_HOURS) {
      return Long.MAX_VALUE;
    }
    double mean = before.stream().mapToLong(Long::longValue).average().orElse(0);
    double variance =
        before.stream().mapToDouble(count -> (count - mean) * (count - mean)).sum() / before.size();
    long busiest = before.stream().mapToLong(Long::longValue).max().orElse(0);
    double limit = Math.max(mean + DEVIATIONS * Math.sqrt(variance), OVER_BUSIEST * busiest);
    return Math.max(FLOOR, (long) Math.ceil(limit));
  }

  /// The hour that is held against the limit: the running one when it is over already, else the
  /// last full one.
  public long newest() {
    return runs() ? running : history.isEmpty() ? 0 : history.getLast();
  }

  public boolean escalates() {
    return newest() > limit();
  }

  /// @param passed the limit that was passed
  public boolean isCalm(long passed) {
    int size = history.size();
    return size >= CALM_HOURS
        && running <= passed / 2
        && history.subList(size - CALM_HOURS, size).stream().allMatch(count -> count <= passed / 2);
  }

  private boolean runs() {
    return history.isEmpty() || running >= history.getLast();
  }

  private List<Long> before() {
    return runs() || history.isEmpty() ? history : history.subList(0, history.size() - 1);
  }
}

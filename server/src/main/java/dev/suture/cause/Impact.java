package dev.suture.cause;

import dev.suture.cause.chain.Cause;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who is hit by a failure, and how much.
///
/// @param users of the issue's whole life, as far as events name them
/// @param sessions that a recorder was in when it happened
/// @param events of the issue's whole life
/// @param lastDay events of the 24 hours up to `until`
/// @param dayBefore events of the 24 hours before those
/// @param until when it was counted
/// @param firstRelease captured
/// @param lastRelease captured
/// @param releases captured: events by release, most first
/// @param environments captured
/// @param browsers captured
/// @param suspect the commit that most likely brought it in; null when none is known
public record Impact(
    long users,
    long sessions,
    long events,
    long lastDay,
    long dayBefore,
    Trend trend,
    Instant until,
    @Nullable String firstRelease,
    @Nullable String lastRelease,
    List<IssueStore.Share> releases,
    List<IssueStore.Share> environments,
    List<IssueStore.Share> browsers,
    Cause.@Nullable Suspect suspect) {
  private static final int DAY = 24;
  private static final int VALUES = 5;

  /// The last day against the one before.
  public enum Trend {
    /// First seen within the last day: there is nothing to compare with.
    fresh,
    rising,
    steady,
    falling,
    /// No event in either day.
    silent
  }

  static Impact of(Issue issue, IssueStore store, @Nullable Cause cause, Instant now) {
    List<Long> hours = store.perHour(issue.id(), now, 2 * DAY);
    long before = sum(hours.subList(0, hours.size() / 2));
    long last = sum(hours.subList(hours.size() / 2, hours.size()));
    Cause.Suspect suspect =
        cause == null || cause.commits().isEmpty() ? null : cause.commits().getFirst();
    boolean fresh = Duration.between(issue.firstSeen(), now).toHours() < DAY;
    return new Impact(
        issue.users(),
        issue.captures(),
        issue.events(),
        last,
        before,
        fresh && last > 0 ? Trend.fresh : trend(last, before),
        now,
        issue.firstRelease(),
        issue.lastRelease(),
        store.shares(issue.id(), "release", VALUES),
        store.shares(issue.id(), "environment", VALUES),
        store.shares(issue.id(), "browser", VALUES),
        suspect);
  }

  /// Two counts differ when their difference is more than twice its standard deviation, were both
  /// of the same Poisson rate.
  static Trend trend(long last, long before) {
    if (last == 0 && before == 0) {
      return Trend.silent;
    }
    double bound = 2 * Math.sqrt((double) last + before);
    long more = last - before;
    return more > bound ? Trend.rising : -more > bound ? Trend.falling : Trend.steady;
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /// Counts in a sentence of ours.
  String words() {
    String turn =
        switch (trend) {
          case fresh -> "It was first seen within this day.";
          case rising -> "It is rising.";
          case steady -> "That is no change beyond chance.";
          case falling -> "It is falling.";
          case silent -> "It is silent.";
        };
    return String.format(
        Locale.ROOT,
        "%,d %s by %,d %s so far; a recorder was there in %,d %s. In the 24 hours up to %s: %,d"
            + " events, %.1f an hour; in the 24 hours before: %,d. %s",
        events,
        events == 1 ? "event" : "events",
        users,
        users == 1 ? "user" : "users",
        sessions,
        sessions == 1 ? "session" : "sessions",
        until,
        lastDay,
        lastDay / (double) DAY,
        dayBefore,
        turn);
  }
}

package dev.suture.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// How much of a service's usual traffic or trouble falls into an hour of the week, as a factor on
/// the clock: counted over hours times their factor, a rate that follows the week is steady.
///
/// From less than a week it knows the hours of the day only, from less than three days nothing.
final class Rhythm {
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;
  private static final int LEAST_DAYS = 3;

  /// Counts that every hour is given on top: few counts say little of an hour.
  private static final double PRIOR = 20;

  private final double[] factors;

  private Rhythm(double[] factors) {
    this.factors = factors;
  }

  /// @param counts by the beginning of each hour; those without any may be left out
  /// @param from inclusive, at the beginning of an hour
  /// @param to exclusive
  static Rhythm of(Map<Instant, Long> counts, Instant from, Instant to) {
    long hours = ChronoUnit.HOURS.between(from, to);
    int period = hours >= WEEK ? WEEK : DAY;
    if (hours < LEAST_DAYS * DAY) {
      return new Rhythm(new double[] {1});
    }
    double[] sums = new double[period];
    double[] times = new double[period];
    double all = 0;
    for (Instant hour = from; hour.isBefore(to); hour = hour.plus(1, ChronoUnit.HOURS)) {
      long count = counts.getOrDefault(hour, 0L);
      sums[slot(hour, period)] += count;
      times[slot(hour, period)]++;
      all += count;
    }
    double usual = all / hours;
    for (int i = 0; i < period; i++) {
      sums[i] = (sums[i] + PRIOR) / (times[i] * usual + PRIOR);
    }
    return new Rhythm(sums);
  }

  /// 1 for an hour like the average one.
  double at(Instant time) {
    return factors[slot(time, factors.length)];
  }

  private static int slot(Instant time, int period) {
    var utc = time.atOffset(ZoneOffset.UTC);
    return ((utc.getDayOfWeek().getValue() - 1) * DAY + utc.getHour()) % period;
  }
}

package dev.suture.dora;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The few statistics that the figures need; all intervals are of 95 %.
public final class Statistics {
  private static final double Z = 1.959963984540054;

  private Statistics() {}

  /// A bound is null where the data cannot give it.
  public record Interval(@Nullable Double low, @Nullable Double high) {
    static final Interval UNKNOWN = new Interval(null, null);
  }

  /// Wilson's interval of a share.
  static Interval wilson(long hits, long n) {
    if (n == 0) {
      return Interval.UNKNOWN;
    }
    double share = (double) hits / n;
    double z2 = Z * Z / n;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n));
    return new Interval(
        hits == 0 ? 0 : Math.max(0, middle - half), hits == n ? 1 : Math.min(1, middle + half));
  }

  /// Byar's approximation of the exact interval of a Poisson count.
  static Interval poisson(long count) {
    double low = count == 0 ? 0 : count * cube(1 - 1 / (9.0 * count) - Z / (3 * Math.sqrt(count)));
    double more = count + 1.0;
    return new Interval(
        Math.max(0, low), more * cube(1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more))));
  }

  private static double cube(double x) {
    return x * x * x;
  }

  /// The middle value; of an even number the mean of both middle ones.
  static @Nullable Double median(double[] values) {
    return quantile(values, 0.5);
  }

  /// Interpolated linearly between the two nearest values.
  static @Nullable Double quantile(double[] values, double at) {
    if (values.length == 0) {
      return null;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = at * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /// The interval of a median between two order statistics, valid for any distribution. Fewer than
  /// six values give none.
  static Interval ofMedian(double[] values) {
    int n = values.length;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double below = 0;
    double term = Math.exp(-n * Math.log(2));
    int rank = 0;
    while (rank < n / 2 && below + term <= 0.025) {
      below += term;
      rank++;
      term = term * (n - rank + 1) / rank;
    }
    return rank == 0 ? Interval.UNKNOWN : new Interval(sorted[rank - 1], sorted[n - rank]);
  }

  /// A length that ended, or that lasts at least this long.
  public record Length(double value, boolean ended) {}

  /// @param median null while more than half are open
  public record Survival(@Nullable Double median, Interval interval) {}

  /// The median by Kaplan and Meier, its interval by Brookmeyer and Crowley on the complementary
  /// log-log scale.
  static Survival kaplanMeier(List<Length> lengths) {
    List<Length> sorted = new ArrayList<>(lengths);
    sorted.sort((one, other) -> Double.compare(one.value(), other.value()));
    double alive = 1;
    double variance = 0;
    Double median = null;
    Double low = null;
    Double high = null;
    int i = 0;
    while (i < sorted.size()) {
      double at = sorted.get(i).value();
      int atRisk = sorted.size() - i;
      int ended = 0;
      while (i < sorted.size() && sorted.get(i).value() == at) {
        ended += sorted.get(i).ended() ? 1 : 0;
        i++;
      }
      if (ended == 0) {
        continue;
      }
      alive *= 1 - (double) ended / atRisk;
      boolean allEnded = ended == atRisk;
      variance += allEnded ? 0 : (double) ended / ((double) atRisk * (atRisk - ended));
      double spread = allEnded ? 0 : Z * Math.sqrt(variance) / -Math.log(alive);
      // Rounding must not keep one half from being one half.
      median = median == null && alive <= 0.5 + 1e-12 ? Double.valueOf(at) : median;
      low = low == null && Math.pow(alive, Math.exp(spread)) <= 0.5 ? Double.valueOf(at) : low;
      boolean reached = !allEnded && Math.pow(alive, Math.exp(-spread)) <= 0.5;
      high = high == null && reached ? Double.valueOf(at) : high;
    }
    return new Survival(median, new Interval(low, high));
  }
}

package dev.suture.watch;

import java.util.List;

/// What ran before: how often it failed, and how much that says.
///
/// @param errors over the whole of it
/// @param exposure that they were counted over: sessions, requests or minutes
/// @param variation standard deviation of the daily rate over its mean, beyond what chance explains
/// @param dispersion variance of a bin over its mean, 1 for independent errors
public record Baseline(long errors, double exposure, double variation, double dispersion) {
  /// A rate is never the same two days running; this much is allowed for without evidence.
  public static final double LEAST_VARIATION = .02;

  public Baseline {
    if (errors < 0 || exposure <= 0 || variation < 0 || dispersion < 1) {
      throw new IllegalArgumentException(
          "a baseline needs exposure, and a dispersion of 1 or more");
    }
  }

  /// Independent errors at a rate that does not drift.
  public static Baseline of(long errors, double exposure) {
    return new Baseline(errors, exposure, 0, 1);
  }

  /// Counts of one stretch of time.
  public record Count(long errors, double exposure) {}

  /// @param days one count for each day
  /// @param bins the same time in short stretches, of equal length
  public static Baseline of(List<Count> days, List<Count> bins) {
    long errors = days.stream().mapToLong(Count::errors).sum();
    double exposure = days.stream().mapToDouble(Count::exposure).sum();
    double chance = 1 + 2 * Math.sqrt(2.0 / Math.max(1, bins.size() - 1));
    double pearson = pearson(bins);
    boolean bursts = pearson > chance;
    double variation = Math.max(LEAST_VARIATION, variation(days, bursts ? pearson : 1));
    return new Baseline(errors, exposure, variation, bursts ? pearson * chance : 1);
  }

  /// Pearson's statistic of the bins against their common rate, over its degrees of freedom: 1 for
  /// independent errors, up to two of its standard errors by chance. Beyond them the dispersion is
  /// taken as the most that they leave room for: bursts that are taken for smaller ones alarm.
  private static double pearson(List<Count> bins) {
    double rate = rate(bins);
    if (bins.size() < 2 || rate == 0) {
      return 1;
    }
    double sum = 0;
    for (Count bin : bins) {
      double expected = rate * bin.exposure();
      sum += expected == 0 ? 0 : Math.pow(bin.errors() - expected, 2) / expected;
    }
    return sum / (bins.size() - 1);
  }

  /// The moment estimate of a gamma frailty: what is left of the daily variance when chance is
  /// taken off.
  private static double variation(List<Count> days, double dispersion) {
    double rate = rate(days);
    if (days.size() < 2 || rate == 0) {
      return 0;
    }
    double excess = 0;
    double squares = 0;
    for (Count day : days) {
      double expected = rate * day.exposure();
      excess += Math.pow(day.errors() - expected, 2) - dispersion * expected;
      squares += expected * expected;
    }
    return Math.sqrt(Math.max(0, excess / squares));
  }

  private static double rate(List<Count> counts) {
    double exposure = counts.stream().mapToDouble(Count::exposure).sum();
    return exposure == 0 ? 0 : counts.stream().mapToLong(Count::errors).sum() / exposure;
  }

  /// Errors that the baseline is worth: one more than were counted, and no more than the drift from
  /// day to day leaves of them.
  public double effectiveErrors() {
    double counted = errors + 1;
    return variation == 0 ? counted : Math.min(counted, 1 / (variation * variation));
  }

  /// The exposure that goes with [#effectiveErrors] at the same rate.
  public double effectiveExposure() {
    return effectiveErrors() * exposure / (errors + 1);
  }

  /// Errors for one unit of exposure that it is worth.
  public double rate() {
    return (errors + 1) / exposure;
  }

  /// Errors expected over so much exposure.
  public double expected(double over) {
    return errors * over / exposure;
  }
}

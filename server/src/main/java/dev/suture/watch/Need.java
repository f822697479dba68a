package dev.suture.watch;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How much must be seen before a watch can tell, said before and during it.
///
/// @param errors more of the watched version, when its rate is as many times the old one as asked
/// @param exposure that they take
/// @param minutes that they take at today's traffic; null while that is unknown or nothing comes
public record Need(double errors, double exposure, @Nullable Double minutes) {
  private Need(double errors, double exposure) {
    this(errors, exposure, null);
  }

  /// What the mixture over ratios costs on top of Wald's bound, as simulated.
  private static final double MIXTURE = 1.3;

  /// What a test at `alpha` needs on average to notice that the rate is `ratio` times the old one:
  /// Wald's bound, log(1/alpha) over the information of one expected error, r log r - r + 1.
  ///
  /// @param logE evidence that is there already
  /// @param rate errors for one unit of exposure before
  public static Need beforeAfter(double ratio, double alpha, double logE, double rate) {
    double information = ratio * Math.log(ratio) - ratio + 1;
    double expected = missing(alpha, logE) / information;
    return new Need(ratio * expected, expected / rate);
  }

  /// The same beside a version that serves at the same time.
  ///
  /// @param share of the exposure that the watched version has
  public static Need beside(double ratio, double alpha, double logE, Traffic traffic) {
    double share = traffic.share();
    double bet = ratio * share / (1 - share + ratio * share);
    double information =
        bet * Math.log(bet / share) + (1 - bet) * Math.log((1 - bet) / (1 - share));
    double both = missing(alpha, logE) / information;
    double exposure = both / (traffic.rate() * (1 - share + ratio * share)) * share;
    return new Need(both * bet, exposure);
  }

  /// The same at a traffic.
  ///
  /// @param perMinute exposure of the watched version in a minute
  public Need at(double perMinute) {
    return perMinute > 0 ? new Need(errors, exposure, exposure / perMinute) : this;
  }

  /// @param rate errors for one unit of exposure before
  /// @param share of the exposure that the watched version has
  public record Traffic(double rate, double share) {}

  private static double missing(double alpha, double logE) {
    return MIXTURE * Math.max(0, Math.log(1 / alpha) - Math.max(0, logE));
  }

  /// The smallest ratio that so much exposure is likely to show; empty above a thousand.
  public static OptionalDouble detectable(double expectedErrors, double alpha) {
    double low = 1;
    double high = 1000;
    double wanted = MIXTURE * Math.log(1 / alpha);
    if (expectedErrors * (high * Math.log(high) - high + 1) < wanted) {
      return OptionalDouble.empty();
    }
    while (high - low > 1e-6 * low) {
      double middle = (low + high) / 2;
      boolean enough = expectedErrors * (middle * Math.log(middle) - middle + 1) >= wanted;
      low = enough ? low : middle;
      high = enough ? middle : high;
    }
    return OptionalDouble.of(high);
  }
}

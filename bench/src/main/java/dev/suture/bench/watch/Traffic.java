package dev.suture.bench.watch;

import java.util.Random;

/// Errors of one service, minute by minute, from a seed.
///
/// @param rate errors a minute on average
/// @param cycle how far traffic swings over a day around its mean, 0 to 1
/// @param burst mean number of errors that come at once, 1 for single ones
/// @param drift standard deviation of a day's rate over its mean
record Traffic(double rate, double cycle, double burst, double drift) {
  static final int DAY = 1_440;

  /// Traffic of a minute over its mean.
  double exposure(int minute) {
    return 1 + cycle * Math.sin(2 * Math.PI * (minute % DAY) / DAY);
  }

  /// What the rate of one day is multiplied with: gamma with mean 1.
  double day(Random random) {
    if (drift == 0) {
      return 1;
    }
    double shape = 1 / (drift * drift);
    return gamma(shape, random) / shape;
  }

  /// @param factor what the rate is multiplied with, the day's and the deployment's
  long errors(int minute, double factor, Random random) {
    long clusters = poisson(rate * exposure(minute) * factor / burst, random);
    if (burst == 1) {
      return clusters;
    }
    long errors = 0;
    for (long i = 0; i < clusters; i++) {
      errors += geometric(burst, random);
    }
    return errors;
  }

  static long geometric(double mean, Random random) {
    return 1 + (long) Math.floor(Math.log(1 - random.nextDouble()) / Math.log(1 - 1 / mean));
  }

  /// By inversion, in pieces that do not underflow.
  static long poisson(double mean, Random random) {
    long count = 0;
    double left = mean;
    while (left > 0) {
      double piece = Math.min(left, 200);
      left -= piece;
      double limit = Math.exp(-piece);
      double product = random.nextDouble();
      while (product > limit) {
        product *= random.nextDouble();
        count++;
      }
    }
    return count;
  }

  /// Marsaglia and Tsang's method, for shapes of 1 and more.
  private static double gamma(double shape, Random random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}

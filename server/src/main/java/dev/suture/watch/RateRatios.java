package dev.suture.watch;

import java.util.Arrays;

/// The rate ratios that an e-process bets on, new rate over old rate, and how much it bets on each.
///
/// The mixture over them is what makes one test fit small and large effects: it costs the logarithm
/// of a weight against a test that knows the ratio.
///
/// @param ratios what the new rate may be, in units of the old one
/// @param weights positive, their sum is 1
public record RateRatios(double[] ratios, double[] weights) {
  /// For a rate that has risen.
  public static final RateRatios RISEN =
      of(
          new double[] {1.25, 1.5, 2, 3, 4, 6, 10, 16, 32, 64, 128},
          new double[] {1, 1.5, 2, 2, 1.5, 1.5, 1, 1, .5, .5, .5});

  /// For the errors of a whole deployment, which a fault raises by a half or ten times rather than
  /// a hundred: more is bet on what happens, and no ratio from 1.5 to 10 is noticed much later than
  /// another.
  public static final RateRatios RISEN_IN_SUM =
      of(
          new double[] {1.25, 1.5, 2, 3, 5, 9, 18, 50},
          new double[] {.6, 2.2, 1.8, 1.8, 2, 1.9, 1, .25});

  /// For senders that have fallen silent, wholly or in part.
  public static final RateRatios FALLEN =
      of(new double[] {0, .1, .25, .5}, new double[] {4, 2, 1, 1});

  public RateRatios {
    if (ratios.length == 0 || ratios.length != weights.length) {
      throw new IllegalArgumentException("each rate ratio needs one weight");
    }
  }

  private static RateRatios of(double[] ratios, double[] parts) {
    double sum = Arrays.stream(parts).sum();
    return new RateRatios(ratios, Arrays.stream(parts).map(part -> part / sum).toArray());
  }

  /// The same bets against a tolerated ratio other than 1.
  public RateRatios times(double tolerated) {
    return new RateRatios(
        Arrays.stream(ratios).map(ratio -> ratio * tolerated).toArray(), weights.clone());
  }

  int size() {
    return ratios.length;
  }

  /// The logarithm of the weighted mean of likelihood ratios that are given as logarithms.
  double mix(double[] logs) {
    return LogMean.of(logs, weights);
  }
}

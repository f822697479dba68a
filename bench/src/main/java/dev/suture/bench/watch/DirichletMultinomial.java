package dev.suture.bench.watch;

/// The published sequential test of counts against fixed shares: the Bayes factor of a Dirichlet
/// prior of weight k around the shares.
final class DirichletMultinomial {
  private static final double[] LANCZOS = {
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
    -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private DirichletMultinomial() {}

  static double logE(long[] counts, double[] shares, double weight) {
    double total = 0;
    double log = logGamma(weight);
    for (int i = 0; i < counts.length; i++) {
      double prior = weight * shares[i];
      log += logGamma(prior + counts[i]) - logGamma(prior) - counts[i] * Math.log(shares[i]);
      total += counts[i];
    }
    return log - logGamma(weight + total);
  }

  /// Lanczos' approximation with g = 7 and nine terms, good to 15 digits.
  static double logGamma(double x) {
    double sum = LANCZOS[0];
    double below = x - 1;
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (below + i);
    }
    double t = below + 7.5;
    return .5 * Math.log(2 * Math.PI) + (below + .5) * Math.log(t) - t + Math.log(sum);
  }
}

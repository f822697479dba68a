package dev.suture.watch;

/// The test that a deployment must pass to be given more traffic: that its rate is below so many
/// times the old one. No alarm is no proof: a quiet canary that hardly served anything stays
/// undecided here.
///
/// @param worst the ratio that must be shown to be missed, above 1
/// @param beta how often a deployment that is so bad may ever be promoted
/// @param budget errors for one unit of exposure that are accepted without comparison; 0 for none
public record Promotion(double worst, double beta, double budget) {
  /// Below twice the old rate, wrong in one of twenty, or one affected session in a thousand.
  public static final Promotion USUAL = new Promotion(2, .05, .001);

  /// What is compared, in sum since the deployment.
  ///
  /// @param expected errors that the old rate expects over the exposure
  public record Seen(long errors, double exposure, double expected) {}

  /// The logarithm of the e-value against "the rate is `worst` times the old one or more".
  ///
  /// From a known rate: the likelihood ratio of 1 against `worst`. The baseline's own uncertainty
  /// enters as in [BeforeAfter].
  public double logE(Seen seen, Baseline baseline) {
    double before = baseline.effectiveErrors();
    double over = baseline.effectiveExposure();
    return (-seen.errors() * Math.log(worst)
            + (before + seen.errors())
                * Math.log((over + worst * seen.exposure()) / (over + seen.exposure())))
        / baseline.dispersion();
  }

  /// From a rate that is known for sure.
  public double logE(Seen seen) {
    return (worst - 1) * seen.expected() - seen.errors() * Math.log(worst);
  }

  /// Whether an error-free exposure is long enough to keep the budget whatever the old rate was.
  public boolean keepsBudget(Seen seen) {
    return budget > 0 && seen.errors() == 0 && seen.exposure() >= Math.log(1 / beta) / budget;
  }

  public boolean passes(double logE) {
    return logE >= Math.log(1 / beta);
  }
}

package dev.suture.watch;

/// A version compared with what ran before it, whose rate is known only from counts of its own.
///
/// The likelihood ratio is the Bayes factor with the scale-invariant prior on the unknown rate
/// (group-invariant e-statistics, Pérez-Ortiz, Lardy, de Heide, Grünwald 2022); with the largest
/// ratio in place of a mixture it is Li and Kulldorff's conditional MaxSPRT.
public final class BeforeAfter implements EProcess {
  private final RateRatios bets;
  private final double tolerated;
  private final Baseline baseline;
  private final double[] perError;
  private long errors;
  private double exposure;

  public BeforeAfter(RateRatios bets, double tolerated, Baseline baseline) {
    this.bets = bets.times(tolerated);
    this.tolerated = tolerated;
    this.baseline = baseline;
    this.perError = new double[bets.size()];
    for (int i = 0; i < perError.length; i++) {
      perError[i] = Math.log(this.bets.ratios()[i] / tolerated);
    }
  }

  /// @param moreErrors since the deployment
  /// @param moreExposure in the unit of the baseline's
  public void add(long moreErrors, double moreExposure) {
    errors += moreErrors;
    exposure += moreExposure;
  }

  @Override
  public void add(Bin bin) {
    add(bin.errors(), bin.exposure());
  }

  @Override
  public double logE() {
    double before = baseline.effectiveErrors();
    double over = baseline.effectiveExposure();
    double[] logs = new double[bets.size()];
    double expected = Math.log(over + tolerated * exposure);
    for (int i = 0; i < logs.length; i++) {
      double ratio = bets.ratios()[i];
      logs[i] =
          ((errors == 0 ? 0 : errors * perError[i])
                  + (before + errors) * (expected - Math.log(over + ratio * exposure)))
              / baseline.dispersion();
    }
    return bets.mix(logs);
  }
}

package dev.suture.watch;

/// Two versions that serve at the same time, compared on each bin's total: given how many errors
/// both had, the new version's are binomial with its share of the exposure. What moves both alike,
/// a daily cycle or a broken dependency, cancels; the share may change from bin to bin.
///
/// After Lindon and Malek, Anytime-Valid Inference For Multinomial Count Data (NeurIPS 2022), with
/// one-sided bets on [RateRatios] in place of their Dirichlet prior.
public final class ConcurrentArms implements EProcess {
  private final RateRatios bets;
  private final double tolerated;
  private final double dispersion;
  private final double[] logs;
  private final double[] perNew;
  private final double[] perOld;
  private double share = Double.NaN;

  /// @param tolerated the ratio of rates that is no reason for an alarm; 1 or more for a rise
  /// @param dispersion 1 for independent errors; the variance of a bin over its mean for bursts
  public ConcurrentArms(RateRatios bets, double tolerated, double dispersion) {
    this.bets = bets.times(tolerated);
    this.tolerated = tolerated;
    this.dispersion = dispersion;
    this.logs = new double[bets.size()];
    this.perNew = new double[bets.size()];
    this.perOld = new double[bets.size()];
  }

  /// @param newErrors of the watched version in the bin
  /// @param oldErrors of the version beside it in the bin
  /// @param newShare share of the exposure that the watched version had, above 0 and below 1
  public void add(long newErrors, long oldErrors, double newShare) {
    if (newErrors == 0 && oldErrors == 0) {
      return;
    }
    if (newShare != share) {
      weigh(newShare);
    }
    for (int i = 0; i < logs.length; i++) {
      // An infinite bet that lost times zero errors must stay no evidence.
      logs[i] += newErrors == 0 ? 0 : newErrors * perNew[i] / dispersion;
      logs[i] += oldErrors == 0 ? 0 : oldErrors * perOld[i] / dispersion;
    }
  }

  /// A bin in which only one of the two served says nothing.
  @Override
  public void add(Bin bin) {
    double share = bin.share();
    if (share > 0 && share < 1) {
      add(bin.errors(), bin.besideErrors(), share);
    }
  }

  private void weigh(double newShare) {
    if (!(newShare > 0 && newShare < 1)) {
      throw new IllegalArgumentException("a share is above 0 and below 1, not " + newShare);
    }
    share = newShare;
    double expected = probability(tolerated);
    for (int i = 0; i < perNew.length; i++) {
      double bet = probability(bets.ratios()[i]);
      perNew[i] = Math.log(bet / expected);
      perOld[i] = Math.log((1 - bet) / (1 - expected));
    }
  }

  /// That an error is the new version's when its rate is so many times the old one's.
  private double probability(double ratio) {
    return ratio * share / (1 - share + ratio * share);
  }

  @Override
  public double logE() {
    return bets.mix(logs);
  }
}

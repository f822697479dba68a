package dev.suture.watch;

/// A version compared with a rate that is known, from a long history or by agreement.
public final class KnownRate implements EProcess {
  private final RateRatios bets;
  private final double tolerated;
  private final double rate;
  private final double[] perError;
  private long errors;
  private double expected;

  /// @param rate errors for one unit of exposure
  public KnownRate(RateRatios bets, double tolerated, double rate) {
    this.rate = rate;
    this.bets = bets.times(tolerated);
    this.tolerated = tolerated;
    this.perError = new double[bets.size()];
    for (int i = 0; i < perError.length; i++) {
      perError[i] = Math.log(this.bets.ratios()[i] / tolerated);
    }
  }

  /// @param moreErrors that were seen
  /// @param moreExpected errors that the known rate expects over the same exposure
  public void add(long moreErrors, double moreExpected) {
    errors += moreErrors;
    expected += moreExpected;
  }

  @Override
  public void add(Bin bin) {
    add(bin.errors(), rate * bin.exposure());
  }

  @Override
  public double logE() {
    double[] logs = new double[bets.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = errors * perError[i] - (bets.ratios()[i] - tolerated) * expected;
    }
    return bets.mix(logs);
  }
}

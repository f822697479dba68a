package dev.suture.watch;

import java.util.Arrays;

/// Heartbeats that are owed against those that came, where nothing runs beside the watched version
/// to compare it with.
///
/// Under the hypothesis each owed one is missing with at most the probability seen before. Each bet
/// is the likelihood ratio of a higher probability to that one, a supermartingale under every lower
/// one. A host may die at any time, so each bet is a mixture over the bins it could start at, in
/// the recursion of Shiryaev and Roberts (Shin, Ramdas and Rinaldo, E-detectors, 2023) with weights
/// that sum to one instead of a count, which keeps it an e-process.
public final class DueBeats implements EProcess {
  /// No network loses nothing.
  private static final double LEAST_MISSED = .005;

  /// Probabilities of a miss that are bet on; those at or below twice the usual one are left out.
  private static final double[] BETS = {.05, .1, .2, .5, .95};

  private static final double MOST_MISSED = .45;

  /// Weight of the start at the deployment.
  private static final double AT_ONCE = .3;

  /// Of the starts of the first hour, in which most that a deployment kills dies, and of those of
  /// the rest of a day; a bin is ten seconds.
  private static final double FIRST_HOUR = .3;

  private static final int BINS_OF_AN_HOUR = 360;
  private static final double EARLY = FIRST_HOUR / BINS_OF_AN_HOUR;
  private static final double LATE = (1 - AT_ONCE - FIRST_HOUR) / (23 * BINS_OF_AN_HOUR);

  private final double missed;
  private final double[] bets;
  private final double[] logs;
  private double unstarted = 1 - AT_ONCE;
  private int bins;

  /// @param missed share of the owed heartbeats that were missing before the deployment, 0 to 1
  public DueBeats(double missed) {
    this.missed = Math.clamp(missed, LEAST_MISSED, MOST_MISSED);
    this.bets = Arrays.stream(BETS).filter(bet -> bet > 2 * this.missed).toArray();
    this.logs = new double[bets.length];
    Arrays.fill(logs, Math.log(AT_ONCE));
  }

  /// @param came at most as many as `due`
  public void add(long came, long due) {
    double starting = Math.min(bins++ < BINS_OF_AN_HOUR ? EARLY : LATE, unstarted);
    for (int i = 0; i < bets.length; i++) {
      double more =
          (due - came) * Math.log(bets[i] / missed) + came * Math.log((1 - bets[i]) / (1 - missed));
      logs[i] = LogMean.of(new double[] {logs[i], Math.log(starting)}, new double[] {1, 1}) + more;
    }
    unstarted -= starting;
  }

  /// Heartbeats of the bin's errors out of its exposure; more than were owed are as good as all.
  @Override
  public void add(Bin bin) {
    long due = Math.round(bin.exposure());
    add(Math.min(bin.errors(), due), due);
  }

  @Override
  public double logE() {
    double[] weights = new double[bets.length + 1];
    double[] all = Arrays.copyOf(logs, bets.length + 1);
    Arrays.fill(weights, 1.0 / bets.length);
    weights[bets.length] = 1;
    all[bets.length] = Math.log(unstarted);
    return LogMean.of(all, weights);
  }
}

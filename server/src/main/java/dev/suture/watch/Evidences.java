package dev.suture.watch;

import dev.suture.watch.Watched.Faults;
import dev.suture.watch.Watched.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The evidence of a rise after each bin: of the errors in sum, and beside them of each issue and
/// of issues never seen before, so that one which breaks is noticed among many that go on as they
/// did.
///
/// It is the weighted mean of their e-values, which is an e-value however they depend on each
/// other. The issues' part is the mean over all that could have been seen: those that were not
/// count as no evidence, so choosing the busiest costs nothing of its validity.
final class Evidences {
  private static final double IN_SUM = .95;
  private static final double OF_ISSUES = .03;
  private static final double OF_BIRTHS = .02;

  private Evidences() {}

  /// Makes the test of one stream.
  @FunctionalInterface
  interface Test {
    EProcess of(Stream stream, RateRatios bets);
  }

  /// @return logarithms of e-values, one for each bin of the errors
  static List<Double> of(Test test, Stream errors, Faults faults) {
    List<Double> inSum = after(test.of(errors, RateRatios.RISEN_IN_SUM), errors.bins());
    Stream births = faults.births();
    if (faults.population() == 0 && births == null) {
      return inSum;
    }
    List<EProcess> issues =
        faults.issues().stream().map(each -> test.of(each.stream(), RateRatios.RISEN)).toList();
    EProcess born = births == null ? null : test.of(births, RateRatios.RISEN);
    double[] weights = new double[2 + issues.size()];
    Arrays.fill(weights, issues.isEmpty() ? 0 : OF_ISSUES / faults.population());
    weights[0] = IN_SUM;
    weights[1] = born == null ? 0 : OF_BIRTHS;
    List<Double> mixed = new ArrayList<>(inSum.size());
    for (int bin = 0; bin < inSum.size(); bin++) {
      double[] logs = new double[weights.length];
      Arrays.fill(logs, Double.NEGATIVE_INFINITY);
      logs[0] = inSum.get(bin);
      boolean look = isLook(errors.bins(), bin);
      if (born != null && births != null) {
        born.add(births.bins().get(bin));
        logs[1] = look ? born.logE() : logs[1];
      }
      for (int i = 0; i < issues.size(); i++) {
        issues.get(i).add(faults.issues().get(i).stream().bins().get(bin));
        logs[2 + i] = look ? issues.get(i).logE() : logs[2 + i];
      }
      mixed.add(LogMean.of(logs, weights));
    }
    return mixed;
  }

  /// The issues are looked at less and less often: what was not looked at counts as nothing, and a
  /// look that was once made is made again the next time.
  private static boolean isLook(List<Bin> bins, int bin) {
    int minute = bins.get(bin).minute();
    int every = minute < 60 ? 1 : minute < 240 ? 5 : 15;
    return bin == 0 || bins.get(bin - 1).minute() / every < minute / every;
  }

  /// The logarithm of the e-value after each bin.
  static List<Double> after(EProcess process, List<Bin> bins) {
    List<Double> evidence = new ArrayList<>(bins.size());
    for (Bin bin : bins) {
      process.add(bin);
      evidence.add(process.logE());
    }
    return evidence;
  }
}

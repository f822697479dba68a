package dev.suture.bench.watch;

import dev.suture.bench.watch.Detector.Kind;
import dev.suture.watch.BeforeAfter;
import dev.suture.watch.Bin;
import dev.suture.watch.LateOnset;
import dev.suture.watch.RateRatios;
import java.util.List;
import java.util.function.Function;

/// The watch, and what others do, on the same counts. All are written anew after their published
/// descriptions.
final class Peers {
  private static final int WEEK = 7 * Traffic.DAY;

  private Peers() {}

  static Kind watch(double alpha) {
    return kind(
        "the watch, alpha " + alpha,
        history -> {
          var baseline = history.baseline();
          var process = new LateOnset(() -> new BeforeAfter(RateRatios.RISEN_IN_SUM, 1, baseline));
          return (minute, errors) -> {
            process.add(Bin.alone(minute, errors, history.traffic().exposure(minute)));
            // A minute without errors is never evidence of more of them.
            return errors > 0 && process.alarms(alpha);
          };
        });
  }

  static List<Kind> others() {
    return List.of(
        kind("cumulative test, p < .01, each minute", Peers::repeated),
        kind("twice the last hour, 5 minutes", Peers::twiceTheHour),
        kind("+25 % on the same hour last week", Peers::lastWeek),
        kind("three sigma, 5 minutes on yesterday", Peers::threeSigma),
        kind("CUSUM for a doubling, threshold log 100", Peers::cusum),
        kind("Mann-Whitney judge, hourly", MannWhitney::open));
  }

  private static Kind kind(String name, Function<History, Detector> open) {
    return new Kind() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Detector open(History history) {
        return open.apply(history);
      }
    };
  }

  /// The normal approximation of a one-sided test of all errors since the deployment.
  private static Detector repeated(History history) {
    double rate = (double) history.sum(0, history.minutes().length) / history.minutes().length;
    long[] seen = {0};
    double[] exposure = {0};
    return (minute, errors) -> {
      seen[0] += errors;
      exposure[0] += history.traffic().exposure(minute);
      double expected = rate * exposure[0];
      return seen[0] > 3 && seen[0] > expected + 2.326 * Math.sqrt(expected);
    };
  }

  private static Detector twiceTheHour(History history) {
    Window last = new Window(5);
    double limit = 2.0 * history.last(60) / 12;
    return (_, errors) -> last.add(errors) && last.sum() > Math.max(limit, 1);
  }

  private static Detector lastWeek(History history) {
    Window hour = new Window(60);
    int start = history.minutes().length - WEEK;
    return (minute, errors) ->
        hour.add(errors) && hour.sum() > 1.25 * history.sum(start + Math.max(0, minute - 59), 60);
  }

  private static Detector threeSigma(History history) {
    Window last = new Window(5);
    int from = history.minutes().length - Traffic.DAY;
    double sum = 0;
    double squares = 0;
    int bins = Traffic.DAY / 5;
    for (int i = 0; i < bins; i++) {
      double count = history.sum(from + 5 * i, 5);
      sum += count;
      squares += count * count;
    }
    double mean = sum / bins;
    double limit = mean + 3 * Math.sqrt(squares / bins - mean * mean);
    return (_, errors) -> last.add(errors) && last.sum() > limit;
  }

  private static Detector cusum(History history) {
    double rate = (double) history.sum(0, history.minutes().length) / history.minutes().length;
    double[] sum = {0};
    return (minute, errors) -> {
      double expected = rate * history.traffic().exposure(minute);
      sum[0] = Math.max(0, sum[0] + errors * Math.log(2) - expected);
      return sum[0] > Math.log(100);
    };
  }

  /// The last few minutes.
  static final class Window {
    private final long[] counts;
    private int next;
    private long sum;

    Window(int length) {
      counts = new long[length];
    }

    /// @return whether the window is full
    boolean add(long errors) {
      int at = next++ % counts.length;
      sum += errors - counts[at];
      counts[at] = errors;
      return next >= counts.length;
    }

    long sum() {
      return sum;
    }
  }
}

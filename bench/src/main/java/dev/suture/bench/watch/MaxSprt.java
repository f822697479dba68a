package dev.suture.bench.watch;

/// Kulldorff's maximised sequential probability ratio test for Poisson counts with continuous
/// looks, by exact recursion over the number of events.
///
/// With n events the test signals while fewer than t(n) were expected; so the path that has not
/// signalled has its n-th event behind t(n).
final class MaxSprt {
  private static final int MOST_EVENTS = 200;

  private MaxSprt() {}

  record Performance(double power, double timeToSignal) {}

  /// The critical value at which a clean stream of so many expected events ever signals with
  /// probability alpha.
  static double critical(double horizon, double alpha) {
    double low = 1;
    double high = 10;
    while (high - low > 1e-10) {
      double middle = (low + high) / 2;
      if (performance(horizon, middle, 1).power() > alpha) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// The largest expected count at which n events still signal: n log(n / t) - n + t = c.
  private static double bound(int events, double critical) {
    double low = 0;
    double high = events;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      double statistic = middle == 0 ? 1e9 : events * Math.log(events / middle) - events + middle;
      if (statistic > critical) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// @param ratio the true rate over the expected one
  static Performance performance(double horizon, double critical, double ratio) {
    double[] bounds = new double[MOST_EVENTS + 1];
    for (int n = 1; n <= MOST_EVENTS; n++) {
      bounds[n] = Math.min(horizon, bound(n, critical));
    }
    // alive[k]: no signal so far and k events at the time of the last bound.
    double[] alive = new double[MOST_EVENTS + 1];
    alive[0] = 1;
    double power = 0;
    double time = 0;
    double now = 0;
    for (int n = 1; n <= MOST_EVENTS && now < horizon; n++) {
      double next = bounds[n];
      double span = ratio * (next - now);
      double[] after = new double[MOST_EVENTS + 1];
      for (int k = 0; k < n; k++) {
        if (alive[k] == 0) {
          continue;
        }
        // In this stretch the n-th event signals at once, so at most n - 1 may be there at its end.
        double within = 0;
        for (int more = 0; k + more < n; more++) {
          double chance = poisson(span, more);
          after[k + more] += alive[k] * chance;
          within += chance;
        }
        double signals = alive[k] * (1 - within);
        power += signals;
        time += alive[k] * momentOfSignal(now, span, n - k, ratio);
      }
      alive = after;
      now = next;
    }
    return new Performance(power, time / power);
  }

  /// The part of the mean time that signals by the j-th next event within the stretch contribute.
  private static double momentOfSignal(double from, double span, int events, double ratio) {
    double tail = 1;
    double longer = 1;
    for (int i = 0; i < events; i++) {
      tail -= poisson(span, i);
      longer -= poisson(span, i);
    }
    longer -= poisson(span, events);
    // The mean of a gamma time cut at the span: j P(N > j) / ratio.
    return from * tail + events * longer / ratio;
  }

  private static double poisson(double mean, int count) {
    if (mean == 0) {
      return count == 0 ? 1 : 0;
    }
    double log = -mean + count * Math.log(mean);
    for (int i = 2; i <= count; i++) {
      log -= Math.log(i);
    }
    return Math.exp(log);
  }
}

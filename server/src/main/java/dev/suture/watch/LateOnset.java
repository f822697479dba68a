package dev.suture.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A mixture of e-processes that start at different times after the deployment, so that a fault
/// which sets in hours later does not have to make up for every clean hour before it. One that has
/// not started yet is worth 1.
public final class LateOnset implements EProcess {
  /// Minutes after the deployment: as a start is never more than twice too early, a fault is
  /// diluted by no more clean time than the deployment's age.
  private static final int[] STARTS = {0, 30, 120, 240, 480, 960};

  /// A late start pays the logarithm of its weight once, in minutes; the deployment's own start
  /// would pay for theirs with each fault.
  private static final double[] WEIGHTS = {.95, .01, .01, .01, .01, .01};

  private final List<EProcess> processes = new ArrayList<>();

  /// @param fresh makes one process, each time from nothing
  public LateOnset(Supplier<EProcess> fresh) {
    for (int i = 0; i < STARTS.length; i++) {
      processes.add(fresh.get());
    }
  }

  @Override
  public void add(Bin bin) {
    for (int i = 0; i < STARTS.length; i++) {
      if (bin.minute() >= STARTS[i]) {
        processes.get(i).add(bin);
      }
    }
  }

  @Override
  public double logE() {
    double[] logs = processes.stream().mapToDouble(EProcess::logE).toArray();
    return LogMean.of(logs, WEIGHTS);
  }
}

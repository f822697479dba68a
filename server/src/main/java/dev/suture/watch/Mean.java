package dev.suture.watch;

import java.util.Arrays;
import java.util.List;

/// The arithmetic mean of e-processes over the same deployment, which is one again however they
/// depend on each other.
public final class Mean implements EProcess {
  private final List<EProcess> processes;
  private final double[] weights;

  public Mean(List<EProcess> processes) {
    this.processes = List.copyOf(processes);
    this.weights = new double[processes.size()];
    Arrays.fill(weights, 1.0 / processes.size());
  }

  @Override
  public void add(Bin bin) {
    processes.forEach(process -> process.add(bin));
  }

  @Override
  public double logE() {
    return LogMean.of(processes.stream().mapToDouble(EProcess::logE).toArray(), weights);
  }
}

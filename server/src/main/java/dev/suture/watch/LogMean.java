package dev.suture.watch;

/// Weighted means of numbers that are given, and wanted, as logarithms.
final class LogMean {
  private LogMean() {}

  /// @param weights positive, their sum is 1
  static double of(double[] logs, double[] weights) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      largest = Math.max(largest, log);
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += weights[i] * Math.exp(logs[i] - largest);
    }
    return largest + Math.log(sum);
  }
}

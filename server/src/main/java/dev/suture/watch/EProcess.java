package dev.suture.watch;

/// Evidence against "the rate has not risen" that may be looked at after every bin.
///
/// Its value is at most 1 in expectation at every stopping time while the hypothesis holds, so by
/// Ville's inequality it ever reaches 1/alpha with probability alpha at the most.
public sealed interface EProcess
    permits ConcurrentArms, BeforeAfter, DueBeats, KnownRate, LateOnset, Mean {
  /// Takes the counts of the next stretch of time.
  void add(Bin bin);

  /// The logarithm of the e-value so far; 0 before there is evidence of any kind.
  double logE();

  /// @param alpha how often a harmless deployment may ever be flagged during its watch
  default boolean alarms(double alpha) {
    return logE() >= Math.log(1 / alpha);
  }
}

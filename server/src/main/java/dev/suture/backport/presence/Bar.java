package dev.suture.backport.presence;

/// How alike two changes must be to pass for the same fix.
final class Bar {
  static final double PASS = 1;

  private Bar() {}

  static boolean passes(Match match) {
    return score(match) >= PASS;
  }

  /// One or more passes.
  static double score(Match match) {
    double both = match.dice() / .5;
    double part = match.weight() >= 2.5 ? match.covered() / .7 : 0;
    double sources = match.source() >= 0 && match.weight() >= 2 ? match.source() / .75 : 0;
    return Math.max(both, Math.max(part, sources));
  }
}

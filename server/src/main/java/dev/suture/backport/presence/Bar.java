package dev.suture.backport.presence;

/// How alike two changes must be to pass for the same fix.
final class Bar {
  static final double PASS = 1;

  /// Below it nothing is worth a second look.
  static final double LEAST = .3;

  private Bar() {}

  /// What takes the same lines and brings nothing of what the fix brings is another change of them.
  static boolean passes(Match match) {
    return match.added() != 0 && score(match) >= PASS;
  }

  /// One or more passes.
  static double score(Match match) {
    double both = match.dice() / .5;
    double whole = match.weight() >= 2 ? match.covered() / .75 : 0;
    double part = match.weight() >= 3 && match.exact() > 0 ? match.filled() / .85 : 0;
    double sources = match.source() >= 0 && match.weight() >= 2 ? match.source() / .8 : 0;
    return Math.max(Math.max(both, part), Math.max(Math.max(whole, sources), entire(match)));
  }

  /// A small fix that is there to the last line, or its sources without its tests.
  private static double entire(Match match) {
    boolean all = match.most() >= .97 && match.exact() > 0;
    double enough = match.filled() >= .95 ? .7 : 1.1;
    return all && match.weight() >= enough ? PASS : 0;
  }
}

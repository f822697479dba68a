package dev.suture.health;

/// How many sessions there were and how they went. A session is in one of the other numbers at
/// most; the rest were healthy.
///
/// @param errored met an error and went on
/// @param unhandled met an error that nobody caught and went on
/// @param crashed ended by an error
/// @param abnormal ended without a word
public record Tally(long sessions, long errored, long unhandled, long crashed, long abnormal) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(
        sessions + other.sessions,
        errored + other.errored,
        unhandled + other.unhandled,
        crashed + other.crashed,
        abnormal + other.abnormal);
  }

  public Tally minus(Tally other) {
    return new Tally(
        sessions - other.sessions,
        errored - other.errored,
        unhandled - other.unhandled,
        crashed - other.crashed,
        abnormal - other.abnormal);
  }

  public long healthy() {
    return Math.max(0, sessions - errored - unhandled - crashed - abnormal);
  }

  /// Share of the sessions that did not crash, from 0 to 1; of none at all none crashed.
  public double crashFree() {
    return share(crashed, sessions);
  }

  /// What is left of a whole without a part of it, from 0 to 1 whatever the numbers say.
  public static double share(long part, long whole) {
    return whole <= 0 ? 1 : 1 - Math.clamp((double) part / whole, 0.0, 1.0);
  }
}

package dev.suture.ingest;

import java.time.Instant;
import java.util.List;

/// Counts how things ended, so that loss is visible.
public interface OutcomeStore {
  /// @param category what it was: `event`, `capture`, `session` ...
  void count(long project, String category, Outcome outcome, long times);

  List<Tally> tallies();

  /// What ended in the hours from one instant until before another, in the order of time.
  List<HourTally> hours(long project, Instant from, Instant to);

  /// Forgets by the hour what is older; the sums stay.
  void forgetBefore(Instant instant);

  /// @param hour in which it ended
  record HourTally(
      long project, Instant hour, String category, String outcome, String reason, long count) {}

  record Tally(long project, String category, String outcome, String reason, long count) {}
}

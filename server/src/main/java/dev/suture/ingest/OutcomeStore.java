package dev.suture.ingest;

import java.util.List;

/// Counts how things ended, so that loss is visible.
public interface OutcomeStore {
  /// @param category what it was: `event`, `capture`, `session` ...
  void count(long project, String category, Outcome outcome, long times);

  List<Tally> tallies();

  record Tally(long project, String category, String outcome, String reason, long count) {}
}

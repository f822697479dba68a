package dev.suture.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts what the doors refused, in memory until the next flush: a sender of rubbish must not cost
/// a transaction a request, and on a full disk nothing can be written at all. A crash loses the
/// counts since the last flush, never a thing that was kept.
public final class Refusals {
  private final Map<Place, Long> counts = new ConcurrentHashMap<>();

  private record Place(long project, String category, Outcome outcome) {}

  void count(long project, Outcome outcome) {
    count(project, "envelope", outcome, 1);
  }

  void count(long project, String category, Outcome outcome, long times) {
    counts.merge(new Place(project, category, outcome), times, Long::sum);
  }

  /// Moves the counts into the store; what the store does not take stays for the next time.
  public void flush(OutcomeStore store) {
    for (Place place : counts.keySet()) {
      Long count = counts.remove(place);
      if (count == null) {
        continue;
      }
      try {
        store.count(place.project(), place.category(), place.outcome(), count);
      } catch (RuntimeException failure) {
        counts.merge(place, count, Long::sum);
        throw failure;
      }
    }
  }
}

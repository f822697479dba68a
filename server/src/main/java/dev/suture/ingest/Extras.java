package dev.suture.ingest;

import dev.suture.event.Event;
import dev.suture.health.HealthStore;
import dev.suture.health.HealthStore.Seen;
import dev.suture.health.Place;
import dev.suture.health.SessionCounts;
import dev.suture.health.SessionUpdate;
import dev.suture.ingest.Decoder.Decoded;
import dev.suture.ingest.Decoder.Dropped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Records what a batch brought besides its events, in the same transaction.
public final class Extras {
  /// How long ago a session may have begun of which something is said.
  private static final Duration OPEN = Duration.ofDays(5);

  private final Stores stores;

  /// Where it goes.
  public record Stores(HealthStore health) {}

  public Extras(Stores stores) {
    this.stores = stores;
  }

  /// Counts how the things of a project ended.
  interface Ends {
    void add(long project, Dropped end);
  }

  /// What one project brought in this batch.
  private static final class Sorted {
    private final List<SessionUpdate> updates = new ArrayList<>();
    private final List<SessionCounts> counts = new ArrayList<>();
    private Instant newest = Instant.EPOCH;
  }

  void record(List<Draft> drafts, Ends ends) {
    Map<Long, Sorted> projects = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      Decoded decoded = draft.decoded();
      if (decoded == null || decoded.extras().isEmpty()) {
        continue;
      }
      Arrival arrival = draft.queued().arrival();
      Sorted sorted = projects.computeIfAbsent(arrival.project(), _ -> new Sorted());
      sorted.newest =
          arrival.received().isAfter(sorted.newest) ? arrival.received() : sorted.newest;
      for (Extra extra : decoded.extras()) {
        sort(extra, arrival, sorted, ends);
      }
    }
    projects.forEach((project, sorted) -> write(project, sorted, ends));
  }

  private static void sort(Extra extra, Arrival arrival, Sorted sorted, Ends ends) {
    boolean kept =
        switch (extra) {
          case Extra.OneSession(SessionUpdate update) ->
              isOpen(update.started(), arrival) && sorted.updates.add(update);
          case Extra.ManySessions(SessionCounts counts) ->
              isOpen(counts.started(), arrival) && sorted.counts.add(counts);
        };
    Outcome outcome = kept ? new Outcome.Stored() : new Outcome.Filtered("too old");
    ends.add(arrival.project(), new Dropped(extra.category(), outcome, extra.times()));
  }

  private static boolean isOpen(Instant started, Arrival arrival) {
    return Duration.between(started, arrival.received()).compareTo(OPEN) <= 0;
  }

  private void write(long project, Sorted sorted, Ends ends) {
    if (!sorted.updates.isEmpty() || !sorted.counts.isEmpty()) {
      long refused = stores.health().record(project, sorted.updates, sorted.counts, sorted.newest);
      if (refused > 0) {
        Outcome outcome = new Outcome.Limited("too many releases");
        ends.add(project, new Dropped("session", outcome, refused));
      }
    }
  }

  /// Notes the releases of events that are stored.
  void met(List<Event> events) {
    Map<Long, List<Seen>> seen = new LinkedHashMap<>();
    for (Event event : events) {
      String release = event.release();
      if (release != null) {
        Place place = Place.of(release, event.environment());
        seen.computeIfAbsent(event.project(), _ -> new ArrayList<>())
            .add(new Seen(place, event.at(), event.at(), 1));
      }
    }
    seen.forEach(stores.health()::note);
  }
}

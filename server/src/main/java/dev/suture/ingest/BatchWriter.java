package dev.suture.ingest;

import dev.suture.capture.Capture;
import dev.suture.event.Event;
import dev.suture.ingest.Decoder.Dropped;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.IssueStore.Recorded;
import dev.suture.issue.IssueStore.Sighting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records what is prepared, with its outcomes and the queue's position, in one transaction.
final class BatchWriter {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

  private final Digest.Stores stores;
  private final Preparation preparation;

  BatchWriter(Digest.Stores stores, Preparation preparation) {
    this.stores = stores;
    this.preparation = preparation;
  }

  /// Records the batch whole, or one by one when that fails, so that one arrival the stores cannot
  /// take does not hold up the others. Called again with the same batch it goes on where it was.
  ///
  /// @throws Ledger.Unavailable when storage is the trouble
  void keep(List<Prepared> batch) {
    long known = stores.ledger().position();
    List<Draft> drafts = new ArrayList<>(batch.size());
    for (Prepared prepared : batch) {
      if (prepared.position() > known) {
        drafts.addAll(prepared.drafts());
      }
    }
    if (drafts.isEmpty()) {
      return;
    }
    try {
      record(drafts, drafts.getLast().queued().position());
    } catch (Ledger.Unavailable trouble) {
      throw trouble;
    } catch (RuntimeException whole) {
      LOG.warn("a batch of {} is recorded one by one: {}", drafts.size(), whole.toString());
      for (int i = 0; i < drafts.size(); i++) {
        long position = drafts.get(i).queued().position();
        boolean more = i + 1 < drafts.size() && drafts.get(i + 1).queued().position() == position;
        keepAlone(drafts.get(i), more ? position - 1 : position);
      }
    }
  }

  /// @param position to keep with it: behind an arrival only when it was the arrival's last event
  private void keepAlone(Draft draft, long position) {
    try {
      record(List.of(draft), position);
    } catch (Ledger.Unavailable trouble) {
      throw trouble;
    } catch (RuntimeException failure) {
      record(List.of(draft.spoilt(new Outcome.Invalid("failed in record"))), position);
      preparation.spoil(draft, "failed in record", failure);
    }
  }

  private void record(List<Draft> drafts, long position) {
    List<Draft> repeated = new ArrayList<>();
    List<Event> counted = new ArrayList<>();
    stores
        .ledger()
        .keep(
            position,
            () -> {
              Tallies tallies = new Tallies();
              repeated.addAll(recordEvents(drafts, tallies, counted));
              repeated.addAll(stores.extras().record(drafts, tallies::add));
              drafts.forEach(tallies::addEnded);
              tallies.count(stores.outcomes());
            });
    stores.counted().accept(counted);
    repeated.forEach(this::discard);
  }

  /// @param fresh gets the events that were not known
  /// @return the drafts of events that were known already
  private List<Draft> recordEvents(List<Draft> drafts, Tallies tallies, List<Event> fresh) {
    List<Draft> whole = new ArrayList<>(drafts.size());
    List<Sighting> sightings = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      Event event = draft.event();
      Fingerprint fingerprint = draft.fingerprint();
      if (event != null && fingerprint != null) {
        whole.add(draft);
        sightings.add(new Sighting(event, fingerprint, isCapture(draft), draft.facets()));
      }
    }
    List<Draft> repeated = new ArrayList<>();
    List<Recorded> recorded = sightings.isEmpty() ? List.of() : stores.issues().record(sightings);
    for (int i = 0; i < recorded.size(); i++) {
      Event event = sightings.get(i).event();
      switch (recorded.get(i)) {
        case Recorded.Repeated _ -> {
          tallies.add(event.project(), "event", new Outcome.Filtered("duplicate"));
          repeated.add(whole.get(i));
        }
        case Recorded.Counted(String issue, boolean _) -> {
          tallies.add(event.project(), "event", new Outcome.Stored());
          fresh.add(event);
          if (sightings.get(i).captured()) {
            stores.captures().put(capture(event, whole.get(i), issue));
            tallies.add(event.project(), "capture", new Outcome.Stored());
          }
        }
      }
    }
    stores.extras().met(fresh);
    return repeated;
  }

  /// An event that is known keeps the files it came with first.
  private void discard(Draft draft) {
    try {
      stores.files().discard(draft.parts());
    } catch (IOException left) {
      LOG.warn("files of a repeated event stay behind: {}", left.toString());
    }
  }

  private static boolean isCapture(Draft draft) {
    Event event = draft.event();
    return event != null && (event.report() != null || !draft.parts().isEmpty());
  }

  private static Capture capture(Event event, Draft draft, String issue) {
    Event.Report report = event.report();
    return new Capture(
        event.id(),
        event.project(),
        issue,
        report == null ? null : report.title(),
        report == null ? null : report.note(),
        event.at(),
        event.received(),
        event.sdk().name(),
        draft.parts());
  }

  /// Outcomes of one batch, added up before they are written.
  private static final class Tallies {
    private final Map<Tally, Long> counts = new HashMap<>();

    private record Tally(long project, String category, Outcome outcome) {}

    void add(long project, String category, Outcome outcome) {
      counts.merge(new Tally(project, category, outcome), 1L, Long::sum);
    }

    void add(long project, Dropped end) {
      counts.merge(new Tally(project, end.category(), end.outcome()), end.times(), Long::sum);
    }

    void addEnded(Draft draft) {
      long project = draft.queued().arrival().project();
      draft.ended().forEach(end -> add(project, end));
      if (draft.event() == null && draft.ended().isEmpty() && !draft.hasExtras()) {
        add(project, "envelope", new Outcome.Filtered("empty"));
      }
    }

    void count(OutcomeStore store) {
      counts.forEach(
          (tally, times) -> store.count(tally.project(), tally.category(), tally.outcome(), times));
    }
  }
}

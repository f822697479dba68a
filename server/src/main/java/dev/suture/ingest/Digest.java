package dev.suture.ingest;

import dev.suture.capture.Capture;
import dev.suture.capture.CaptureStore;
import dev.suture.capture.PartFiles;
import dev.suture.event.Event;
import dev.suture.ingest.Decoder.Dropped;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Queue.Queued;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.IssueStore;
import dev.suture.issue.IssueStore.Sighting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The worker behind the queue: takes what arrived, runs the steps, records micro-batches. Nothing
/// that arrives stops it; trouble with storage makes it wait.
public final class Digest implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Digest.class);
  private static final int BATCH = 200;
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Queue queue;
  private final Steps steps;
  private final Stores stores;
  private final Spoilt spoilt;
  private final Thread worker;
  private volatile boolean closed;

  /// What a batch is recorded in.
  public record Stores(
      Ledger ledger,
      IssueStore issues,
      CaptureStore captures,
      PartFiles files,
      Extras extras,
      OutcomeStore outcomes) {}

  public Digest(Queue queue, Steps steps, Stores stores, Spoilt spoilt) {
    this.queue = queue;
    this.steps = steps;
    this.stores = stores;
    this.spoilt = spoilt;
    this.worker = Thread.ofPlatform().name("digest").daemon().unstarted(this::run);
  }

  public void start() {
    worker.start();
  }

  public boolean running() {
    return worker.isAlive();
  }

  private void run() {
    Duration pause = Duration.ofMillis(100);
    List<Queued> waiting = List.of();
    while (!closed) {
      try {
        if (waiting.isEmpty()) {
          waiting = queue.take(BATCH, WAIT);
        }
        if (!waiting.isEmpty()) {
          digest(waiting);
          waiting = List.of();
        }
        pause = Duration.ofMillis(100);
      } catch (InterruptedException stop) {
        return;
      } catch (IOException | RuntimeException trouble) {
        LOG.error("digesting waits {} for storage: {}", pause, trouble.toString());
        pause = sleep(pause);
      }
    }
  }

  private static Duration sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private void digest(List<Queued> taken) throws IOException {
    long known = stores.ledger().position();
    List<Draft> drafts = new ArrayList<>(taken.size());
    for (Queued queued : taken) {
      if (queued.position() > known) {
        drafts.addAll(drafts(queued));
      }
      if (drafts.size() >= BATCH) {
        keep(drafts);
        drafts.clear();
      }
    }
    if (!drafts.isEmpty()) {
      keep(drafts);
    }
    queue.digested(taken.getLast().position());
  }

  private List<Draft> drafts(Queued queued) throws IOException {
    Draft arrived = Draft.of(queued);
    List<Draft> drafts = new ArrayList<>();
    try {
      for (Draft draft : steps.decode(arrived)) {
        drafts.add(run(draft));
      }
    } catch (Malformed malformed) {
      LOG.info("arrival {} is malformed: {}", queued.position(), malformed.getMessage());
      drafts.add(arrived.spoilt(new Outcome.Invalid("malformed")));
    } catch (Steps.Failed failed) {
      drafts.add(spoil(arrived, String.valueOf(failed.getMessage()), failed));
    }
    return drafts;
  }

  private Draft run(Draft draft) throws IOException {
    try {
      return steps.run(draft);
    } catch (Steps.Failed failed) {
      return spoil(draft, String.valueOf(failed.getMessage()), failed);
    }
  }

  private Draft spoil(Draft draft, String reason, Exception failure) {
    String id = Integer.toHexString(ThreadLocalRandom.current().nextInt() | 0x10000000);
    LOG.error("error {}: arrival {} {}", id, draft.queued().position(), reason, failure);
    spoilt.keep(draft.queued(), id);
    return draft.spoilt(new Outcome.Invalid(reason));
  }

  /// Records the batch whole, or one by one when that fails, so that one arrival the stores cannot
  /// take does not hold up the others. When storage is the trouble the batch comes again.
  private void keep(List<Draft> drafts) {
    try {
      record(drafts, drafts.getLast().queued().position());
    } catch (Ledger.Unavailable trouble) {
      throw trouble;
    } catch (RuntimeException batch) {
      LOG.warn("a batch of {} is recorded one by one: {}", drafts.size(), batch.toString());
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
      spoil(draft, "failed in record", failure);
    }
  }

  private void record(List<Draft> drafts, long position) {
    List<Draft> repeated = new ArrayList<>();
    stores
        .ledger()
        .keep(
            position,
            () -> {
              Tallies tallies = new Tallies();
              repeated.addAll(recordEvents(drafts, tallies));
              stores.extras().record(drafts, tallies::add);
              drafts.forEach(tallies::addEnded);
              tallies.count(stores.outcomes());
            });
    repeated.forEach(this::discard);
  }

  /// @return the drafts of events that are known already
  private List<Draft> recordEvents(List<Draft> drafts, Tallies tallies) {
    List<Draft> repeated = new ArrayList<>();
    List<Draft> fresh = new ArrayList<>();
    List<Sighting> sightings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Draft draft : drafts) {
      Event event = draft.event();
      Fingerprint fingerprint = draft.fingerprint();
      if (event == null || fingerprint == null) {
        continue;
      }
      boolean again =
          !seen.add(event.project() + " " + event.id())
              || stores.issues().issueOf(event.project(), event.id()).isPresent();
      if (again) {
        tallies.add(event.project(), "event", new Outcome.Filtered("duplicate"));
        repeated.add(draft);
      } else {
        tallies.add(event.project(), "event", new Outcome.Stored());
        fresh.add(draft);
        sightings.add(new Sighting(event, fingerprint, isCapture(draft)));
      }
    }
    List<String> issues = sightings.isEmpty() ? List.of() : stores.issues().record(sightings);
    stores.extras().met(sightings.stream().map(Sighting::event).toList());
    for (int i = 0; i < fresh.size(); i++) {
      if (sightings.get(i).captured()) {
        Event event = sightings.get(i).event();
        stores.captures().put(capture(event, fresh.get(i), issues.get(i)));
        tallies.add(event.project(), "capture", new Outcome.Stored());
      }
    }
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

  /// Lets the batch at hand end.
  @Override
  public void close() {
    closed = true;
    try {
      if (!worker.join(Duration.ofSeconds(10))) {
        worker.interrupt();
      }
    } catch (InterruptedException stop) {
      worker.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}

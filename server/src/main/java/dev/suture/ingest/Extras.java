package dev.suture.ingest;

import dev.suture.capture.Capture;
import dev.suture.capture.CaptureStore;
import dev.suture.capture.JoinedReplays;
import dev.suture.capture.Part;
import dev.suture.capture.ReplayStore;
import dev.suture.capture.ReplayStore.Piece;
import dev.suture.capture.ReplayStore.Shown;
import dev.suture.event.Event;
import dev.suture.event.EventId;
import dev.suture.feedback.Feedback;
import dev.suture.feedback.FeedbackStore;
import dev.suture.health.HealthStore;
import dev.suture.health.HealthStore.Seen;
import dev.suture.health.Place;
import dev.suture.health.SessionCounts;
import dev.suture.health.SessionUpdate;
import dev.suture.ingest.Decoder.Decoded;
import dev.suture.ingest.Decoder.Dropped;
import dev.suture.issue.IssueStore;
import dev.suture.monitor.MonitorStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Records what a batch brought besides its events, in the same transaction.
public final class Extras {
  /// How long ago a session may have begun of which something is said.
  private static final Duration OPEN = Duration.ofDays(5);

  private static final String REPLAY = "replay.json";
  private static final int MOST_PARTS = 100;

  private final Stores stores;

  /// Where it goes.
  public record Stores(
      HealthStore health,
      FeedbackStore feedback,
      MonitorStore monitors,
      ReplayStore replays,
      CaptureStore captures,
      IssueStore issues) {}

  public Extras(Stores stores) {
    this.stores = stores;
  }

  /// Counts how the things of a project ended.
  interface Ends {
    void add(long project, Dropped end);
  }

  private record Replay(long project, String id) {}

  /// What one project brought in this batch.
  private static final class Sessions {
    private final List<SessionUpdate> updates = new ArrayList<>();
    private final List<SessionCounts> counts = new ArrayList<>();
    private Instant newest = Instant.EPOCH;

    boolean add(SessionUpdate update, Arrival arrival) {
      return isOpen(update.started(), arrival) && updates.add(update);
    }

    boolean add(SessionCounts more, Arrival arrival) {
      return isOpen(more.started(), arrival) && counts.add(more);
    }

    private boolean isOpen(Instant started, Arrival arrival) {
      newest = arrival.received().isAfter(newest) ? arrival.received() : newest;
      return Duration.between(started, arrival.received()).compareTo(OPEN) <= 0;
    }
  }

  /// Call it when the events of the batch are recorded.
  ///
  /// @return the drafts whose files nothing that is stored names
  List<Draft> record(List<Draft> drafts, Ends ends) {
    Map<Long, Sessions> sessions = new LinkedHashMap<>();
    Set<Replay> replays = new LinkedHashSet<>();
    List<Draft> unwanted = new ArrayList<>();
    for (Draft draft : drafts) {
      Decoded decoded = draft.decoded();
      long project = draft.queued().arrival().project();
      for (Extra extra : decoded == null ? List.<Extra>of() : decoded.extras()) {
        Sessions ofProject = sessions.computeIfAbsent(project, _ -> new Sessions());
        Outcome outcome = record(extra, draft, ofProject);
        ends.add(project, new Dropped(extra.category(), outcome, extra.times()));
        if (extra instanceof Extra.ReplayPiece piece) {
          replays.add(new Replay(project, piece.replay()));
        }
        boolean took = extra.folder(project) != null && draft.event() == null;
        if (took && !(outcome instanceof Outcome.Stored)) {
          unwanted.add(draft);
        }
      }
    }
    sessions.forEach((project, sorted) -> write(project, sorted, ends));
    replays.forEach(this::tie);
    return unwanted;
  }

  private Outcome record(Extra extra, Draft draft, Sessions sessions) {
    Arrival arrival = draft.queued().arrival();
    long project = arrival.project();
    return switch (extra) {
      case Extra.OneSession(SessionUpdate update) ->
          outcome(sessions.add(update, arrival), "too old");
      case Extra.ManySessions(SessionCounts counts) ->
          outcome(sessions.add(counts, arrival), "too old");
      case Extra.Comment(Feedback feedback) ->
          outcome(
              stores
                  .feedback()
                  .add(
                      project,
                      draft.event() == null ? feedback.withFiles(draft.parts()) : feedback),
              "duplicate");
      case Extra.JobWord job ->
          stores.monitors().checkIn(project, job.checkIn())
              ? new Outcome.Stored()
              : new Outcome.Limited("too many monitors");
      case Extra.ReplayPiece piece -> record(piece, project, draft.parts());
      case Extra.LateFiles late -> outcome(add(project, late.event(), draft.parts()), "no event");
    };
  }

  private static Outcome outcome(boolean kept, String otherwise) {
    return kept ? new Outcome.Stored() : new Outcome.Filtered(otherwise);
  }

  private Outcome record(Extra.ReplayPiece piece, long project, List<Part> parts) {
    for (Part part : parts) {
      if (part.name().equals(REPLAY)
          && !stores
              .replays()
              .add(project, piece.replay(), new Piece(piece.number(), part.blob(), part.bytes()))) {
        return new Outcome.Limited("replay too large");
      }
    }
    stores.replays().link(project, piece.replay(), piece.events());
    return new Outcome.Stored();
  }

  /// Shows a replay at the events that it was recorded around.
  private void tie(Replay replay) {
    for (Shown shown : stores.replays().untied(replay.project(), replay.id())) {
      String key = JoinedReplays.key(replay.project(), replay.id());
      long bytes =
          stores.replays().pieces(replay.project(), replay.id()).stream()
              .mapToLong(Piece::bytes)
              .sum();
      add(
          replay.project(),
          shown.event(),
          List.of(new Part(REPLAY, "application/json", bytes, key)));
    }
  }

  /// Adds parts to what was captured of an event that is stored.
  ///
  /// @return whether it is
  private boolean add(long project, String event, List<Part> parts) {
    Optional<String> issue = stores.issues().issueOf(project, event);
    Optional<Event> kept =
        issue.isPresent() ? stores.issues().event(project, event) : Optional.empty();
    if (kept.isEmpty()) {
      return false;
    }
    Capture before =
        stores
            .captures()
            .find(event)
            .filter(capture -> capture.project() == project)
            .orElseGet(() -> capture(kept.get(), issue.get()));
    List<Part> all = new ArrayList<>(before.parts());
    for (Part part : parts) {
      if (all.size() < MOST_PARTS && before.part(part.name()).isEmpty()) {
        all.add(part);
      }
    }
    stores.captures().put(before.withParts(all));
    stores.replays().captured(project, event);
    return true;
  }

  private static Capture capture(Event event, String issue) {
    return new Capture(
        event.id(),
        event.project(),
        issue,
        null,
        null,
        event.at(),
        event.received(),
        event.sdk().name(),
        List.of());
  }

  private void write(long project, Sessions sorted, Ends ends) {
    if (sorted.updates.isEmpty() && sorted.counts.isEmpty()) {
      return;
    }
    long refused = stores.health().record(project, sorted.updates, sorted.counts, sorted.newest);
    if (refused > 0) {
      Outcome outcome = new Outcome.Limited("too many releases");
      ends.add(project, new Dropped("session", outcome, refused));
    }
  }

  /// Notes the releases and the replays that events name which were stored just now.
  void met(List<Event> events) {
    Map<Long, List<Seen>> seen = new LinkedHashMap<>();
    Set<Replay> replays = new LinkedHashSet<>();
    for (Event event : events) {
      String release = event.release();
      if (release != null) {
        Place place = Place.of(release, event.environment());
        seen.computeIfAbsent(event.project(), _ -> new ArrayList<>())
            .add(new Seen(place, event.at(), event.at(), 1));
      }
      replayOf(event)
          .ifPresent(
              replay -> {
                stores.replays().link(event.project(), replay, List.of(event.id()));
                replays.add(new Replay(event.project(), replay));
              });
    }
    seen.forEach(stores.health()::note);
    replays.forEach(this::tie);
  }

  private static Optional<String> replayOf(Event event) {
    String fact = event.details().fact("replay", "replay_id");
    String named = fact == null ? event.tags().get("replayId") : fact;
    return named == null ? Optional.empty() : EventId.parse(named);
  }
}

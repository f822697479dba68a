package dev.suture.store;

import dev.suture.health.HealthStore.Seen;
import dev.suture.health.Place;
import dev.suture.health.Session;
import dev.suture.health.SessionCounts;
import dev.suture.health.SessionUpdate;
import dev.suture.health.SessionUpdate.Status;
import dev.suture.health.Tally;
import dev.suture.store.UserSketch.Precision;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Sessions of one batch and project on their way into the tables, within one transaction: read
/// what is known, fold in memory, write each row once.
final class HealthRecording {
  static final long HOUR = Duration.ofHours(1).toMillis() * 1000;
  static final long MINUTE = Duration.ofMinutes(1).toMillis() * 1000;
  private static final long DAY = 24 * HOUR;

  /// How long a session may still change, and one day for good measure.
  private static final long OPEN = 6 * DAY;

  /// Whoever has the key of a page may invent releases.
  private static final int PLACES_AN_HOUR = 1_000;

  private final Handle handle;
  private final long project;
  private final byte[] salt;
  private final long now;
  private final Map<String, Session> known = new HashMap<>();
  private final Map<String, Session> changed = new LinkedHashMap<>();
  private final Map<Cell, Change> hours = new LinkedHashMap<>();
  private final Map<Cell, Tally> minutes = new LinkedHashMap<>();
  private final Map<Long, Long> placesOfHour = new HashMap<>();
  private long refused;

  private record Cell(long time, Place place) {}

  /// What one hour becomes.
  ///
  /// @param room whether there is a row, or may be one more
  private record Change(Tally[] tally, UserSketch users, UserSketch crashed, boolean room) {}

  HealthRecording(Handle handle, long project, Instant now) {
    this.handle = handle;
    this.project = project;
    this.now = Database.micros(now);
    this.salt =
        handle
            .select("SELECT salt FROM project WHERE id = ?", project)
            .map((row, _) -> row.getBytes(1))
            .findOne()
            .orElseThrow(() -> new IllegalArgumentException("there is no project " + project));
  }

  /// @return how many sessions found no room
  long record(List<SessionUpdate> updates, List<SessionCounts> counts) {
    readKnown(updates);
    updates.forEach(this::fold);
    counts.forEach(this::count);
    writeSessions();
    writeHours();
    writeMinutes();
    writeSeen();
    handle.execute("DELETE FROM session WHERE started < ?", now - OPEN);
    handle.execute(
        "DELETE FROM health_minute WHERE project = ? AND minute < ?",
        project,
        (now - DAY) / MINUTE);
    return refused;
  }

  private void readKnown(List<SessionUpdate> updates) {
    List<String> ids = updates.stream().map(SessionUpdate::session).distinct().toList();
    if (ids.isEmpty()) {
      return;
    }
    handle
        .createQuery("SELECT * FROM session WHERE project = :project AND id IN (<ids>)")
        .bind("project", project)
        .bindList("ids", ids)
        .map(
            (row, _) ->
                new Session(
                    row.getString("id"),
                    Database.instant(row.getLong("started")),
                    new Place(row.getString("release"), row.getString("environment")),
                    row.getLong("sequence"),
                    Status.valueOf(row.getString("status")),
                    row.getLong("errors")))
        .forEach(session -> known.put(session.id(), session));
  }

  private void fold(SessionUpdate update) {
    Session before = known.get(update.session());
    Session after = Session.fold(before, update);
    Cell hour = cell(after.started(), after.place(), HOUR);
    Change change = change(hour);
    if (!change.room()) {
      refused += before == null ? 1 : 0;
      return;
    }
    add(change, after.started(), after.place(), after.since(before, update));
    met(change, update.user(), after.status() == Status.crashed);
    if (!after.equals(before)) {
      known.put(after.id(), after);
      changed.put(after.id(), after);
    }
  }

  private void count(SessionCounts counts) {
    Change change = change(cell(counts.started(), counts.place(), HOUR));
    if (!change.room()) {
      refused += counts.tally().sessions();
      return;
    }
    add(change, counts.started(), counts.place(), counts.tally());
    met(change, counts.user(), counts.tally().crashed() > 0);
  }

  private void add(Change change, Instant started, Place place, Tally delta) {
    if (delta.equals(Tally.NONE)) {
      return;
    }
    change.tally()[0] = change.tally()[0].plus(delta);
    if (Database.micros(started) > now - DAY) {
      minutes.merge(cell(started, place, MINUTE), delta, Tally::plus);
    }
  }

  private void met(Change change, @Nullable String user, boolean crashed) {
    if (user == null) {
      return;
    }
    byte[] digest = Digests.sha256(salt, ("session:" + user).getBytes(StandardCharsets.UTF_8));
    long hash = ByteBuffer.wrap(digest).getLong();
    change.users().add(hash);
    if (crashed) {
      change.crashed().add(hash);
    }
  }

  private static Cell cell(Instant at, Place place, long width) {
    return new Cell(Math.floorDiv(Database.micros(at), width), place);
  }

  private Change change(Cell hour) {
    return hours.computeIfAbsent(hour, this::read);
  }

  private Change read(Cell hour) {
    return handle
        .select(
            "SELECT users, crashed_users FROM health_hour"
                + " WHERE project = ? AND hour = ? AND release = ? AND environment = ?",
            project,
            hour.time(),
            hour.place().release(),
            hour.place().environment())
        .map(
            (row, _) ->
                new Change(
                    new Tally[] {Tally.NONE},
                    UserSketch.read(Precision.coarse, row.getBytes(1)),
                    UserSketch.read(Precision.coarse, row.getBytes(2)),
                    true))
        .findOne()
        .orElseGet(() -> fresh(hour));
  }

  private Change fresh(Cell hour) {
    long places = placesOfHour.computeIfAbsent(hour.time(), this::placesKept) + 1;
    placesOfHour.put(hour.time(), places);
    boolean room = places <= PLACES_AN_HOUR;
    return new Change(
        new Tally[] {Tally.NONE},
        UserSketch.empty(Precision.coarse),
        UserSketch.empty(Precision.coarse),
        room);
  }

  private long placesKept(long hour) {
    return handle
        .select("SELECT COUNT(*) FROM health_hour WHERE project = ? AND hour = ?", project, hour)
        .mapTo(Long.class)
        .one();
  }

  private void writeSessions() {
    if (changed.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO session
              (project, id, started, release, environment, sequence, status, errors)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (project, id) DO UPDATE SET sequence = excluded.sequence,
              status = excluded.status, errors = excluded.errors""");
    for (Session session : changed.values()) {
      rows.bind(0, project)
          .bind(1, session.id())
          .bind(2, Database.micros(session.started()))
          .bind(3, session.place().release())
          .bind(4, session.place().environment())
          .bind(5, session.sequence())
          .bind(6, session.status().name())
          .bind(7, session.errors())
          .add();
    }
    rows.execute();
  }

  private void writeHours() {
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO health_hour (project, hour, release, environment,
              sessions, errored, unhandled, crashed, abnormal, users, crashed_users)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (project, hour, release, environment) DO UPDATE SET
              sessions = health_hour.sessions + excluded.sessions,
              errored = health_hour.errored + excluded.errored,
              unhandled = health_hour.unhandled + excluded.unhandled,
              crashed = health_hour.crashed + excluded.crashed,
              abnormal = health_hour.abnormal + excluded.abnormal,
              users = excluded.users, crashed_users = excluded.crashed_users""");
    boolean any = false;
    for (Map.Entry<Cell, Change> hour : hours.entrySet()) {
      Change change = hour.getValue();
      if (change.room()) {
        any = true;
        bind(rows, hour.getKey(), change.tally()[0])
            .bind(9, change.users().stored())
            .bind(10, change.crashed().stored())
            .add();
      }
    }
    if (any) {
      rows.execute();
    }
  }

  private void writeMinutes() {
    if (minutes.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO health_minute (project, minute, release, environment,
              sessions, errored, unhandled, crashed, abnormal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (project, minute, release, environment) DO UPDATE SET
              sessions = health_minute.sessions + excluded.sessions,
              errored = health_minute.errored + excluded.errored,
              unhandled = health_minute.unhandled + excluded.unhandled,
              crashed = health_minute.crashed + excluded.crashed,
              abnormal = health_minute.abnormal + excluded.abnormal""");
    minutes.forEach((cell, tally) -> bind(rows, cell, tally).add());
    rows.execute();
  }

  private void writeSeen() {
    Map<Place, Seen> seen = new LinkedHashMap<>();
    hours.forEach(
        (cell, change) -> {
          if (change.room()) {
            Instant hour = Database.instant(Math.min(now, cell.time() * HOUR));
            seen.merge(cell.place(), new Seen(cell.place(), hour, hour, 0), Seen::and);
          }
        });
    seen.values().forEach(one -> SqlHealth.upsert(handle, project, one));
  }

  private PreparedBatch bind(PreparedBatch rows, Cell cell, Tally tally) {
    return rows.bind(0, project)
        .bind(1, cell.time())
        .bind(2, cell.place().release())
        .bind(3, cell.place().environment())
        .bind(4, tally.sessions())
        .bind(5, tally.errored())
        .bind(6, tally.unhandled())
        .bind(7, tally.crashed())
        .bind(8, tally.abnormal());
  }
}

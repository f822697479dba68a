package dev.suture.store;

import dev.suture.capture.Blobs;
import dev.suture.capture.Capture;
import dev.suture.project.Retention;
import dev.suture.project.RetentionStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps every project within its days and its part of the disk. Counters are never touched. Of the
/// events those go first that are worth least, the oldest of them first, but never the newest of an
/// issue; captures and replays go last.
public final class SqlRetention implements RetentionStore {
  private static final Logger LOG = LoggerFactory.getLogger(SqlRetention.class);
  private static final Duration MINUTES_KEPT = Duration.ofDays(1);
  private static final int SLICE = 1_000;
  private static final int MOST_SLICES = 50;
  private static final String NOT_NEWEST =
      " AND NOT EXISTS (SELECT 1 FROM issue WHERE issue.id = event.issue"
          + " AND issue.last_event = event.id)";

  private final Database database;
  private final Blobs blobs;
  private final InstantSource clock;
  private final Packing packing;
  private final Compaction compaction;
  private long sweeps;

  public SqlRetention(Database database, Blobs blobs, InstantSource clock) {
    this.database = database;
    this.blobs = blobs;
    this.clock = clock;
    this.packing = new Packing(database, clock);
    this.compaction = new Compaction(database);
  }

  @Override
  public Retention of(long project) {
    return database.read(
        handle ->
            handle
                .select("SELECT bytes, days FROM retention WHERE project = ?", project)
                .map((row, _) -> new Retention(row.getLong(1), row.getInt(2)))
                .findOne()
                .orElse(Retention.DEFAULT));
  }

  @Override
  public void set(long project, Retention retention) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO retention (project, bytes, days) VALUES (?, ?, ?)
                ON CONFLICT (project) DO UPDATE SET bytes = excluded.bytes, days = excluded.days\
                """,
                project,
                retention.bytes(),
                retention.days()));
  }

  @Override
  public Usage usage(long project) {
    return database.read(
        handle ->
            new Usage(
                number(handle, "SELECT count(*) FROM event WHERE project = ?", project),
                packed(handle, "bytes", project) + waiting(handle, project),
                captured(handle, project)));
  }

  private long onDisk(long project) {
    return database.read(
        handle ->
            packed(handle, "bytes", project)
                + waiting(handle, project)
                + captured(handle, project));
  }

  /// Of packs only what an event still points to.
  private long living(long project) {
    return database.read(
        handle ->
            packed(handle, "live", project) + waiting(handle, project) + captured(handle, project));
  }

  private static long packed(Handle handle, String what, long project) {
    return number(
        handle, "SELECT coalesce(sum(" + what + "), 0) FROM pack WHERE project = ?", project);
  }

  private static long waiting(Handle handle, long project) {
    return number(
        handle,
        "SELECT coalesce(sum(length), 0) FROM event WHERE pack IS NULL AND project = ?",
        project);
  }

  private static long captured(Handle handle, long project) {
    return number(handle, "SELECT coalesce(sum(bytes), 0) FROM capture WHERE project = ?", project)
        + number(
            handle, "SELECT coalesce(sum(bytes), 0) FROM replay_piece WHERE project = ?", project);
  }

  private static long number(Handle handle, String sql, long project) {
    return handle.select(sql, project).mapTo(Long.class).one();
  }

  /// Packs what waits, then brings every project into its bounds; in slices, so that whoever writes
  /// meanwhile is not held up.
  public void tick() {
    packing.tidy();
    for (int i = 0; i < MOST_SLICES && packing.pack(); i++) {
      Thread.yield();
    }
    Instant now = clock.instant();
    long minute = RateTally.Unit.minute.of(now.minus(MINUTES_KEPT));
    database.write(
        handle ->
            handle.execute("DELETE FROM issue_minute WHERE minute < ?", minute)
                + handle.execute("DELETE FROM project_minute WHERE minute < ?", minute));
    SeenEvents.expire(database, now, sweeps++);
    List<Long> projects =
        database.read(
            handle ->
                handle.createQuery("SELECT id FROM project ORDER BY id").mapTo(Long.class).list());
    for (long project : projects) {
      Retention retention = of(project);
      Instant oldest = now.minus(Duration.ofDays(retention.days()));
      expire(project, oldest);
      shrink(project, retention.bytes());
      for (int i = 0; i < MOST_SLICES; i++) {
        boolean tight = onDisk(project) > retention.bytes();
        if (!compaction.compact(project, tight, day(oldest))) {
          break;
        }
      }
    }
    database.shortenLog();
  }

  private static long day(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), Duration.ofDays(1).toSeconds());
  }

  /// What is older than the project keeps it: the bodies of packs that are all old, so that nothing
  /// has to be looked for, and captures.
  private void expire(long project, Instant oldest) {
    slices(
        () ->
            delete(
                project,
                """
                SELECT key, length FROM event
                WHERE pack IN (SELECT id FROM pack WHERE project = :project AND day < :bound)\
                """
                    + NOT_NEWEST
                    + " LIMIT :most",
                day(oldest),
                Long.MAX_VALUE));
    slices(() -> deleteCaptures(project, "received < " + Database.micros(oldest), Long.MAX_VALUE));
  }

  private interface Slice {
    /// @return how many there were
    int run();
  }

  private static void slices(Slice slice) {
    for (int i = 0; i < MOST_SLICES && slice.run() == SLICE; i++) {
      Thread.yield();
    }
  }

  /// What is too much: bytes that are still pointed to. What is dead is written anew after it.
  private void shrink(long project, long budget) {
    for (int i = 0; i < MOST_SLICES; i++) {
      long over = living(project) - budget + budget / 20;
      if (over <= 0) {
        return;
      }
      int gone =
          delete(
              project,
              """
              SELECT key, length FROM event
              WHERE project = :project AND at < :bound\
              """
                  + NOT_NEWEST
                  + " ORDER BY worth, at LIMIT :most",
              Long.MAX_VALUE,
              over);
      if (gone == 0 && deleteCaptures(project, "1 = 1", over) == 0 && deleteReplay(project) == 0) {
        LOG.warn("project {} is over its budget with the newest event of each issue", project);
        return;
      }
    }
  }

  private record Row(long key, long length) {}

  /// @param enough stops when so many bytes are gone
  private int delete(long project, String sql, long bound, long enough) {
    return database.write(
        handle -> {
          List<Row> rows =
              handle
                  .createQuery(sql)
                  .bind("project", project)
                  .bind("bound", bound)
                  .bind("most", SLICE)
                  .map((row, _) -> new Row(row.getLong(1), row.getLong(2)))
                  .list();
          List<Long> keys = new ArrayList<>();
          long bytes = 0;
          for (int i = 0; i < rows.size() && bytes < enough; i++) {
            keys.add(rows.get(i).key());
            bytes += rows.get(i).length();
          }
          return EventRows.delete(handle, keys);
        });
  }

  /// The rows go first: a blob that is left over harms nobody, a capture without its parts would.
  private int deleteCaptures(long project, String which, long enough) {
    List<Capture> captures =
        database.write(
            handle -> {
              List<Capture> gone = new ArrayList<>();
              long bytes = 0;
              for (Capture capture :
                  handle
                      .select(
                          "SELECT body FROM capture WHERE project = ? AND "
                              + which
                              + " ORDER BY received LIMIT ?",
                          project,
                          SLICE)
                      .map((row, _) -> SqlCaptures.capture(row.getString(1)))
                      .list()) {
                if (bytes >= enough) {
                  break;
                }
                handle.execute(
                    "DELETE FROM capture WHERE project = ? AND id = ?", project, capture.id());
                bytes += SqlCaptures.bytes(capture);
                gone.add(capture);
              }
              return gone;
            });
    captures.forEach(capture -> capture.parts().forEach(part -> deleteBlob(part.blob())));
    return captures.size();
  }

  /// The oldest replay, as the queue brought them.
  private int deleteReplay(long project) {
    List<String> gone =
        database.write(
            handle -> {
              List<String> pieces =
                  handle
                      .select(
                          """
                          SELECT blob FROM replay_piece WHERE project = ? AND replay =
                            (SELECT replay FROM replay_piece WHERE project = ?
                             ORDER BY position LIMIT 1)\
                          """,
                          project,
                          project)
                      .mapTo(String.class)
                      .list();
              pieces.forEach(
                  blob ->
                      handle.execute(
                          "DELETE FROM replay_piece WHERE project = ? AND blob = ?",
                          project,
                          blob));
              return pieces;
            });
    gone.forEach(this::deleteBlob);
    return gone.size();
  }

  private void deleteBlob(String key) {
    try {
      blobs.delete(key);
    } catch (IOException left) {
      LOG.warn("a part that retention let go stays behind: {}", left.toString());
    }
  }
}

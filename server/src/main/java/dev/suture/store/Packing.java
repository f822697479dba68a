package dev.suture.store;

import dev.suture.store.PackMove.Moved;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves bodies out of the database into packs, and trains the dictionaries that make them small.
final class Packing {
  private static final Logger LOG = LoggerFactory.getLogger(Packing.class);
  private static final long SECONDS_OF_A_DAY = 86_400;
  private static final long ENOUGH = 4L << 20;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MOST_BODIES = 2_000;
  private static final long MOST_BYTES = 16L << 20;
  private static final int FEWEST_SAMPLES = 300;
  private static final long MOST_SAMPLE_BYTES = 8L << 20;

  /// A dictionary is trained anew when a project has so many times the bodies it was trained at.
  private static final long GROWTH = 16;

  private final Database database;
  private final Bodies bodies;
  private final InstantSource clock;

  Packing(Database database, InstantSource clock) {
    this.database = database;
    this.bodies = database.bodies();
    this.clock = clock;
  }

  /// Deletes what a crash left behind and takes the dictionaries into use.
  static void begin(Handle handle, Bodies bodies) throws IOException {
    bodies.packs().retain(handle.createQuery("SELECT name FROM pack").mapTo(String.class).set());
    handle
        .createQuery("SELECT project, id FROM dictionary ORDER BY made")
        .map(
            (row, _) -> {
              bodies.dictionaries().use(row.getLong(1), row.getLong(2));
              return row.getLong(2);
            })
        .list();
  }

  /// Deletes the packs of projects that are gone. Only whoever packs may do this: a pack has a file
  /// before it has a row.
  void tidy() {
    try {
      bodies
          .packs()
          .retain(
              database.read(
                  handle -> handle.createQuery("SELECT name FROM pack").mapTo(String.class).set()));
    } catch (IOException trouble) {
      LOG.warn("packs of projects that are gone stay behind: {}", trouble.toString());
    }
  }

  private record Waiting(long project, long bytes, long oldest) {}

  /// Packs what waits, once there is enough of it or it has waited long.
  ///
  /// @return whether there was anything to do
  boolean pack() {
    Instant now = clock.instant();
    List<Waiting> waiting =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT project, sum(length), min(received) FROM event
                        WHERE pack IS NULL GROUP BY project""")
                    .map((row, _) -> new Waiting(row.getLong(1), row.getLong(2), row.getLong(3)))
                    .list());
    boolean any = false;
    for (Waiting one : waiting) {
      boolean old = Database.instant(one.oldest()).plus(LONGEST_WAIT).isBefore(now);
      if (one.bytes() >= ENOUGH || old) {
        pack(one.project());
        any = true;
      }
    }
    return any;
  }

  private record Body(long event, long received, byte[] frame) {}

  /// Packs up to a bound of what waits of a project.
  void pack(long project) {
    List<Body> waiting =
        bounded(
            database.read(
                handle ->
                    handle
                        .select(
                            """
                            SELECT key, received, body FROM event
                            JOIN event_body ON event_body.event = event.key
                            WHERE pack IS NULL AND project = ? ORDER BY key LIMIT ?""",
                            project,
                            MOST_BODIES)
                        .map((row, _) -> new Body(row.getLong(1), row.getLong(2), row.getBytes(3)))
                        .list()));
    if (waiting.isEmpty()) {
      return;
    }
    train(project, waiting);
    List<Moved> moved =
        waiting.stream().map(one -> new Moved(one.event(), renewed(project, one))).toList();
    long day =
        waiting.stream().mapToLong(Body::received).max().orElse(0) / 1_000_000 / SECONDS_OF_A_DAY;
    new PackMove(database, project, day).to(moved, List.of());
  }

  private static List<Body> bounded(List<Body> waiting) {
    long bytes = 0;
    int count = 0;
    while (count < waiting.size() && bytes < MOST_BYTES) {
      bytes += waiting.get(count++).frame().length;
    }
    return waiting.subList(0, count);
  }

  /// A body that cannot be read goes into the pack as it is, and is lost there as it was before.
  private byte[] renewed(long project, Body one) {
    try {
      return bodies.renewed(project, one.frame());
    } catch (IOException damaged) {
      LOG.warn("the content of an event ({}) is lost: {}", one.event(), damaged.toString());
      return one.frame();
    }
  }

  private void train(long project, List<Body> waiting) {
    long kept =
        database.read(
            handle ->
                handle
                    .select("SELECT count(*) FROM event WHERE project = ?", project)
                    .mapTo(Long.class)
                    .one());
    long trained =
        database.read(
            handle ->
                handle
                    .select("SELECT max(bodies) FROM dictionary WHERE project = ?", project)
                    .mapTo(Long.class)
                    .findFirst()
                    .orElse(0L));
    if (waiting.size() < FEWEST_SAMPLES || kept < trained * GROWTH) {
      return;
    }
    try {
      List<byte[]> samples = new ArrayList<>();
      long bytes = 0;
      for (int i = 0; i < waiting.size() && bytes < MOST_SAMPLE_BYTES; i++) {
        byte[] json = bodies.json(waiting.get(i).frame());
        samples.add(json);
        bytes += json.length;
      }
      bodies
          .dictionaries()
          .train(samples)
          .ifPresent(
              id -> {
                database.write(
                    handle ->
                        handle.execute(
                            "INSERT INTO dictionary (id, project, made, bodies) VALUES (?, ?, ?, ?)",
                            id,
                            project,
                            Database.micros(clock.instant()),
                            kept));
                bodies.dictionaries().use(project, id);
              });
    } catch (IOException trouble) {
      LOG.warn("no dictionary for project {}: {}", project, trouble.toString());
    }
  }
}

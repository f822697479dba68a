package dev.suture.store;

import dev.suture.event.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Tells an event that was counted before from one that was not, whether it was kept or not: by a
/// hash of its id with the secret salt of its project, so that nobody can choose an id that hides
/// another one's event.
final class SeenEvents {
  private static final long DAY_SECONDS = 86_400;

  /// How long an event that is sent again is told from a new one.
  private static final long DAYS = 30;

  /// Ranges that the hashes are swept in, one after the other.
  static final long SWEEPS = 1024;

  private final Prepared prepared;

  SeenEvents(Prepared prepared) {
    this.prepared = prepared;
  }

  static long hash(byte[] salt, String id) {
    byte[] digest = Digests.sha256(salt, id.getBytes(StandardCharsets.US_ASCII));
    return ByteBuffer.wrap(digest).getLong();
  }

  /// Remembers the events of a batch.
  ///
  /// @param hashes one for each event
  /// @return for each event whether it is new
  boolean[] remember(List<Event> events, long[] hashes) throws SQLException {
    PreparedStatement insert =
        prepared.of("INSERT INTO seen (hash, day) VALUES (?, ?) ON CONFLICT DO NOTHING");
    for (int i = 0; i < hashes.length; i++) {
      insert.setLong(1, hashes[i]);
      insert.setLong(2, Math.floorDiv(events.get(i).received().getEpochSecond(), DAY_SECONDS));
      insert.addBatch();
    }
    int[] inserted = insert.executeBatch();
    boolean[] fresh = new boolean[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      fresh[i] = inserted[i] == 1;
    }
    return fresh;
  }

  /// Forgets what came long ago in one of [#SWEEPS] ranges of hashes.
  static void expire(Database database, Instant now, long sweep) {
    long width = 1L << 54;
    long from = Long.MIN_VALUE + Math.floorMod(sweep, SWEEPS) * width;
    long oldest = Math.floorDiv(now.getEpochSecond(), DAY_SECONDS) - DAYS;
    database.write(
        handle ->
            handle.execute(
                "DELETE FROM seen WHERE hash BETWEEN ? AND ? AND day < ?",
                from,
                from + width - 1,
                oldest));
  }
}

package dev.suture.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Deletes events that are kept, whoever asks for it, with their bodies: a waiting one at once, one
/// in a pack when the pack is written anew or goes.
final class EventRows {
  private EventRows() {}

  /// @param keys of the events
  /// @return how many there were
  static int delete(Handle handle, List<Long> keys) {
    if (keys.isEmpty()) {
      return 0;
    }
    handle
        .createUpdate(
            """
            UPDATE pack SET live = live - gone.bytes FROM
              (SELECT pack AS id, sum(length) AS bytes FROM event
                WHERE key IN (<keys>) AND pack IS NOT NULL GROUP BY pack) AS gone
            WHERE pack.id = gone.id""")
        .bindList("keys", keys)
        .execute();
    handle
        .createUpdate("DELETE FROM event_body WHERE event IN (<keys>)")
        .bindList("keys", keys)
        .execute();
    return handle
        .createUpdate("DELETE FROM event WHERE key IN (<keys>)")
        .bindList("keys", keys)
        .execute();
  }
}

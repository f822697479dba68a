package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.event.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The row of an event that is kept.
///
/// @param where its body lies
/// @param lost what stands in for the event when its body cannot be read
record KeptEvent(Bodies.Where where, Event lost) {
  private static final String LOST =
      "The content of this event is lost: the file that held it is missing or damaged.";

  static Optional<KeptEvent> read(Database database, long project, String id) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT event.*, event_body.body, pack.name AS pack_name FROM event
                    LEFT JOIN event_body ON event_body.event = event.key
                    LEFT JOIN pack ON pack.id = event.pack
                    WHERE event.project = ? AND event.id = ?""",
                    project,
                    id)
                .map((row, _) -> new KeptEvent(where(row), lost(row)))
                .findOne());
  }

  private static Bodies.Where where(ResultSet row) throws SQLException {
    return new Bodies.Where(
        row.getBytes("body"),
        row.getString("pack_name"),
        row.getLong("place"),
        row.getInt("length"));
  }

  private static Event lost(ResultSet row) throws SQLException {
    return new Event(
        row.getString("id"),
        row.getLong("project"),
        Database.instant(row.getLong("at")),
        Database.instant(row.getLong("received")),
        Level.error,
        "other",
        row.getString("release"),
        row.getString("environment"),
        null,
        LOST,
        List.of(),
        null,
        null,
        new TreeMap<>(),
        List.of(),
        List.of(),
        new Event.Sdk("suture", ""),
        null,
        Event.Details.NONE);
  }
}

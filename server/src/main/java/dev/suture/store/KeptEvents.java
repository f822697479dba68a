package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.Headline;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.issue.Worth;
import dev.suture.json.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The events of a batch that are kept with their content.
final class KeptEvents {
  private final List<Kept> kept = new ArrayList<>();

  /// @param hash key of the hash that it counts on
  private record Kept(Sighting sighting, long issue, long hash, Worth worth) {}

  /// @param hash key of the hash that it counts on
  void add(Sighting sighting, long issue, long hash, Worth worth) {
    kept.add(new Kept(sighting, issue, hash, worth));
  }

  void write(Prepared prepared, Bodies store) throws SQLException {
    List<byte[]> bodies =
        kept.parallelStream().map(one -> store.pack(one.sighting().event())).toList();
    PreparedStatement event =
        prepared.of(
            """
            INSERT INTO event (project, id, issue, at, received, release, environment, person,
              captured, worth, length, grouped, facets, title)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (project, id) DO NOTHING RETURNING key\
            """);
    PreparedStatement body = prepared.of("INSERT INTO event_body (event, body) VALUES (?, ?)");
    for (int i = 0; i < kept.size(); i++) {
      bind(event, kept.get(i), bodies.get(i).length);
      try (ResultSet row = event.executeQuery()) {
        if (row.next()) {
          body.setLong(1, row.getLong(1));
          body.setBytes(2, bodies.get(i));
          body.addBatch();
        }
      }
    }
    body.executeBatch();
  }

  private static void bind(PreparedStatement row, Kept kept, int length) throws SQLException {
    Event event = kept.sighting().event();
    Event.User user = event.user();
    row.setLong(1, event.project());
    row.setString(2, event.id());
    row.setLong(3, kept.issue());
    row.setLong(4, Database.micros(event.at()));
    row.setLong(5, Database.micros(event.received()));
    row.setString(6, event.release());
    row.setString(7, event.environment());
    row.setString(8, user == null ? null : user.shown());
    row.setBoolean(9, kept.sighting().captured());
    row.setInt(10, kept.worth().ordinal());
    row.setInt(11, length);
    row.setLong(12, kept.hash());
    row.setString(13, Json.MAPPER.writeValueAsString(kept.sighting().facets()));
    row.setString(14, Headline.of(event).title());
  }
}

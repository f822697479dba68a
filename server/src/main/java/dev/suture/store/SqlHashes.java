package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Fingerprint.Join;
import dev.suture.issue.Fingerprint.Use;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.json.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which issue each hash leads to, for one batch within its transaction: all are read with one
/// query per project, and each that the batch counts on is written once.
final class SqlHashes {
  private static final String OWN = "own";

  private final Prepared prepared;
  private final Map<Key, Known> known = new HashMap<>();
  private final Map<Long, Count> counts = new LinkedHashMap<>();

  private record Key(long project, String hash) {}

  /// @param own whether some event was counted on it
  private record Known(long id, long issue, boolean own) {}

  private static final class Count {
    long events;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
  }

  SqlHashes(Prepared prepared) {
    this.prepared = prepared;
  }

  /// Reads what the hashes of the batch lead to.
  void read(List<Sighting> batch) throws SQLException {
    Map<Long, TreeSet<String>> asked = new TreeMap<>();
    for (Sighting sighting : batch) {
      TreeSet<String> hashes =
          asked.computeIfAbsent(sighting.event().project(), _ -> new TreeSet<>());
      hashes.add(sighting.fingerprint().hash());
      for (Join join : sighting.fingerprint().joins()) {
        hashes.add(join.hash());
        if (join.unless() != null) {
          hashes.add(join.unless());
        }
      }
    }
    for (Map.Entry<Long, TreeSet<String>> each : asked.entrySet()) {
      read(each.getKey(), each.getValue());
    }
  }

  private void read(long project, TreeSet<String> hashes) throws SQLException {
    prepared.select(
        "SELECT hash, id, issue, variant FROM issue_hash WHERE project = ? AND hash IN (<list>)",
        List.of(project),
        new ArrayList<>(hashes),
        row ->
            known.put(
                new Key(project, row.getString(1)),
                new Known(row.getLong(2), row.getLong(3), row.getString(4).equals(OWN))));
  }

  /// Whether some event was counted on the sighting's own hash.
  boolean counts(Sighting sighting) {
    Known own = known(sighting.event().project(), sighting.fingerprint().hash());
    return own != null && own.own();
  }

  /// The issue that a sighting belongs to: the one its own hash leads to, else the first of its
  /// joins that leads anywhere.
  Optional<Long> issueOf(Sighting sighting) {
    long project = sighting.event().project();
    return sighting.fingerprint().<Known>lead(hash -> known(project, hash)).map(Known::issue);
  }

  private @Nullable Known known(long project, String hash) {
    return known.get(new Key(project, hash));
  }

  /// Keeps the hashes of a sighting that lead nowhere yet, and counts it on its own.
  ///
  /// @return the key of its own hash
  long count(Sighting sighting, long issue) throws SQLException {
    Event event = sighting.event();
    Fingerprint fingerprint = sighting.fingerprint();
    long project = event.project();
    keep(sighting, issue, OWN, fingerprint.hash());
    for (Join join : fingerprint.joins()) {
      if (join.use() != Use.find) {
        keep(sighting, issue, join.variant(), join.hash());
      }
    }
    long id = Objects.requireNonNull(known(project, fingerprint.hash())).id();
    Count count = counts.computeIfAbsent(id, _ -> new Count());
    long at = Database.micros(event.at());
    count.events++;
    count.first = Math.min(count.first, at);
    count.last = Math.max(count.last, at);
    return id;
  }

  private void keep(Sighting sighting, long issue, String variant, String hash)
      throws SQLException {
    long project = sighting.event().project();
    Known there = known(project, hash);
    boolean own = variant.equals(OWN);
    if (there == null) {
      long id = insert(sighting, issue, variant, hash);
      known.put(new Key(project, hash), new Known(id, issue, own));
    } else if (own && !there.own()) {
      PreparedStatement turn =
          prepared.of("UPDATE issue_hash SET variant = ?, parts = ? WHERE id = ?");
      turn.setString(1, OWN);
      turn.setString(2, parts(sighting));
      turn.setLong(3, there.id());
      turn.executeUpdate();
      known.put(new Key(project, hash), new Known(there.id(), there.issue(), true));
    }
  }

  private long insert(Sighting sighting, long issue, String variant, String hash)
      throws SQLException {
    PreparedStatement insert =
        prepared.of(
            """
            INSERT INTO issue_hash (project, hash, issue, rule, variant, parts, events,
              first_seen, last_seen)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?) RETURNING id""");
    long at = Database.micros(sighting.event().at());
    insert.setLong(1, sighting.event().project());
    insert.setString(2, hash);
    insert.setLong(3, issue);
    insert.setString(4, sighting.fingerprint().grouping());
    insert.setString(5, variant);
    insert.setString(6, variant.equals(OWN) ? parts(sighting) : "[]");
    insert.setLong(7, at);
    insert.setLong(8, at);
    try (ResultSet row = insert.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String parts(Sighting sighting) {
    return Json.MAPPER.writeValueAsString(sighting.fingerprint().parts());
  }

  /// Writes the counts of the batch.
  void write() throws SQLException {
    if (counts.isEmpty()) {
      return;
    }
    PreparedStatement update =
        prepared.of(
            """
            UPDATE issue_hash SET events = events + ?1,
              first_seen = CASE WHEN first_seen < ?2 THEN first_seen ELSE ?2 END,
              last_seen = CASE WHEN last_seen > ?3 THEN last_seen ELSE ?3 END
            WHERE id = ?4""");
    for (Map.Entry<Long, Count> each : counts.entrySet()) {
      update.setLong(1, each.getValue().events);
      update.setLong(2, each.getValue().first);
      update.setLong(3, each.getValue().last);
      update.setLong(4, each.getKey());
      update.addBatch();
    }
    update.executeBatch();
  }
}

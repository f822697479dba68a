package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Fingerprint.Join;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Which issue each hash leads to, for one batch within its transaction: all are read with one
/// query per project, and each that the batch counts on is written once.
final class SqlHashes {
  private static final String OWN = "own";

  private final Handle handle;
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

  SqlHashes(Handle handle) {
    this.handle = handle;
  }

  /// Reads what the hashes of the batch lead to.
  void read(List<Sighting> batch) {
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
    asked.forEach(this::read);
  }

  private void read(long project, TreeSet<String> hashes) {
    handle
        .createQuery(
            """
            SELECT hash, id, issue, variant FROM issue_hash
            WHERE project = :project AND hash IN (<hashes>)""")
        .bind("project", project)
        .bindList("hashes", new ArrayList<>(hashes))
        .map(
            (row, _) ->
                known.put(
                    new Key(project, row.getString(1)),
                    new Known(row.getLong(2), row.getLong(3), row.getString(4).equals(OWN))))
        .list();
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
  long count(Sighting sighting, long issue) {
    Event event = sighting.event();
    Fingerprint fingerprint = sighting.fingerprint();
    long project = event.project();
    keep(sighting, issue, OWN, fingerprint.hash());
    fingerprint.kept().forEach(join -> keep(sighting, issue, join.variant(), join.hash()));
    long id = Objects.requireNonNull(known(project, fingerprint.hash())).id();
    Count count = counts.computeIfAbsent(id, _ -> new Count());
    long at = Database.micros(event.at());
    count.events++;
    count.first = Math.min(count.first, at);
    count.last = Math.max(count.last, at);
    return id;
  }

  private void keep(Sighting sighting, long issue, String variant, String hash) {
    long project = sighting.event().project();
    Fingerprint fingerprint = sighting.fingerprint();
    boolean own = variant.equals(OWN);
    String parts = own ? Json.MAPPER.writeValueAsString(fingerprint.parts()) : "[]";
    Known there = known(project, hash);
    if (there != null) {
      if (own && !there.own()) {
        handle.execute(
            "UPDATE issue_hash SET variant = ?, parts = ? WHERE id = ?", OWN, parts, there.id());
        known.put(new Key(project, hash), new Known(there.id(), there.issue(), true));
      }
      return;
    }
    long id =
        handle
            .createQuery(
                """
                INSERT INTO issue_hash (project, hash, issue, rule, variant, parts, events,
                  first_seen, last_seen)
                VALUES (:project, :hash, :issue, :rule, :variant, :parts, 0, :at, :at)
                RETURNING id""")
            .bind("project", project)
            .bind("hash", hash)
            .bind("issue", issue)
            .bind("rule", fingerprint.grouping())
            .bind("variant", variant)
            .bind("parts", parts)
            .bind("at", Database.micros(sighting.event().at()))
            .mapTo(Long.class)
            .one();
    known.put(new Key(project, hash), new Known(id, issue, own));
  }

  /// Writes the counts of the batch.
  void write() {
    if (counts.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            """
            UPDATE issue_hash SET events = events + ?,
              first_seen = CASE WHEN first_seen < ? THEN first_seen ELSE ? END,
              last_seen = CASE WHEN last_seen > ? THEN last_seen ELSE ? END
            WHERE id = ?""");
    counts.forEach(
        (id, count) ->
            rows.bind(0, count.events)
                .bind(1, count.first)
                .bind(2, count.first)
                .bind(3, count.last)
                .bind(4, count.last)
                .bind(5, id)
                .add());
    rows.execute();
  }
}

package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.IssueStore.Recorded;
import dev.suture.issue.IssueStore.Sighting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// One micro-batch on its way into the tables, within one transaction: read what is known, fold the
/// batch in memory, then write each row that it touches once.
final class Recording {
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final int LONGEST_TAG = 200;
  private static final int USER_HASH_BYTES = 16;

  private final Handle handle;
  private final Map<Long, Owner> owners = new HashMap<>();
  private final Map<EventKey, String> recorded = new HashMap<>();
  private final SqlHashes hashes;
  private final KnownReleases releases;
  private final Map<Long, GroupTally> groups = new LinkedHashMap<>();
  private final Map<HourKey, Long> hours = new LinkedHashMap<>();
  private final Map<TagKey, Long> tags = new LinkedHashMap<>();
  private final List<Kept> kept = new ArrayList<>();

  Recording(Handle handle) {
    this.handle = handle;
    this.hashes = new SqlHashes(handle);
    this.releases = new KnownReleases(handle);
  }

  /// A sighting with its event as it goes into the body column.
  record Packed(Sighting sighting, byte[] body) {}

  /// @param hash key of the hash that it counts on
  private record Kept(Packed packed, GroupTally group, long hash) {}

  private record Owner(String slug, byte[] salt) {}

  private record EventKey(long project, String id) {}

  private record HourKey(long issue, long hour) {}

  private record TagKey(long issue, String tag, String value) {}

  List<Recorded> record(List<Packed> batch) {
    readOwners(batch);
    readRecorded(batch);
    hashes.read(batch.stream().map(Packed::sighting).toList());
    List<Recorded> issues = new ArrayList<>(batch.size());
    for (Packed packed : batch) {
      Event event = packed.sighting().event();
      EventKey key = new EventKey(event.project(), event.id());
      String issue = recorded.get(key);
      boolean fresh = issue == null;
      if (issue == null) {
        issue = fold(packed);
        recorded.put(key, issue);
      }
      issues.add(new Recorded(issue, fresh));
    }
    if (!kept.isEmpty()) {
      insertEvents();
      countUsers();
      groups.values().forEach(group -> group.update(handle));
      upsertHours();
      upsertTags();
      hashes.write();
      releases.write();
    }
    return issues;
  }

  private void readOwners(List<Packed> batch) {
    for (long project :
        new TreeSet<>(batch.stream().map(p -> p.sighting().event().project()).toList())) {
      Owner owner =
          handle
              .select("SELECT slug, salt FROM project WHERE id = ?", project)
              .map((row, _) -> new Owner(row.getString(1), row.getBytes(2)))
              .findOne()
              .orElseThrow(() -> new IllegalArgumentException("there is no project " + project));
      owners.put(project, owner);
    }
  }

  private void readRecorded(List<Packed> batch) {
    for (Map.Entry<Long, Owner> owner : owners.entrySet()) {
      long project = owner.getKey();
      String slug = owner.getValue().slug();
      List<String> ids =
          batch.stream()
              .map(packed -> packed.sighting().event())
              .filter(event -> event.project() == project)
              .map(Event::id)
              .distinct()
              .toList();
      handle
          .createQuery(
              """
              SELECT event.id, issue.number FROM event JOIN issue ON issue.id = event.issue
              WHERE event.project = :project AND event.id IN (<ids>)""")
          .bind("project", project)
          .bindList("ids", ids)
          .map(
              (row, _) ->
                  recorded.put(
                      new EventKey(project, row.getString(1)),
                      new IssueId(slug, row.getLong(2)).text()))
          .list();
    }
  }

  private String fold(Packed packed) {
    Sighting sighting = packed.sighting();
    Event event = sighting.event();
    Owner owner = owner(event.project());
    long issue = hashes.issueOf(sighting).orElseGet(() -> GroupTally.insert(handle, sighting));
    GroupTally group =
        groups.computeIfAbsent(issue, key -> GroupTally.read(handle, owner.slug(), key));
    group.add(sighting, releases::of);
    releases.saw(event);
    kept.add(new Kept(packed, group, hashes.count(sighting, issue)));
    long hour = Math.floorDiv(Database.micros(event.at()), HOUR_MICROS);
    hours.merge(new HourKey(group.key(), hour), 1L, Long::sum);
    countTag(group.key(), "release", event.release());
    countTag(group.key(), "environment", event.environment());
    return group.issue();
  }

  private Owner owner(long project) {
    return Objects.requireNonNull(owners.get(project));
  }

  private void countTag(long issue, String tag, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      String bounded = value.length() > LONGEST_TAG ? value.substring(0, LONGEST_TAG) : value;
      tags.merge(new TagKey(issue, tag, bounded), 1L, Long::sum);
    }
  }

  private void insertEvents() {
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO event
              (project, id, issue, at, release, environment, person, captured, body, grouped)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    for (Kept one : kept) {
      Event event = one.packed().sighting().event();
      rows.bind(0, event.project())
          .bind(1, event.id())
          .bind(2, one.group().key())
          .bind(3, Database.micros(event.at()))
          .bind(4, event.release())
          .bind(5, event.environment())
          .bind(6, event.user() == null ? null : event.user().shown())
          .bind(7, one.packed().sighting().captured())
          .bind(8, one.packed().body())
          .bind(9, one.hash())
          .add();
    }
    rows.execute();
  }

  private void countUsers() {
    PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO issue_user (issue, hash) VALUES (?, ?) ON CONFLICT DO NOTHING");
    List<GroupTally> met = new ArrayList<>();
    for (Kept one : kept) {
      Event event = one.packed().sighting().event();
      String identity = identity(event.user());
      if (identity != null) {
        byte[] hash =
            Digests.sha256(
                owner(event.project()).salt(), identity.getBytes(StandardCharsets.UTF_8));
        rows.bind(0, one.group().key()).bind(1, Arrays.copyOf(hash, USER_HASH_BYTES)).add();
        met.add(one.group());
      }
    }
    if (met.isEmpty()) {
      return;
    }
    int[] inserted = rows.execute();
    for (int i = 0; i < inserted.length; i++) {
      met.get(i).addUsers(inserted[i]);
    }
  }

  private void upsertHours() {
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO issue_hour (issue, hour, events) VALUES (?, ?, ?)
            ON CONFLICT (issue, hour) DO UPDATE SET events = issue_hour.events + excluded.events""");
    hours.forEach(
        (key, events) -> rows.bind(0, key.issue()).bind(1, key.hour()).bind(2, events).add());
    rows.execute();
  }

  private void upsertTags() {
    if (tags.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO issue_tag (issue, tag, value, events) VALUES (?, ?, ?, ?)
            ON CONFLICT (issue, tag, value)
            DO UPDATE SET events = issue_tag.events + excluded.events""");
    tags.forEach(
        (key, events) ->
            rows.bind(0, key.issue())
                .bind(1, key.tag())
                .bind(2, key.value())
                .bind(3, events)
                .add());
    rows.execute();
  }

  /// What tells users apart: the first of id, e-mail, name and address that is there.
  private static @Nullable String identity(Event.@Nullable User user) {
    if (user == null) {
      return null;
    }
    if (user.id() != null) {
      return "id:" + user.id();
    }
    if (user.email() != null) {
      return "email:" + user.email();
    }
    if (user.name() != null) {
      return "name:" + user.name();
    }
    return user.ip() == null ? null : "ip:" + user.ip();
  }
}

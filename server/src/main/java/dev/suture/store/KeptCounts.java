package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.event.Facets;
import dev.suture.issue.IssueStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// What the kept events of an issue tell of all: by hour, by tag, and who met it.
///
/// Only some events are kept with their content. Where more were counted than are kept, each kept
/// one stands for several, so that what is told of hours and tags is an estimate.
final class KeptCounts {
  private static final int BODIES_READ = 2_000;
  private static final long MINUTE_MICROS = 60_000_000L;
  private static final long HOUR_MICROS = 3_600_000_000L;

  private final Handle handle;
  private final IssueStore issues;
  private final long project;
  private final byte[] salt;
  private final Map<Long, Long> hours = new TreeMap<>();
  private final Map<Long, Long> minutes = new TreeMap<>();
  private final Map<Long, Seen> tags = new TreeMap<>();
  private final Map<String, Long> tagKeys = new HashMap<>();
  private final Set<Long> users = new HashSet<>();
  private long events;

  private static final class Seen {
    long events;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
  }

  KeptCounts(Handle handle, IssueStore issues, long project) {
    this.handle = handle;
    this.issues = issues;
    this.project = project;
    salt =
        handle.select("SELECT salt FROM project WHERE id = ?", project).mapTo(byte[].class).one();
  }

  /// Reads the newest events of an issue.
  ///
  /// @param received only those that came at this time or later
  KeptCounts read(long issue, long received) {
    handle
        .select(
            "SELECT id FROM event WHERE issue = ? AND received >= ? ORDER BY at DESC LIMIT ?",
            issue,
            received,
            BODIES_READ)
        .mapTo(String.class)
        .list()
        .forEach(id -> issues.event(project, id).ifPresent(this::add));
    return this;
  }

  private void add(Event event) {
    long at = Database.micros(event.at());
    events++;
    hours.merge(Math.floorDiv(at, HOUR_MICROS), 1L, Long::sum);
    minutes.merge(Math.floorDiv(at, MINUTE_MICROS), 1L, Long::sum);
    Long user = UserTally.hash(salt, event.user());
    if (user != null) {
      users.add(user);
    }
    Facets.of(event)
        .forEach(
            (name, value) -> {
              long tag = tag(name, value);
              if (tag >= 0) {
                Seen seen = tags.computeIfAbsent(tag, _ -> new Seen());
                seen.events++;
                seen.first = Math.min(seen.first, at);
                seen.last = Math.max(seen.last, at);
              }
            });
  }

  /// The key of a project's tag, or of the one that stands for values beyond the bound; -1 for
  /// neither.
  private long tag(String name, String value) {
    return tagKeys.computeIfAbsent(
        name + "\n" + value,
        _ ->
            handle
                .select(
                    """
                    SELECT id FROM project_tag WHERE project = ? AND name = ? AND value IN (?, '')
                    ORDER BY value DESC LIMIT 1""",
                    project,
                    name,
                    value)
                .mapTo(Long.class)
                .findOne()
                .orElse(-1L));
  }

  Set<Long> users() {
    return users;
  }

  /// Takes what stands for this many events out of one issue's counts and adds it to another's.
  void move(long counted, long out, long in) {
    double each = events == 0 ? 0 : (double) counted / events;
    move(MergeRows.HOURS, slots("hour", hours, each), out, in);
    move(MergeRows.MINUTES, slots("minute", minutes, each), out, in);
    List<Map<String, Object>> rows = new ArrayList<>();
    tags.forEach(
        (tag, seen) ->
            rows.add(
                Map.of(
                    "tag",
                    tag,
                    "events",
                    Math.round(seen.events * each),
                    "first_seen",
                    seen.first,
                    "last_seen",
                    seen.last)));
    move(MergeRows.TAGS, rows, out, in);
  }

  private static List<Map<String, Object>> slots(String unit, Map<Long, Long> slots, double each) {
    List<Map<String, Object>> rows = new ArrayList<>();
    slots.forEach((slot, kept) -> rows.add(Map.of(unit, slot, "events", Math.round(kept * each))));
    return rows;
  }

  /// Never more than is there.
  private void move(MergeRows.Counts counts, List<Map<String, Object>> rows, long out, long in) {
    String key = counts.keys().getFirst();
    List<Map<String, Object>> there = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      long has =
          handle
              .select(
                  "SELECT events FROM " + counts.table() + " WHERE " + key + " = ? AND issue = ?",
                  row.get(key),
                  out)
              .mapTo(Long.class)
              .findOne()
              .orElse(0L);
      long moved = Math.min(has, MergeRows.number(row, "events"));
      if (moved > 0) {
        Map<String, Object> bounded = new HashMap<>(row);
        bounded.put("events", moved);
        there.add(bounded);
      }
    }
    MergeRows.subtract(handle, counts, there, out);
    MergeRows.put(handle, counts, there, in);
  }
}

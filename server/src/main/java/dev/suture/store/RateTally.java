package dev.suture.store;

import dev.suture.event.Event;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// The events of a batch by hour, kept for ever, and by minute, kept for a day; of each issue and
/// of each project.
final class RateTally {
  static final long MINUTE = 60;
  static final long HOUR = 3_600;
  static final long MINUTES_KEPT = 24 * 60;

  private final Map<Slot, long[]> issueHours = new TreeMap<>();
  private final Map<Slot, long[]> issueMinutes = new TreeMap<>();
  private final Map<Slot, long[]> projectHours = new TreeMap<>();
  private final Map<Slot, long[]> projectMinutes = new TreeMap<>();

  /// What time is counted in.
  enum Unit {
    minute(MINUTE),
    hour(HOUR);

    private final long seconds;

    Unit(long seconds) {
      this.seconds = seconds;
    }

    long of(Instant instant) {
      return Math.floorDiv(instant.getEpochSecond(), seconds);
    }
  }

  /// The events of an issue from one slot of time to another, zero where there were none. One look
  /// for each: the tables lie in the order of time, not of issues.
  static List<Long> read(Handle handle, Unit unit, long issue, long first, long last) {
    List<Long> counts = new ArrayList<>(Collections.nCopies((int) (last - first) + 1, 0L));
    handle
        .select(
            """
            WITH RECURSIVE slot (at) AS (
              SELECT CAST(? AS BIGINT) UNION ALL SELECT at + 1 FROM slot WHERE at < ?)
            SELECT slot.at, events FROM slot
            CROSS JOIN issue_<unit> WHERE <unit> = slot.at AND issue = ?""",
            first,
            last,
            issue)
        .define("unit", unit.name())
        .map((row, _) -> counts.set((int) (row.getLong(1) - first), row.getLong(2)))
        .list();
    return counts;
  }

  /// Ordered as the tables lie.
  private record Slot(long time, long of) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(of, other.of);
    }
  }

  void add(long issue, Event event) {
    long at = event.at().getEpochSecond();
    long hour = Math.floorDiv(at, HOUR);
    count(issueHours, hour, issue);
    count(projectHours, hour, event.project());
    long minute = Math.floorDiv(at, MINUTE);
    if (minute > Math.floorDiv(event.received().getEpochSecond(), MINUTE) - MINUTES_KEPT) {
      count(issueMinutes, minute, issue);
      count(projectMinutes, minute, event.project());
    }
  }

  private static void count(Map<Slot, long[]> slots, long time, long of) {
    slots.computeIfAbsent(new Slot(time, of), _ -> new long[1])[0]++;
  }

  void write(Prepared prepared) throws SQLException {
    write(prepared, issueHours, "issue_hour", "hour", "issue");
    write(prepared, issueMinutes, "issue_minute", "minute", "issue");
    write(prepared, projectHours, "project_hour", "hour", "project");
    write(prepared, projectMinutes, "project_minute", "minute", "project");
  }

  private static void write(
      Prepared prepared, Map<Slot, long[]> slots, String table, String time, String of)
      throws SQLException {
    if (slots.isEmpty()) {
      return;
    }
    PreparedStatement upsert =
        prepared.of(
            "INSERT INTO %1$s (%2$s, %3$s, events) VALUES (?, ?, ?) ON CONFLICT (%2$s, %3$s) DO UPDATE SET events = %1$s.events + excluded.events"
                .formatted(table, time, of));
    for (Map.Entry<Slot, long[]> slot : slots.entrySet()) {
      upsert.setLong(1, slot.getKey().time());
      upsert.setLong(2, slot.getKey().of());
      upsert.setLong(3, slot.getValue()[0]);
      upsert.addBatch();
    }
    upsert.executeBatch();
  }
}

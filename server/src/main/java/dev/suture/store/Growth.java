package dev.suture.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// By how much more events each issue had in the last 24 hours than in the 24 hours before.
///
/// Two days of hours of all issues are a long read, so that what was read is shown again for a
/// while: the longer the reading took the longer, so that it takes a small part of the time, and
/// never longer than a minute.
final class Growth {
  private static final int HOURS = 24;
  private static final int PART_OF_TIME = 50;
  private static final long LONGEST_NANOS = 60_000_000_000L;

  /// The hour that is now, and those of pages that were begun before.
  private static final int HOURS_HELD = 4;

  private final ReentrantLock reading = new ReentrantLock();
  private final Map<Long, Known> known = new LinkedHashMap<>(8, 0.75f, true);

  /// @param until when it is to be read anew, by the clock of [System#nanoTime]
  private record Known(Map<Long, Long> more, long until) {}

  /// The growth of the issues that had events, by their keys. One caller reads while the others
  /// take what was read before.
  Map<Long, Long> at(Handle handle, long hour) {
    Known before = known(hour);
    if (before != null && System.nanoTime() - before.until() < 0) {
      return before.more();
    }
    if (before == null) {
      reading.lock();
    } else if (!reading.tryLock()) {
      return before.more();
    }
    try {
      Known meanwhile = known(hour);
      if (meanwhile != null && meanwhile != before) {
        return meanwhile.more();
      }
      return keep(hour, read(handle, hour)).more();
    } finally {
      reading.unlock();
    }
  }

  private synchronized @Nullable Known known(long hour) {
    return known.get(hour);
  }

  private synchronized Known keep(long hour, Known read) {
    known.put(hour, read);
    if (known.size() > HOURS_HELD) {
      known.remove(known.keySet().iterator().next());
    }
    return read;
  }

  private static Known read(Handle handle, long hour) {
    long started = System.nanoTime();
    long middle = hour - HOURS;
    Map<Long, Long> more = new HashMap<>();
    handle
        .select(
            "SELECT hour, issue, events FROM issue_hour WHERE hour > ? AND hour <= ?",
            middle - HOURS,
            hour)
        .map(
            (row, _) ->
                more.merge(
                    row.getLong(2),
                    row.getLong(1) > middle ? row.getLong(3) : -row.getLong(3),
                    Long::sum))
        .forEach(_ -> {});
    long ended = System.nanoTime();
    return new Known(more, ended + Math.min(LONGEST_NANOS, PART_OF_TIME * (ended - started)));
  }
}

package dev.suture.ingest.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Notices when a project suddenly gets a multiple of its usual events, and says which of them are
/// more of the same: the first of every fault are always kept.
///
/// The threshold is `max(floor, 6 * usual)` events within the last 60 minutes, where `usual` is the
/// median of the hours of the last seven days in which anything arrived. The floor is 1,000 once a
/// day's worth of such hours is known, and 10,000 before. Over the threshold each fault has 100
/// more events within the window; what is beyond ends as limited.
public final class Spikes {
  static final int FLOOR = 1_000;
  static final int FIRST_FLOOR = 10_000;
  static final int TIMES = 6;
  static final int KEPT_OF_A_FAULT = 100;

  private static final int HOURS = 7 * 24;
  private static final int MINUTES = 60;
  private static final int KNOWN_FAULTS = 10_000;
  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private final Map<Long, Rate> rates = new ConcurrentHashMap<>();

  /// What was counted of a project in an hour that is over, before this process began.
  public void remember(long project, Instant hour, long events) {
    rate(project).remember(hour.getEpochSecond() / HOUR, events);
  }

  /// Counts one event.
  ///
  /// @param fault what it shares with others of its issue
  /// @return whether it is more of the same in a spike
  public boolean isMoreOfTheSame(long project, String fault, Instant received) {
    return rate(project).count(fault, received.getEpochSecond());
  }

  /// How many events of the last hour make a spike of a project.
  public long threshold(long project) {
    return rate(project).threshold();
  }

  private Rate rate(long project) {
    return rates.computeIfAbsent(project, _ -> new Rate());
  }

  private static final class Rate {
    private final long[] hours = new long[HOURS];
    private final long[] hourOf = new long[HOURS];
    private final long[] minutes = new long[MINUTES];
    private final long[] minuteOf = new long[MINUTES];
    private final Map<String, Integer> faults = new HashMap<>();
    private long faultsSince;
    private long thresholdOf = -1;
    private long threshold = FIRST_FLOOR;

    synchronized void remember(long hour, long events) {
      int at = (int) (hour % HOURS);
      if (hour > hourOf[at]) {
        hourOf[at] = hour;
        hours[at] = 0;
      }
      hours[at] += hour == hourOf[at] ? events : 0;
    }

    synchronized long threshold() {
      return threshold;
    }

    synchronized boolean count(String fault, long second) {
      long hour = second / HOUR;
      remember(hour, 1);
      if (hour != thresholdOf) {
        thresholdOf = hour;
        threshold = newThreshold(hour);
      }
      long minute = second / 60;
      int at = (int) (minute % MINUTES);
      if (minuteOf[at] != minute) {
        minuteOf[at] = minute;
        minutes[at] = 0;
      }
      minutes[at]++;
      return window(minute) > threshold && isBeyond(fault, minute);
    }

    private long window(long minute) {
      long events = 0;
      for (int i = 0; i < MINUTES; i++) {
        events += minute - minuteOf[i] < MINUTES ? minutes[i] : 0;
      }
      return events;
    }

    private boolean isBeyond(String fault, long minute) {
      if (minute - faultsSince >= MINUTES || faults.size() > KNOWN_FAULTS) {
        faults.clear();
        faultsSince = minute;
      }
      return faults.merge(fault, 1, Integer::sum) > KEPT_OF_A_FAULT;
    }

    private long newThreshold(long now) {
      long[] busy = new long[HOURS];
      int count = 0;
      for (int i = 0; i < HOURS; i++) {
        boolean recent = hourOf[i] < now && now - hourOf[i] < HOURS;
        if (recent && hours[i] > 0) {
          busy[count++] = hours[i];
        }
      }
      Arrays.sort(busy, 0, count);
      long usual = count == 0 ? 0 : busy[count / 2];
      return Math.max(count >= 24 ? FLOOR : FIRST_FLOOR, TIMES * usual);
    }
  }
}

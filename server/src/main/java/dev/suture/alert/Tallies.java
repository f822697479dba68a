package dev.suture.alert;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The last hour of each project, counted as it arrives: one step for an event, however many rules
/// look. It is memory only; events are filled in again from what is stored, users begin anew.
public final class Tallies {
  static final int SLOT_SECONDS = 10;
  private static final int SLOTS = Condition.LONGEST_WINDOW * 60 / SLOT_SECONDS + 1;
  private static final int MINUTES = Condition.LONGEST_WINDOW + 1;

  private final Map<Long, Hour> projects = new ConcurrentHashMap<>();
  private final Set<Long> stirred = ConcurrentHashMap.newKeySet();
  private final Instant begun;
  private final long salt;

  /// @param salt so that nobody outside can make users that count as one
  public Tallies(Instant begun, long salt) {
    this.begun = begun;
    this.salt = salt;
  }

  /// Counts an event by when it was accepted.
  ///
  /// @param user whoever met it, as sent
  public void add(long project, Instant received, @Nullable String user) {
    Hour hour = projects.computeIfAbsent(project, _ -> new Hour());
    if (hour.add(received.getEpochSecond(), user == null ? 0 : hash(user))) {
      stirred.add(project);
    }
  }

  /// Fills in events that were counted before this began.
  public void fill(long project, Instant minute, long events) {
    projects.computeIfAbsent(project, _ -> new Hour()).fill(minute.getEpochSecond(), events);
    stirred.add(project);
  }

  /// Projects that had events since this was asked last.
  public Set<Long> stirred() {
    Set<Long> taken = new HashSet<>(stirred);
    for (Long project : taken) {
      stirred.remove(project);
      Hour hour = projects.get(project);
      if (hour != null) {
        hour.calm();
      }
    }
    return taken;
  }

  public long events(long project, int minutes, Instant now) {
    Hour hour = projects.get(project);
    return hour == null ? 0 : hour.events(minutes, now.getEpochSecond());
  }

  /// How many distinct users, within some seven percent.
  public long users(long project, int minutes, Instant now) {
    Hour hour = projects.get(project);
    return hour == null ? 0 : hour.users(minutes, now.getEpochSecond());
  }

  /// Whether users are known for so long.
  public boolean knowsUsers(int minutes, Instant now) {
    return !begun.plusSeconds(minutes * 60L).isAfter(now);
  }

  /// Never 0, which stands for nobody.
  private long hash(String user) {
    long hash = salt;
    for (int i = 0; i < user.length(); i++) {
      hash = (hash ^ user.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }

  /// Rings of counts: a slot that belongs to an earlier round is empty.
  private static final class Hour {
    private final long[] times = new long[SLOTS];
    private final long[] events = new long[SLOTS];
    private final long[] minutes = new long[MINUTES];
    private final Distinct[] users = new Distinct[MINUTES];
    private boolean stirred;

    /// @return whether it was calm before
    synchronized boolean add(long second, long user) {
      count(second, 1);
      if (user != 0) {
        long minute = Math.floorDiv(second, 60);
        int at = (int) (minute % MINUTES);
        if (minutes[at] < minute || users[at] == null) {
          minutes[at] = minute;
          users[at] = new Distinct();
        }
        if (minutes[at] == minute) {
          users[at].add(user);
        }
      }
      boolean was = stirred;
      stirred = true;
      return !was;
    }

    private void count(long second, long more) {
      long time = Math.floorDiv(second, SLOT_SECONDS);
      int at = (int) (time % SLOTS);
      if (times[at] < time) {
        times[at] = time;
        events[at] = 0;
      }
      if (times[at] == time) {
        events[at] += more;
      }
    }

    synchronized void fill(long second, long more) {
      count(second, more);
    }

    synchronized void calm() {
      stirred = false;
    }

    synchronized long events(int window, long now) {
      long last = Math.floorDiv(now, SLOT_SECONDS);
      long sum = 0;
      for (long time = last - window * 60L / SLOT_SECONDS + 1; time <= last; time++) {
        int at = (int) Math.floorMod(time, (long) SLOTS);
        sum += times[at] == time ? events[at] : 0;
      }
      return sum;
    }

    synchronized long users(int window, long now) {
      long last = Math.floorDiv(now, 60);
      Distinct all = new Distinct();
      for (long minute = last - window + 1; minute <= last; minute++) {
        int at = (int) Math.floorMod(minute, (long) MINUTES);
        Distinct some = users[at];
        if (minutes[at] == minute && some != null) {
          all.add(some);
        }
      }
      return all.count();
    }
  }
}

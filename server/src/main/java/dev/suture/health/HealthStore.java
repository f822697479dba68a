package dev.suture.health;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the health of releases is kept: in buckets of an hour for ever, of a minute for a day.
public interface HealthStore {
  /// Folds updates of sessions and adds counts, in the transaction of the batch that they came in.
  ///
  /// @param now when the batch arrived
  /// @return how many sessions were not counted because their hour has too many releases and
  ///   environments already
  long record(long project, List<SessionUpdate> updates, List<SessionCounts> counts, Instant now);

  /// Notes that releases were named, in the transaction of the batch.
  void note(long project, List<Seen> batch);

  /// Every release that was named, of all environments together or of one; the newest by its first
  /// sign first, at most a thousand.
  List<Seen> seen(long project, @Nullable String environment);

  /// @param first when it was named first
  /// @param events how many events named it
  record Seen(Place place, Instant first, Instant last, long events) {
    public Seen and(Seen other) {
      return new Seen(
          place,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last,
          events + other.events);
    }
  }

  /// What each release had in a stretch of time, of all environments or of one; most sessions
  /// first.
  List<ReleaseHealth> releases(Window window, @Nullable String environment);

  /// What all releases together had; its name is empty.
  ReleaseHealth whole(Window window, @Nullable String environment);

  /// Oldest first, without the buckets in which nothing was.
  List<Bucket> series(Window window, @Nullable String release, @Nullable String environment);

  /// The last day by the minute, oldest first, without the empty ones.
  List<Bucket> minutes(Window window, @Nullable String release, @Nullable String environment);

  /// The environments that sessions or events of a project named.
  List<String> environments(long project);

  /// @param from inclusive, to the hour
  /// @param to exclusive
  record Window(long project, Instant from, Instant to) {}

  /// @param users distinct, as far as sessions name any
  /// @param crashedUsers distinct users of sessions that crashed
  record Bucket(Instant from, Tally tally, long users, long crashedUsers) {}

  /// @param users distinct over the whole stretch
  record ReleaseHealth(String release, Tally tally, long users, long crashedUsers) {
    public double crashFreeUsers() {
      return Tally.share(crashedUsers, users);
    }
  }
}

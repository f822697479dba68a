package dev.suture.watch;

import dev.suture.deploy.Deployment;
import dev.suture.health.HealthStore;
import dev.suture.health.HealthStore.Bucket;
import dev.suture.health.HealthStore.Window;
import dev.suture.health.Tally;
import dev.suture.watch.Course.Exposure;
import dev.suture.watch.Course.Hour;
import dev.suture.watch.Course.Stretch;
import dev.suture.watch.IssueCounts.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads how an environment goes: by its sessions, or, where none are reported, by the clock.
final class Courses {
  /// How far back what ran before is looked at.
  static final Duration HISTORY = Duration.ofDays(14);

  private static final Duration MINUTES_KEPT = Duration.ofHours(23);

  private final HealthStore health;
  private final IssueCounts counts;

  Courses(HealthStore health, IssueCounts counts) {
    this.health = health;
    this.counts = counts;
  }

  /// The time that is looked at.
  ///
  /// @param hour in which it was deployed, where the history ends
  /// @param from beginning of the first stretch after the deployment
  /// @param to exclusive
  record When(long project, Instant hour, ChronoUnit unit, Instant from, Instant to) {
    static When of(long project, Deployment deployment, Instant to, Instant now) {
      boolean fresh = deployment.at().isAfter(now.minus(MINUTES_KEPT));
      ChronoUnit unit = fresh ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
      return new When(
          project,
          deployment.at().truncatedTo(ChronoUnit.HOURS),
          unit,
          deployment.at().truncatedTo(unit).plus(1, unit),
          to);
    }

    /// Only what was before now.
    static When before(long project, Instant now) {
      Instant hour = now.truncatedTo(ChronoUnit.HOURS);
      return new When(project, hour, ChronoUnit.MINUTES, now, now);
    }

    Instant begin() {
      return hour.minus(HISTORY);
    }
  }

  /// How the environment goes without any deployment in sight.
  Course before(When when, String environment) {
    List<Hour> hours = hours(when, environment);
    return hours.isEmpty() ? byMinutes(when) : new Course(Exposure.session, when, hours, List.of());
  }

  private List<Hour> hours(When when, String environment) {
    Window before = new Window(when.project(), when.begin(), when.hour());
    return health.series(before, null, environment).stream()
        .map(bucket -> new Hour(bucket.from(), failed(bucket.tally()), bucket.tally().sessions()))
        .toList();
  }

  Course bySessions(When when, Deployment deployment) {
    String environment = deployment.environment();
    List<Hour> hours = hours(when, environment);
    if (!when.from().isBefore(when.to())) {
      return new Course(Exposure.session, when, hours, List.of());
    }
    Window since = new Window(when.project(), when.from(), when.to());
    Map<Instant, Tally> own = new TreeMap<>();
    buckets(when, since, deployment.release(), environment)
        .forEach(bucket -> own.put(bucket.from(), bucket.tally()));
    List<Stretch> stretches =
        buckets(when, since, null, environment).stream()
            .filter(bucket -> !bucket.from().isBefore(when.from()))
            .filter(bucket -> bucket.from().isBefore(when.to()))
            .map(bucket -> stretch(bucket, own.getOrDefault(bucket.from(), Tally.NONE)))
            .toList();
    return new Course(Exposure.session, when, hours, stretches);
  }

  private List<Bucket> buckets(
      When when, Window since, @Nullable String release, String environment) {
    return when.unit() == ChronoUnit.MINUTES
        ? health.minutes(since, release, environment)
        : health.series(since, release, environment);
  }

  private static Stretch stretch(Bucket bucket, Tally own) {
    Tally beside = bucket.tally().minus(own);
    return new Stretch(
        bucket.from(), failed(own), own.sessions(), failed(beside), beside.sessions());
  }

  private static long failed(Tally tally) {
    return Math.min(tally.sessions(), tally.crashed() + tally.unhandled());
  }

  /// Error events of the whole project over the clock, whose hours weigh as much as they usually
  /// bring: which release or environment they are of is not counted by time.
  Course byMinutes(When when) {
    Map<Instant, Long> before =
        counts.events(when.project(), new Span(ChronoUnit.HOURS, when.begin(), when.hour()));
    if (before.isEmpty()) {
      return new Course(Exposure.minute, when, List.of(), List.of());
    }
    Instant first = before.keySet().stream().min(Instant::compareTo).orElse(when.hour());
    Rhythm rhythm = Rhythm.of(before, first, when.hour());
    List<Hour> hours = new ArrayList<>();
    for (Instant at = first; at.isBefore(when.hour()); at = at.plus(1, ChronoUnit.HOURS)) {
      hours.add(new Hour(at, before.getOrDefault(at, 0L), 60 * rhythm.at(at)));
    }
    Map<Instant, Long> after =
        counts.events(when.project(), new Span(when.unit(), when.from(), when.to()));
    double minutes = when.unit().getDuration().toMinutes();
    List<Stretch> stretches = new ArrayList<>();
    Instant whole = when.to().truncatedTo(when.unit());
    for (Instant at = when.from(); at.isBefore(whole); at = at.plus(1, when.unit())) {
      stretches.add(new Stretch(at, after.getOrDefault(at, 0L), minutes * rhythm.at(at), 0, 0));
    }
    return new Course(Exposure.minute, when, hours, stretches);
  }
}

package dev.suture.watch;

import dev.suture.deploy.Deployment;
import dev.suture.health.HealthStore;
import dev.suture.health.HealthStore.Bucket;
import dev.suture.health.HealthStore.Window;
import dev.suture.health.Tally;
import dev.suture.watch.Watched.Stream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Gathers what a watch judges from the sessions of a project: those of the deployed release
/// against those of the other releases beside it and before it.
public final class Watching {
  /// How long a deployment is watched.
  public static final Duration LENGTH = Duration.ofHours(24);

  /// How far back what ran before is looked at.
  private static final Duration HISTORY = Duration.ofDays(14);

  private static final Duration MINUTES_KEPT = Duration.ofHours(23);

  private final HealthStore health;
  private final Judge judge;

  public Watching(HealthStore health, Judge judge) {
    this.health = health;
    this.judge = judge;
  }

  /// @return nothing when no session ran before the deployment or none ran since, so that there is
  ///   nothing to compare
  public Optional<Watch> of(long project, Deployment deployment, Instant now) {
    Optional<Baseline> baseline = baseline(project, deployment);
    Instant until = deployment.at().plus(LENGTH);
    List<Sessions> since = since(project, deployment, now.isBefore(until) ? now : until, now);
    if (baseline.isEmpty() || since.stream().allMatch(each -> each.own().sessions() == 0)) {
      return Optional.empty();
    }
    List<Bin> bins = since.stream().map(each -> each.bin(deployment.at())).toList();
    Stream stream = new Stream(baseline.get(), bins);
    Judgement judgement = judge.judge(new Watched(stream, List.of(), List.of(), null));
    List<Watch.Point> points = new ArrayList<>();
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      points.add(
          new Watch.Point(
              since.get(i).at(),
              bin.errors(),
              (long) bin.exposure(),
              bin.besideErrors(),
              (long) bin.besideExposure(),
              judgement.evidence().get(i)));
    }
    return Optional.of(new Watch(deployment, until, baseline.get(), judgement, points));
  }

  private Optional<Baseline> baseline(long project, Deployment deployment) {
    Instant hour = deployment.at().truncatedTo(ChronoUnit.HOURS);
    Window before = new Window(project, hour.minus(HISTORY), hour);
    Map<Instant, Tally> days = new TreeMap<>();
    List<Baseline.Count> hours = new ArrayList<>();
    for (Bucket bucket : health.series(before, null, deployment.environment())) {
      hours.add(count(bucket.tally()));
      days.merge(bucket.from().truncatedTo(ChronoUnit.DAYS), bucket.tally(), Tally::plus);
    }
    List<Baseline.Count> daily = days.values().stream().map(Watching::count).toList();
    return daily.stream().allMatch(day -> day.exposure() == 0)
        ? Optional.empty()
        : Optional.of(Baseline.of(daily, hours));
  }

  private static Baseline.Count count(Tally tally) {
    return new Baseline.Count(failed(tally), tally.sessions());
  }

  private static long failed(Tally tally) {
    return Math.min(tally.sessions(), tally.crashed() + tally.unhandled());
  }

  /// By the minute as long as minutes are kept, later by the hour. The stretch that the deployment
  /// fell into belongs to neither side.
  private List<Sessions> since(long project, Deployment deployment, Instant to, Instant now) {
    boolean fresh = deployment.at().isAfter(now.minus(MINUTES_KEPT));
    ChronoUnit unit = fresh ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
    Instant from = deployment.at().truncatedTo(unit).plus(1, unit);
    if (!from.isBefore(to)) {
      return List.of();
    }
    Window window = new Window(project, from, to);
    String environment = deployment.environment();
    String release = deployment.release();
    List<Bucket> all =
        fresh
            ? health.minutes(window, null, environment)
            : health.series(window, null, environment);
    List<Bucket> own =
        fresh
            ? health.minutes(window, release, environment)
            : health.series(window, release, environment);
    Map<Instant, Tally> ofRelease = new TreeMap<>();
    own.forEach(bucket -> ofRelease.put(bucket.from(), bucket.tally()));
    return all.stream()
        .filter(bucket -> !bucket.from().isBefore(from) && bucket.from().isBefore(to))
        .map(
            bucket -> {
              Tally mine = ofRelease.getOrDefault(bucket.from(), Tally.NONE);
              return new Sessions(bucket.from(), mine, bucket.tally().minus(mine));
            })
        .toList();
  }

  private record Sessions(Instant at, Tally own, Tally beside) {
    Bin bin(Instant deployed) {
      return new Bin(
          (int) Duration.between(deployed, at).toMinutes(),
          failed(own),
          own.sessions(),
          failed(beside),
          beside.sessions());
    }
  }
}

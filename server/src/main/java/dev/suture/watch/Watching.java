package dev.suture.watch;

import dev.suture.deploy.Deployment;
import dev.suture.health.HealthStore;
import dev.suture.io.LeastRecentlyUsed;
import dev.suture.watch.Courses.When;
import dev.suture.watch.Watched.Life;
import dev.suture.watch.Watched.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers what a watch judges: the sessions of the deployed release against those of the other
/// releases beside it and before it, the issues one by one, and who reports at all.
public final class Watching {
  /// How long a deployment is watched.
  public static final Duration LENGTH = Duration.ofHours(24);

  /// What was made so recently is made for all who ask at the same time; a deployment that has run
  /// for long is looked at less often.
  private static final Duration FRESH = Duration.ofSeconds(2);

  private static final Duration FRESH_LATER = Duration.ofSeconds(15);
  private static final Duration YOUNG = Duration.ofHours(1);

  private static final int REMEMBERED = 2_000;

  private final Map<Asked, Made> made = new LeastRecentlyUsed<>(REMEMBERED);

  private final Sources sources;
  private final Judge judge;
  private final Courses courses;
  private final IssueStreams issues;
  private final Signs signs;

  /// What it looks at.
  public record Sources(
      HealthStore health, IssueCounts issues, HeartbeatStore heartbeats, Remedies remedies) {}

  /// Which issue a deployment is to end.
  @FunctionalInterface
  public interface Remedies {
    /// @return id of the issue; empty when the deployment is no hotfix of one
    Optional<String> issue(Deployment deployment);
  }

  public Watching(Sources sources, Judge judge) {
    this.sources = sources;
    this.judge = judge;
    this.courses = new Courses(sources.health(), sources.issues());
    this.issues = new IssueStreams(sources.issues());
    this.signs = new Signs(sources.heartbeats());
  }

  /// @return nothing when neither sessions nor errors were reported before the deployment, or none
  ///   of the sessions since, so that there is nothing to compare
  public Optional<Watch> of(long project, Deployment deployment, Instant now) {
    Asked asked = new Asked(project, deployment);
    synchronized (made) {
      Made before = made.get(asked);
      if (before != null
          && !now.isBefore(before.at())
          && now.isBefore(before.at().plus(freshness(deployment, now)))) {
        return before.watch();
      }
    }
    Optional<Watch> watch = make(project, deployment, now);
    synchronized (made) {
      made.put(asked, new Made(now, watch));
    }
    return watch;
  }

  /// What the watch of a deployment now would need.
  ///
  /// @return nothing when neither sessions nor errors were reported before
  public Optional<Outlook> outlook(long project, String environment, Instant now) {
    Course course = courses.before(When.before(project, now), environment);
    return course.before().stream().anyMatch(hour -> hour.exposure() > 0)
        ? Optional.of(
            new Outlook(course.exposure().name(), course.baseline().rate(), course.lastDay()))
        : Optional.empty();
  }

  private static Duration freshness(Deployment deployment, Instant now) {
    return now.isBefore(deployment.at().plus(YOUNG)) ? FRESH : FRESH_LATER;
  }

  private record Asked(long project, Deployment deployment) {}

  private record Made(Instant at, Optional<Watch> watch) {}

  private Optional<Watch> make(long project, Deployment deployment, Instant now) {
    Instant until = deployment.at().plus(LENGTH);
    When when = When.of(project, deployment, now.isBefore(until) ? now : until, now);
    Course course = course(when, deployment);
    Signs.Read read = signs.of(when, deployment);
    Life life = read.life(course, deployment);
    if (!course.says() && life.heartbeats().isEmpty() && life.arrivals() == null) {
      return Optional.empty();
    }
    List<Bin> bins = course.since().stream().map(each -> each.bin(deployment.at())).toList();
    Stream errors = new Stream(baseline(course), bins);
    Optional<String> issue = sources.remedies().issue(deployment);
    Watched watched =
        new Watched(
            errors,
            life,
            issues.of(when, course, deployment),
            issue.flatMap(id -> issues.of(id, when, course, deployment)).orElse(null));
    Judgement judgement = judge.judge(watched);
    return Optional.of(
        new Watch(
            deployment,
            until,
            new Watch.Counted(course.exposure().name(), issue.orElse(null), read.hosts()),
            errors.baseline(),
            judgement,
            points(course, judgement)));
  }

  private Course course(When when, Deployment deployment) {
    Course bySessions = courses.bySessions(when, deployment);
    return bySessions.before().isEmpty() ? courses.byMinutes(when) : bySessions;
  }

  /// Of a course that says nothing of before, one that proves nothing.
  private static Baseline baseline(Course course) {
    return course.before().stream().anyMatch(hour -> hour.exposure() > 0)
        ? course.baseline()
        : Baseline.of(0, 1e-9);
  }

  private static List<Watch.Point> points(Course course, Judgement judgement) {
    List<Watch.Point> points = new ArrayList<>();
    for (int i = 0; i < course.since().size(); i++) {
      Course.Stretch each = course.since().get(i);
      points.add(
          new Watch.Point(
              each.at(),
              each.errors(),
              Math.round(each.exposure()),
              each.besideErrors(),
              Math.round(each.beside()),
              judgement.evidence().get(i)));
    }
    return points;
  }
}

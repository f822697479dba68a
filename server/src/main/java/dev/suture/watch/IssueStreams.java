package dev.suture.watch;

import dev.suture.deploy.Deployment;
import dev.suture.watch.Course.Hour;
import dev.suture.watch.Course.Stretch;
import dev.suture.watch.Courses.When;
import dev.suture.watch.IssueCounts.Counted;
import dev.suture.watch.IssueCounts.Span;
import dev.suture.watch.Watched.Faults;
import dev.suture.watch.Watched.IssueStream;
import dev.suture.watch.Watched.Stream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// The errors of a deployment's environment told apart by issue, over the exposure of its course.
///
/// An issue's events are counted in all environments and releases together, so they are compared
/// with the whole exposure.
final class IssueStreams {
  /// Busier ones than these are looked at one by one.
  private static final int MOST = 50;

  private final IssueCounts counts;
  private final CountsBefore history;

  IssueStreams(IssueCounts counts) {
    this.counts = counts;
    this.history = new CountsBefore(counts);
  }

  /// Those that clearly go on as they did are left out: what is not looked at counts as no
  /// evidence.
  Faults of(When when, Course course, Deployment deployment) {
    if (!course.says()) {
      return Faults.UNKNOWN;
    }
    List<Counted> seen =
        suspicious(counts.seen(when.project(), deployment.at(), MOST), when, course);
    long population = Math.max(seen.size(), counts.active(when.project(), when.begin()));
    return new Faults(
        streams(seen, when, course, deployment), population, births(when, course, deployment));
  }

  /// Those with clearly more events than before from some hour on.
  private List<Counted> suspicious(List<Counted> issues, When when, Course course) {
    List<Long> keys = issues.stream().map(Counted::key).toList();
    var before = history.of(keys, when);
    Instant from = when.from().truncatedTo(ChronoUnit.HOURS);
    var since = counts.events(keys, new Span(ChronoUnit.HOURS, from, when.to()));
    double exposed = course.before().stream().mapToDouble(Hour::exposure).sum();
    Map<Instant, Double> exposure = new TreeMap<>(Comparator.reverseOrder());
    for (Stretch each : course.since()) {
      exposure.merge(each.at().truncatedTo(ChronoUnit.HOURS), each.whole(), Double::sum);
    }
    return issues.stream()
        .filter(
            each -> {
              double rate =
                  before.getOrDefault(each.key(), Map.of()).values().stream()
                          .mapToLong(Long::longValue)
                          .sum()
                      / exposed;
              return isAbove(since.getOrDefault(each.key(), Map.of()), exposure, rate);
            })
        .toList();
  }

  /// @param exposure by hour, newest first
  private static boolean isAbove(
      Map<Instant, Long> events, Map<Instant, Double> exposure, double rate) {
    double seen = 0;
    double expected = 0;
    for (Map.Entry<Instant, Double> hour : exposure.entrySet()) {
      seen += events.getOrDefault(hour.getKey(), 0L);
      expected += rate * hour.getValue();
      if (seen > 1 && seen > 1.1 * expected) {
        return true;
      }
    }
    return false;
  }

  /// Empty for an issue that there is not, or with nothing to count over.
  Optional<Stream> of(String issue, When when, Course course, Deployment deployment) {
    return !course.says()
        ? Optional.empty()
        : counts
            .of(issue)
            .map(each -> streams(List.of(each), when, course, deployment).getFirst().stream());
  }

  private List<IssueStream> streams(
      List<Counted> issues, When when, Course course, Deployment deployment) {
    if (issues.isEmpty()) {
      return List.of();
    }
    List<Long> keys = issues.stream().map(Counted::key).toList();
    var before = history.of(keys, when);
    var since = counts.events(keys, new Span(when.unit(), when.from(), when.to()));
    return issues.stream()
        .map(
            each ->
                new IssueStream(
                    each.id(),
                    new Stream(
                        bursting(
                            course.baseline(of(before.getOrDefault(each.key(), Map.of()))), each),
                        bins(course, since.getOrDefault(each.key(), Map.of()), deployment))))
        .toList();
  }

  private static ToDoubleFunction<Hour> of(Map<Instant, Long> events) {
    return hour -> events.getOrDefault(hour.from(), 0L);
  }

  /// One user who meets an error a thousand times is one user: the evidence is divided by how many
  /// events an affected user brings, as for bursts of that size.
  private static Baseline bursting(Baseline baseline, Counted issue) {
    double each = issue.users() == 0 ? 1 : (double) issue.events() / issue.users();
    return new Baseline(
        baseline.errors(),
        baseline.exposure(),
        baseline.variation(),
        Math.max(baseline.dispersion(), each));
  }

  private static List<Bin> bins(Course course, Map<Instant, Long> events, Deployment deployment) {
    List<Bin> bins = new ArrayList<>();
    for (Stretch each : course.since()) {
      bins.add(
          Bin.alone(
              each.minute(deployment.at()), events.getOrDefault(each.at(), 0L), each.whole()));
    }
    return bins;
  }

  /// Each issue that was seen for the first time, counted when it was.
  private Stream births(When when, Course course, Deployment deployment) {
    Map<Instant, Long> since = birthsSince(when);
    return new Stream(course.baseline(of(history.births(when))), bins(course, since, deployment));
  }

  private Map<Instant, Long> birthsSince(When when) {
    Map<Instant, Long> births = new HashMap<>();
    if (when.from().isBefore(when.to())) {
      counts
          .begun(when.project(), when.from(), when.to())
          .forEach(at -> births.merge(at.truncatedTo(when.unit()), 1L, Long::sum));
    }
    return births;
  }
}

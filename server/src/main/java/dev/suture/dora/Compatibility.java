package dev.suture.dora;

import dev.suture.deploy.Deployment;
import dev.suture.dora.Outcome.Recovery;
import dev.suture.dora.Report.Judged;
import dev.suture.dora.Report.Request;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How other tools would count the same history, by the rules that they document. Every piece of
/// evidence is an incident to them, for that is what a team would have opened.
public final class Compatibility {
  private Compatibility() {}

  /// @param failures what it divides, by `of`; incidents or deployments, as the tool has it
  /// @param changeFail may pass 1 where the tool's own may; null when nothing is divided by
  /// @param recovery seconds; null when it would show none
  /// @param leadTime seconds; null when it would show none
  /// @param frequency in the tool's own words
  /// @param differs why its numbers are others
  /// @param source where its rule is documented
  public record Count(
      String tool,
      long failures,
      long of,
      @Nullable Double changeFail,
      @Nullable Double recovery,
      @Nullable Double leadTime,
      String frequency,
      String differs,
      String source) {}

  /// Something that went wrong, as a tracker would have it.
  ///
  /// @param blamed what we hold to be its cause
  record Incident(Delivery blamed, Instant opened, @Nullable Instant resolved) {}

  /// One service, as the tools see it.
  record Seen(
      List<Delivery> before,
      List<Delivery> deliveries,
      List<Incident> incidents,
      double[] leadTimes,
      List<double[]> leadTimesByDay,
      List<Request> requests) {}

  static List<Count> of(List<Judged> all, Window window) {
    List<Seen> seen = all.stream().map(each -> seen(each, window)).toList();
    return List.of(
        CountedLike.devLake(seen, window),
        CountedLike.gitLab(seen, window),
        CountedLike.fourKeys(seen, window),
        CountedLike.datadog(seen, window),
        CountedLike.swarmia(seen, window));
  }

  private static Seen seen(Judged judged, Window window) {
    List<Delivery> all = judged.outcomes().stream().map(Outcome::delivery).toList();
    List<Incident> incidents = new ArrayList<>();
    for (Outcome outcome : judged.outcomes()) {
      Recovery recovery = outcome.recovery();
      if (!outcome.failed() || recovery == null) {
        continue;
      }
      if (outcome.evidence().isEmpty()) {
        incidents.add(new Incident(outcome.delivery(), outcome.delivery().at(), recovery.to()));
      }
      for (Evidence each : outcome.evidence()) {
        // A rollback or a hotfix that was only deployed ends an incident; it opens none.
        boolean opens =
            switch (each.kind()) {
              case said, alarm, hotfix -> true;
              case rolledBack, hotfixDeployed -> false;
            };
        if (opens || outcome.evidence().size() == 1) {
          Instant at = opens ? each.at() : outcome.delivery().at();
          incidents.add(new Incident(outcome.delivery(), at, recovery.to()));
        }
      }
    }
    Map<LocalDate, double[]> byDay = new LinkedHashMap<>();
    for (Outcome outcome : judged.in(window)) {
      byDay.computeIfAbsent(
          Report.day(outcome.delivery().at()),
          day -> judged.leadTimes(dayOf(outcome.delivery().at(), window)));
    }
    return new Seen(
        all,
        all.stream().filter(each -> window.has(each.at())).toList(),
        incidents.stream().filter(each -> window.has(each.opened())).toList(),
        judged.leadTimes(window),
        List.copyOf(byDay.values()),
        judged.requests(window));
  }

  private static Window dayOf(Instant at, Window window) {
    Instant start = Report.day(at).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Window(start, start.plus(Duration.ofDays(1)), window.step());
  }

  /// How long those were open that are not any more.
  static List<Double> lengths(List<Incident> incidents) {
    return incidents.stream()
        .filter(each -> each.resolved() != null)
        .map(each -> seconds(each.opened(), Objects.requireNonNull(each.resolved())))
        .toList();
  }

  static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
  }

  static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// From the first commit of each merge request to its deployment.
  static double[] fromFirstCommit(List<Seen> seen) {
    return seen.stream()
        .flatMap(each -> each.requests().stream())
        .mapToDouble(each -> seconds(each.first(), each.deployed()))
        .toArray();
  }

  static double[] fromMerge(List<Seen> seen) {
    return seen.stream()
        .flatMap(each -> each.requests().stream())
        .mapToDouble(each -> seconds(each.landed(), each.deployed()))
        .toArray();
  }

  static @Nullable Double mean(double[] values) {
    return values.length == 0
        ? null
        : Double.valueOf(Arrays.stream(values).average().orElseThrow());
  }

  static double[] leads(List<Seen> seen) {
    return seen.stream().flatMapToDouble(each -> Arrays.stream(each.leadTimes())).toArray();
  }

  /// The lower of both middle values, as `max(x) where percent_rank <= 0.5` picks it.
  static @Nullable Double lowerMedian(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? null : sorted[(sorted.length - 1) / 2];
  }

  /// Days with a deployment, of every week of the window.
  static double[] daysPerWeek(List<Seen> seen, Window window) {
    Map<LocalDate, Set<LocalDate>> weeks = new LinkedHashMap<>();
    for (Window week : new Window(window.from(), window.to(), Window.Step.week).pieces()) {
      weeks.put(monday(week.from()), new LinkedHashSet<>());
    }
    for (Seen each : seen) {
      for (Delivery delivery : each.deliveries()) {
        LocalDate day = Report.day(delivery.at());
        weeks.computeIfAbsent(monday(delivery.at()), _ -> new LinkedHashSet<>()).add(day);
      }
    }
    return weeks.values().stream().mapToDouble(Set::size).toArray();
  }

  private static LocalDate monday(Instant at) {
    return Report.day(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /// Whether a release that ran before is put back, whatever anybody called it.
  static boolean putsBack(Delivery delivery, List<Delivery> all) {
    int at = all.indexOf(delivery);
    return at > 1
        && !all.get(at - 1).release().equals(delivery.release())
        && all.subList(0, at - 1).stream()
            .anyMatch(each -> each.release().equals(delivery.release()));
  }

  static boolean isHotfix(Delivery delivery) {
    return delivery.kind() == Deployment.Kind.hotfix;
  }
}

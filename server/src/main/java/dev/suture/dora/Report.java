package dev.suture.dora;

import dev.suture.deploy.Deployment;
import dev.suture.dora.Figures.Provisional;
import dev.suture.dora.Figures.Rate;
import dev.suture.dora.History.Change;
import dev.suture.dora.Outcome.Recovery;
import dev.suture.dora.Statistics.Interval;
import dev.suture.dora.Statistics.Length;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The figures of some services together, as a whole and piece by piece.
///
/// @param outcomes of the deliveries in the window, newest first
/// @param compared how other tools would count the same
public record Report(
    Window window,
    Figures whole,
    List<Point> trend,
    List<Outcome> outcomes,
    List<Compatibility.Count> compared) {

  /// @param figures of this piece alone
  public record Point(Instant from, Instant to, Figures figures) {}

  public static Report of(List<History> histories, Window window) {
    List<Judged> all = new ArrayList<>();
    for (History history : histories) {
      all.add(Judged.of(history));
    }
    List<Outcome> outcomes =
        all.stream()
            .flatMap(each -> each.outcomes().stream())
            .filter(each -> window.has(each.delivery().at()))
            .sorted(Comparator.comparing((Outcome each) -> each.delivery().at()).reversed())
            .toList();
    return new Report(
        window,
        figures(all, window),
        window.pieces().stream()
            .map(piece -> new Point(piece.from(), piece.to(), figures(all, piece)))
            .toList(),
        outcomes,
        Compatibility.of(all, window));
  }

  /// @param first when its first commit was written
  /// @param landed when it was merged
  record Request(Instant first, Instant landed, Instant deployed) {
    Request with(Request other) {
      return other.first.isBefore(first) ? new Request(other.first, landed, deployed) : this;
    }
  }

  /// @param changes by the id of their deployment
  record Judged(History history, List<Outcome> outcomes, Map<Long, List<Change>> changes) {
    static Judged of(History history) {
      return new Judged(
          history,
          Outcomes.of(history),
          history.changes().stream().collect(Collectors.groupingBy(Change::deployment)));
    }

    List<Outcome> in(Window window) {
      return outcomes.stream().filter(each -> window.has(each.delivery().at())).toList();
    }

    /// From commit to deployment, in seconds, of every commit that the window brought. One that is
    /// dated after its own deployment says nothing.
    double[] leadTimes(Window window) {
      return in(window).stream()
          .flatMap(
              outcome ->
                  outcome.delivery().ids().stream()
                      .flatMap(id -> changes.getOrDefault(id, List.of()).stream())
                      .map(change -> lead(outcome.delivery(), change)))
          .filter(length -> !length.isNegative())
          .mapToDouble(length -> length.toMillis() / 1000.0)
          .toArray();
    }

    /// What came onto the deployed line together: a merge request, or a commit of its own.
    List<Request> requests(Window window) {
      Map<String, Request> requests = new LinkedHashMap<>();
      for (Outcome outcome : in(window)) {
        Instant deployed = outcome.delivery().at();
        for (long id : outcome.delivery().ids()) {
          for (Change change : changes.getOrDefault(id, List.of())) {
            String by = change.by();
            Instant landed = change.landed();
            if (by != null && landed != null && !change.at().isAfter(deployed)) {
              requests.merge(by, new Request(change.at(), landed, deployed), Request::with);
            }
          }
        }
      }
      return List.copyOf(requests.values());
    }

    private static Duration lead(Delivery delivery, Change change) {
      return Duration.between(change.at(), delivery.at());
    }
  }

  private static Figures figures(List<Judged> all, Window window) {
    List<Outcome> in = all.stream().flatMap(each -> each.in(window).stream()).toList();
    List<Outcome> settled =
        in.stream().filter(each -> !each.provisional() && !each.delivery().isRollback()).toList();
    List<Outcome> open = in.stream().filter(Outcome::provisional).toList();
    long unplanned =
        in.stream().filter(each -> each.delivery().kind() != Deployment.Kind.normal).count();
    double[] leads =
        all.stream().flatMapToDouble(each -> Arrays.stream(each.leadTimes(window))).toArray();
    List<Length> recoveries = new ArrayList<>();
    for (Judged each : all) {
      for (Outcome outcome : each.in(window)) {
        Recovery recovery = outcome.recovery();
        if (recovery != null) {
          recoveries.add(length(recovery, each.history().now()));
        }
      }
    }
    return new Figures(
        Figures.lengths(leads),
        frequency(in, window),
        Figures.recovery(recoveries),
        Rate.of(settled.stream().filter(Outcome::failed).count(), settled.size()),
        Rate.of(unplanned, in.size()),
        new Provisional(open.size(), (int) open.stream().filter(Outcome::failed).count()));
  }

  static Length length(Recovery recovery, Instant now) {
    Instant to = recovery.to();
    Instant end = to == null ? now : to;
    return new Length(
        Math.max(0, Duration.between(recovery.from(), end).toMillis() / 1000.0), to != null);
  }

  private static Figures.Frequency frequency(List<Outcome> in, Window window) {
    double days = window.days();
    Interval count = Statistics.poisson(in.size());
    Window byWeek = new Window(window.from(), window.to(), Window.Step.week);
    int[] perWeek =
        byWeek.pieces().stream()
            .mapToInt(
                week -> (int) in.stream().filter(each -> week.has(each.delivery().at())).count())
            .toArray();
    return new Figures.Frequency(
        in.size(),
        days,
        days > 0 ? in.size() / days : null,
        days > 0 ? scaled(count, 1 / days) : Interval.UNKNOWN,
        (int) in.stream().map(each -> day(each.delivery().at())).distinct().count(),
        Bins.weeks(perWeek));
  }

  static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Interval scaled(Interval count, double by) {
    Double low = count.low();
    Double high = count.high();
    return new Interval(low == null ? null : low * by, high == null ? null : high * by);
  }
}

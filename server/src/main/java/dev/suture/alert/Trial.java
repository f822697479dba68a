package dev.suture.alert;

import dev.suture.deploy.Deployment;
import dev.suture.event.Level;
import dev.suture.health.HealthStore;
import dev.suture.health.Tally;
import dev.suture.issue.IssueState;
import dev.suture.monitor.MonitorStore;
import dev.suture.project.Project;
import dev.suture.watch.Verdict;
import dev.suture.watch.Watching;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A dry run: when a rule would have fired over the last fourteen days, as far as what is kept can
/// tell. Counts are kept by the hour, so of a shorter window an hour says yes, no or perhaps.
public final class Trial {
  public static final int DAYS = 14;
  private static final Duration MINUTES_KEPT = Duration.ofHours(23);
  private static final int NEWEST = 200;

  private final AlertFacts facts;
  private final Judging.Sources judged;

  public Trial(AlertFacts facts, Judging.Sources judged) {
    this.facts = facts;
    this.judged = judged;
  }

  /// @param unit what is counted
  /// @param limit the line that is to be crossed; null where there is none
  /// @param below whether it fires below the limit
  /// @param hours one for each hour, oldest first
  /// @param alerts how many would have opened at least
  /// @param note what it cannot tell; null when it can tell all
  public record Result(
      String unit,
      @Nullable Double limit,
      boolean below,
      List<Hour> hours,
      long alerts,
      @Nullable String note) {}

  /// @param value null where nothing is known
  public record Hour(Instant at, @Nullable Double value, Fires fires) {}

  /// Whether it would have fired.
  public enum Fires {
    no,
    perhaps,
    yes
  }

  public Result run(Project project, Condition condition, Instant now) {
    Instant from = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(DAYS));
    Span span = new Span(project, from, now);
    return switch (condition) {
      case Condition.Rate rule -> rate(rule, span);
      case Condition.Users rule -> users(rule, span);
      case Condition.NewIssue(Level level) -> turns(span, IssueState.fresh, level);
      case Condition.Regressed _ -> turns(span, IssueState.regressed, Level.debug);
      case Condition.Escalating _ -> turns(span, IssueState.escalating, Level.debug);
      case Condition.CrashFree rule -> crashFree(rule, span);
      case Condition.Watch rule -> watch(rule, span);
      case Condition.Backport rule -> backport(rule, span);
      case Condition.CheckIn rule -> checkIn(rule, span);
    };
  }

  private record Span(Project project, Instant from, Instant now) {
    List<Instant> hours() {
      List<Instant> hours = new ArrayList<>();
      for (Instant hour = from; hour.isBefore(now); hour = hour.plus(1, ChronoUnit.HOURS)) {
        hours.add(hour);
      }
      return hours;
    }

    TreeMap<Instant, Long> by(List<AlertFacts.Counted> counted) {
      TreeMap<Instant, Long> by = new TreeMap<>();
      hours().forEach(hour -> by.put(hour, 0L));
      counted.forEach(each -> by.computeIfPresent(each.at(), (_, _) -> each.events()));
      return by;
    }
  }

  private Result rate(Condition.Rate rule, Span span) {
    long id = span.project().id();
    TreeMap<Instant, Long> hours = span.by(facts.history(id, span.from(), false));
    Instant exact =
        span.now().minus(MINUTES_KEPT).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    TreeMap<Instant, Long> minutes = new TreeMap<>();
    facts
        .history(id, exact.minus(Duration.ofHours(1)), true)
        .forEach(each -> minutes.put(each.at(), each.events()));
    Windows windows = new Windows(rule.events(), rule.minutes());
    List<Hour> all = new ArrayList<>();
    long before = 0;
    for (var hour : hours.entrySet()) {
      Fires fires =
          hour.getKey().isBefore(exact)
              ? windows.guess(before, hour.getValue())
              : windows.exact(minutes, hour.getKey());
      all.add(new Hour(hour.getKey(), (double) hour.getValue(), fires));
      before = hour.getValue();
    }
    return new Result(
        "events an hour",
        rule.minutes() == 60 ? Double.valueOf(rule.events()) : null,
        false,
        all,
        begun(all),
        "Before yesterday events are kept by the hour: where an hour had enough of them, but"
            + " perhaps not within "
            + rule.minutes()
            + " minutes, it says perhaps.");
  }

  /// A sliding window, against counts of whole hours.
  record Windows(long limit, int minutes) {
    /// By the counts of an hour and of the one before it.
    Fires guess(long before, long count) {
      int parts = (60 + minutes - 1) / minutes;
      if (count > parts * (limit - 1)) {
        return Fires.yes;
      }
      return count > 0 && before + count >= limit ? Fires.perhaps : Fires.no;
    }

    Fires exact(TreeMap<Instant, Long> counts, Instant hour) {
      for (int minute = 0; minute < 60; minute++) {
        Instant last = hour.plus(minute, ChronoUnit.MINUTES);
        Instant first = last.minus(minutes - 1L, ChronoUnit.MINUTES);
        long sum =
            counts.subMap(first, true, last, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (sum >= limit) {
          return Fires.yes;
        }
      }
      return Fires.no;
    }
  }

  private Result users(Condition.Users rule, Span span) {
    Windows windows = new Windows(rule.users(), rule.minutes());
    List<Hour> all = new ArrayList<>();
    span.by(facts.users(span.project().id(), span.from()))
        .forEach((hour, users) -> all.add(new Hour(hour, (double) users, windows.guess(0, users))));
    return new Result(
        "users an hour, at least",
        null,
        false,
        all,
        begun(all),
        "Users of the past are known from the events that are kept with their content, so there"
            + " were at least as many.");
  }

  private Result turns(Span span, IssueState state, Level level) {
    TreeMap<Instant, Long> hours = span.by(List.of());
    List<Instant> turned = facts.turned(span.project().id(), state, level.name(), span.from());
    turned.forEach(
        at -> hours.computeIfPresent(at.truncatedTo(ChronoUnit.HOURS), (_, count) -> count + 1));
    List<Hour> all = new ArrayList<>();
    hours.forEach(
        (hour, count) -> all.add(new Hour(hour, (double) count, count > 0 ? Fires.yes : Fires.no)));
    return new Result("issues an hour", null, false, all, turned.size(), null);
  }

  private Result crashFree(Condition.CrashFree rule, Span span) {
    int width = Math.max(1, (rule.minutes() + 59) / 60);
    TreeMap<Instant, Tally> hours = new TreeMap<>();
    judged
        .health()
        .series(
            new HealthStore.Window(
                span.project().id(), span.from().minus(Duration.ofHours(width)), span.now()),
            null,
            null)
        .forEach(bucket -> hours.merge(bucket.from(), bucket.tally(), Tally::plus));
    List<Hour> all = new ArrayList<>();
    for (Instant hour : span.hours()) {
      Tally sum =
          hours.subMap(hour.minus(Duration.ofHours(width - 1L)), true, hour, true).values().stream()
              .reduce(Tally.NONE, Tally::plus);
      boolean enough = sum.sessions() >= rule.sessions();
      boolean low = enough && 100 * sum.crashFree() < rule.percent();
      Fires sure = rule.minutes() < 60 ? Fires.perhaps : Fires.yes;
      all.add(new Hour(hour, enough ? 100 * sum.crashFree() : null, low ? sure : Fires.no));
    }
    return new Result(
        "percent of the sessions without a crash",
        rule.percent(),
        true,
        all,
        begun(all),
        "Hours with too few sessions are left out.");
  }

  private Result watch(Condition.Watch rule, Span span) {
    TreeMap<Instant, Long> hours = span.by(List.of());
    TreeMap<Instant, Long> fired = new TreeMap<>();
    for (Deployment each : judged.deployments().all(span.project().slug(), NEWEST)) {
      Instant hour = each.at().truncatedTo(ChronoUnit.HOURS);
      if (hours.computeIfPresent(hour, (_, count) -> count + 1) != null
          && rule.verdicts().contains(verdict(each, span))) {
        fired.merge(hour, 1L, Long::sum);
      }
    }
    List<Hour> all = new ArrayList<>();
    hours.forEach(
        (hour, count) ->
            all.add(
                new Hour(hour, (double) count, fired.containsKey(hour) ? Fires.yes : Fires.no)));
    return new Result(
        "deployments an hour",
        null,
        false,
        all,
        fired.values().stream().mapToLong(Long::longValue).sum(),
        "By what each watch says at its end, on what is kept by the hour.");
  }

  /// By the fixes that are missing now, from when they would have been told of.
  private Result backport(Condition.Backport rule, Span span) {
    List<Instant> due =
        judged.hotfixes().all().stream()
            .filter(each -> each.project().equals(span.project().slug()) && each.flagged())
            .map(each -> each.started().plus(Duration.ofHours(rule.hours())))
            .filter(at -> !at.isAfter(span.now()))
            .toList();
    List<Hour> all = new ArrayList<>();
    for (Instant hour : span.hours()) {
      Instant end = hour.plus(1, ChronoUnit.HOURS);
      long missing = due.stream().filter(end::isAfter).count();
      boolean told = due.stream().anyMatch(at -> !at.isBefore(hour) && at.isBefore(end));
      all.add(new Hour(hour, (double) missing, told ? Fires.yes : Fires.no));
    }
    return new Result(
        "fixes missing on a line",
        null,
        false,
        all,
        due.stream().filter(at -> !at.isBefore(span.from())).count(),
        "By the fixes that are missing now; those that were missing for a while are not known.");
  }

  private String verdict(Deployment deployment, Span span) {
    Instant end = deployment.at().plus(Watching.LENGTH);
    return judged
        .watching()
        .of(span.project().id(), deployment, end.isBefore(span.now()) ? end : span.now())
        .map(watch -> watch.judgement().verdict())
        .map(Verdict::word)
        .orElse("undecided");
  }

  private Result checkIn(Condition.CheckIn rule, Span span) {
    Duration silence = Duration.ofMinutes(rule.minutes());
    Map<Instant, List<MonitorStore.Hour>> reported =
        judged.monitors().hours(span.project().id(), span.from()).stream()
            .collect(Collectors.groupingBy(MonitorStore.Hour::at));
    Map<List<String>, Instant> last = new HashMap<>();
    List<Hour> all = new ArrayList<>();
    for (Instant hour : span.hours()) {
      Instant end = hour.plus(1, ChronoUnit.HOURS);
      long wrong = 0;
      for (MonitorStore.Hour each : reported.getOrDefault(hour, List.of())) {
        last.put(List.of(each.monitor(), each.environment()), end);
        wrong += each.failed() > 0 ? 1 : 0;
      }
      Instant until = end.isAfter(span.now()) ? span.now() : end;
      long silent = last.values().stream().filter(at -> at.plus(silence).isBefore(until)).count();
      all.add(new Hour(hour, (double) (wrong + silent), wrong + silent > 0 ? Fires.yes : Fires.no));
    }
    return new Result(
        "jobs that failed or were late",
        null,
        false,
        all,
        begun(all),
        "Reports are kept by the hour: a job that was late by less is not seen.");
  }

  /// How often it begins to fire.
  private static long begun(List<Hour> hours) {
    long begun = 0;
    Fires before = Fires.no;
    for (Hour hour : hours) {
      begun += hour.fires() == Fires.yes && before != Fires.yes ? 1 : 0;
      before = hour.fires();
    }
    return begun;
  }
}

package dev.suture.watch;

import dev.suture.watch.Baseline.Count;
import dev.suture.watch.Courses.When;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// How an environment went before a deployment, by the hour, and how it has gone since.
///
/// @param exposure what errors are counted over
/// @param when the time that is looked at
/// @param before oldest first
/// @param since oldest first; the stretch that the deployment fell into belongs to neither side
record Course(Exposure exposure, When when, List<Hour> before, List<Stretch> since) {
  /// What errors are counted over.
  enum Exposure {
    session,
    minute
  }

  /// @param errors as they are counted over the exposure
  record Hour(Instant from, long errors, double exposure) {}

  /// @param beside the same of the releases that ran beside the watched one
  record Stretch(Instant at, long errors, double exposure, long besideErrors, double beside) {
    Bin bin(Instant deployed) {
      return new Bin(minute(deployed), errors, exposure, besideErrors, beside);
    }

    int minute(Instant deployed) {
      return (int) Duration.between(deployed, at).toMinutes();
    }

    double whole() {
      return exposure + beside;
    }
  }

  boolean says() {
    return before.stream().anyMatch(hour -> hour.exposure() > 0)
        && since.stream().anyMatch(each -> each.exposure() > 0);
  }

  /// Exposure of each of the last 24 hours before, fewer when it was first seen later; none when
  /// nothing came in them.
  List<Double> lastDay() {
    Map<Instant, Double> by = new TreeMap<>();
    before.forEach(hour -> by.put(hour.from(), hour.exposure()));
    Instant first = before.isEmpty() ? when.hour() : before.getFirst().from();
    List<Double> day = new ArrayList<>();
    for (Instant at = when.hour().minus(1, ChronoUnit.DAYS);
        at.isBefore(when.hour());
        at = at.plus(1, ChronoUnit.HOURS)) {
      if (!at.isBefore(first)) {
        day.add(by.getOrDefault(at, 0.0));
      }
    }
    return day.stream().allMatch(hour -> hour == 0) ? List.of() : day;
  }

  Baseline baseline() {
    return baseline(Hour::errors);
  }

  /// What ran before, with errors of another kind over the same exposure.
  Baseline baseline(ToDoubleFunction<Hour> errors) {
    Map<Instant, Count> days = new TreeMap<>();
    List<Count> hours = new ArrayList<>();
    for (Hour hour : before) {
      Count count = new Count((long) errors.applyAsDouble(hour), hour.exposure());
      hours.add(count);
      days.merge(
          hour.from().truncatedTo(ChronoUnit.DAYS),
          count,
          (one, two) -> new Count(one.errors() + two.errors(), one.exposure() + two.exposure()));
    }
    return Baseline.of(List.copyOf(days.values()), hours);
  }
}

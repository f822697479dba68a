package dev.suture.dora;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// The stretch of time that is looked at, in UTC.
///
/// @param to exclusive
public record Window(Instant from, Instant to, Step step) {
  /// How long the pieces of a trend are.
  public enum Step {
    day,
    week,
    month
  }

  boolean has(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  double days() {
    return Duration.between(from, to).toMillis() / 86_400_000.0;
  }

  /// The pieces, whole days, weeks or months, cut at both ends.
  List<Window> pieces() {
    List<Window> pieces = new ArrayList<>();
    LocalDate day = from.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate start =
        switch (step) {
          case day -> day;
          case week -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case month -> day.withDayOfMonth(1);
        };
    while (start.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(to)) {
      LocalDate next =
          switch (step) {
            case day -> start.plusDays(1);
            case week -> start.plusWeeks(1);
            case month -> start.plusMonths(1);
          };
      Instant begin = start.atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant end = next.atStartOfDay(ZoneOffset.UTC).toInstant();
      pieces.add(new Window(begin.isBefore(from) ? from : begin, end.isAfter(to) ? to : end, step));
      start = next;
    }
    return pieces;
  }
}

package dev.suture.issue.query;

import dev.suture.issue.query.Condition.Happened;
import dev.suture.issue.query.Condition.Moment;
import dev.suture.issue.query.Syntax.Operator;
import dev.suture.issue.query.Syntax.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Reads what stands behind a key that is a time: `-24h` for within the last 24 hours, `+7d` for
/// longer ago than 7 days, a day, or an instant of ISO 8601. What names no zone is in UTC.
final class Period {
  private static final int MOST_DIGITS = 6;
  private static final String REMEDY =
      "Write -24h for within the last 24 hours, +7d for longer ago than 7 days,"
          + " or a date, as in >2026-11-01 or 2026-11-01T12:30.";

  private Period() {}

  static Condition read(Moment moment, Operator operator, Value value, Instant now)
      throws BadQuery {
    String text = value.text();
    if (text.startsWith("-") || text.startsWith("+")) {
      Instant then = now.minus(duration(value));
      if (operator != Operator.is) {
        throw new BadQuery(
            value.span(), "A span of time takes no comparison.", "Leave the sign before it out.");
      }
      return text.startsWith("-")
          ? new Happened(moment, then, null)
          : new Happened(moment, null, then);
    }
    Interval named = interval(value);
    return switch (operator) {
      case is -> new Happened(moment, named.from(), named.to());
      case more -> new Happened(moment, named.to(), null);
      case atLeast -> new Happened(moment, named.from(), null);
      case less -> new Happened(moment, null, named.from());
      case atMost -> new Happened(moment, null, named.to());
    };
  }

  /// What a date or an instant stands for: a day, a minute, a second.
  private record Interval(Instant from, Instant to) {}

  private static Duration duration(Value value) throws BadQuery {
    String text = value.text();
    String digits = text.substring(1, Math.max(1, text.length() - 1));
    Duration unit = text.length() < 3 ? null : unit(text.charAt(text.length() - 1));
    boolean counts = !digits.isEmpty() && digits.length() <= MOST_DIGITS;
    if (unit == null || !counts || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new BadQuery(value.span(), "This is no span of time.", REMEDY);
    }
    return unit.multipliedBy(Long.parseLong(digits));
  }

  private static @Nullable Duration unit(char letter) {
    return switch (letter) {
      case 's' -> Duration.ofSeconds(1);
      case 'm' -> Duration.ofMinutes(1);
      case 'h' -> Duration.ofHours(1);
      case 'd' -> Duration.ofDays(1);
      case 'w' -> Duration.ofDays(7);
      default -> null;
    };
  }

  private static Interval interval(Value value) throws BadQuery {
    String text = value.text();
    try {
      if (text.indexOf('T') < 0) {
        Instant day = LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Interval(day, day.plus(Duration.ofDays(1)));
      }
      boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 10;
      Instant at =
          zoned
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
      boolean minute = text.indexOf(':') == text.lastIndexOf(':');
      return new Interval(at, at.plus(minute ? Duration.ofMinutes(1) : Duration.ofSeconds(1)));
    } catch (DateTimeException none) {
      throw new BadQuery(value.span(), "This is no date.", REMEDY);
    }
  }
}

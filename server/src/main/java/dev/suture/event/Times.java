package dev.suture.event;

import dev.suture.json.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Instants as SDKs write them, and what to believe of them.
public final class Times {
  private static final double EARLIEST = 0;
  private static final double LATEST = 253_402_300_799.0;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");
  private static final Pattern ZONED = Pattern.compile(".*(Z|z|[+-][0-9:]{2,6})");
  private static final Duration SMALL_DRIFT = Duration.ofMinutes(1);
  private static final Duration OLDEST = Duration.ofDays(30);

  private Times() {}

  /// Seconds since the epoch as a number or as text, or ISO-8601 with or without a zone; null for
  /// anything else.
  public static @Nullable Instant parse(@Nullable Value value) {
    if (value == null) {
      return null;
    }
    if (value.isNumber()) {
      return epoch(value.doubleValue());
    }
    return value.isString() ? parse(value.stringValue()) : null;
  }

  public static @Nullable Instant parse(String text) {
    if (text.isEmpty() || text.length() > 40) {
      return null;
    }
    try {
      Instant usual = usual(text);
      if (usual != null) {
        return usual;
      }
      if (SECONDS.matcher(text).matches()) {
        return epoch(Double.parseDouble(text));
      }
      String iso = text.replace(' ', 'T');
      boolean zoned = ZONED.matcher(iso).matches() && iso.indexOf('T') > 0 && hasZone(iso);
      return zoned
          ? OffsetDateTime.parse(iso.replace('z', 'Z')).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /// The form of nearly all senders, `2026-05-01T09:58:20.123Z`, by place: a general parser takes
  /// ten times as long, and an event has a hundred breadcrumbs.
  ///
  /// @return null for another form
  private static @Nullable Instant usual(String text) {
    int length = text.length();
    int end = text.charAt(length - 1) == 'Z' ? length - 1 : length;
    boolean framed =
        end >= 19
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && (end == 19 || (text.charAt(19) == '.' && end > 20 && end <= 29));
    if (!framed) {
      return null;
    }
    int nanos = number(text, 20, end);
    for (int digits = end - 20; digits < 9; digits++) {
      nanos *= 10;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    boolean digits = year >= 0 && month >= 0 && day >= 0 && hour >= 0 && minute >= 0 && second >= 0;
    return digits && nanos >= 0
        ? LocalDateTime.of(year, month, day, hour, minute, second, end == 19 ? 0 : nanos)
            .toInstant(ZoneOffset.UTC)
        : null;
  }

  /// @return a negative number when there is anything but digits
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  private static boolean hasZone(String iso) {
    String time = iso.substring(iso.indexOf('T'));
    return time.endsWith("Z") || time.endsWith("z") || time.contains("+") || time.contains("-");
  }

  private static @Nullable Instant epoch(double seconds) {
    if (!(seconds > EARLIEST && seconds < LATEST)) {
      return null;
    }
    long micros = Math.round(seconds * 1e6);
    return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
  }

  /// When an event happened on the server's clock. The sender's clock is off by the difference of
  /// when it says it sent and when that arrived; a time in the future, or too long ago to be true,
  /// is replaced by the arrival's.
  public static Instant believed(@Nullable Instant at, @Nullable Instant sent, Instant received) {
    if (at == null) {
      return received;
    }
    Instant corrected = at;
    if (sent != null) {
      Duration drift = Duration.between(sent, received);
      if (drift.abs().compareTo(SMALL_DRIFT) > 0) {
        corrected = at.plus(drift);
      }
    }
    boolean untrue =
        corrected.isAfter(received.plus(SMALL_DRIFT)) || corrected.isBefore(received.minus(OLDEST));
    return untrue ? received : corrected;
  }
}

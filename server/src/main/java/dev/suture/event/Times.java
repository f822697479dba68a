package dev.suture.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Instants as SDKs write them, and what to believe of them.
public final class Times {
  private static final double EARLIEST = 0;
  private static final double LATEST = 253_402_300_799.0;
  private static final Duration SMALL_DRIFT = Duration.ofMinutes(1);
  private static final Duration OLDEST = Duration.ofDays(30);

  private Times() {}

  /// Seconds since the epoch as a number or as text, or ISO-8601 with or without a zone; null for
  /// anything else.
  public static @Nullable Instant parse(@Nullable JsonNode value) {
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
      if (text.matches("[0-9]{1,12}(\\.[0-9]{1,12})?")) {
        return epoch(Double.parseDouble(text));
      }
      String iso = text.replace(' ', 'T');
      boolean zoned =
          iso.matches(".*(Z|z|[+-][0-9:]{2,6})") && iso.indexOf('T') > 0 && hasZone(iso);
      return zoned
          ? OffsetDateTime.parse(iso.replace('z', 'Z')).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notATime) {
      return null;
    }
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

package dev.suture.sentry;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Extra;
import dev.suture.json.Fields;
import dev.suture.json.Value;
import dev.suture.monitor.CheckIn;
import dev.suture.monitor.CheckIn.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Items `check_in`: a job's word about itself.
final class CheckInTranslation {
  private static final double LONGEST = Duration.ofDays(30).toSeconds();

  private CheckInTranslation() {}

  static Extra translate(byte[] payload, Instant received) throws Malformed {
    Fields checkIn = ItemJson.object(payload);
    Optional<String> monitor = slug(checkIn.text("monitor_slug", Fields.NAME, ""));
    Status status = status(checkIn.text("status", 20, ""));
    if (monitor.isEmpty() || status == null) {
      throw new Malformed("the check-in has no monitor or no status");
    }
    return new Extra.JobWord(
        new CheckIn(
            monitor.get(),
            checkIn.text("environment", Fields.NAME, ""),
            status,
            received,
            took(checkIn.value("duration"))));
  }

  private static Optional<String> slug(String sent) {
    String slug = sent.toLowerCase(Locale.ROOT);
    return slug.matches("[a-z0-9_-]{1,50}") ? Optional.of(slug) : Optional.empty();
  }

  private static @Nullable Status status(String word) {
    return switch (word) {
      case "in_progress" -> Status.running;
      case "ok" -> Status.ok;
      case "error" -> Status.error;
      default -> null;
    };
  }

  private static @Nullable Duration took(@Nullable Value seconds) {
    if (seconds == null || !seconds.isNumber()) {
      return null;
    }
    double value = seconds.doubleValue();
    return value >= 0 && value < LONGEST ? Duration.ofMillis(Math.round(value * 1000)) : null;
  }
}

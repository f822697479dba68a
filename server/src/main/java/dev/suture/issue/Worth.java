package dev.suture.issue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why an event is kept with its content and not counted only; the least worth comes first, and
/// goes first where room is needed.
///
/// The thousandth repetition of a fault says nothing new, so what is kept of an issue grows with
/// the logarithm of its events, with its age in hours, and with what is new about an event.
public enum Worth {
  /// One of many: eight for each doubling of an issue's events, more of those that a replay shows,
  /// and now and then the newest.
  sample,
  /// The first in an hour.
  hour,
  /// Among the first of its issue.
  early,
  /// The first with its release, environment or browser.
  spread,
  /// With a capture, or with the words of a person.
  told,
  /// The very first of its issue, or the one that brought it back.
  first;

  /// How many events of an issue are kept whatever they hold.
  private static final long EARLY = 40;

  private static final long SAMPLES_OF_A_DOUBLING = 8;
  private static final long SAMPLES_WITH_REPLAY = 64;

  /// How much younger than the last one that was kept an event has to be to be kept for its
  /// newness.
  private static final Duration NEWER = Duration.ofMinutes(10);

  /// What is known of an event when this is decided.
  ///
  /// @param ordinal counts the events of the issue from 1
  /// @param turned whether it changed the state of its issue
  /// @param told whether it has a capture or a report
  /// @param shown whether a replay shows it
  /// @param novel whether it is the first with its release, environment or browser
  /// @param received when it was accepted
  /// @param kept when the last one that is kept was accepted
  public record Glance(
      long ordinal,
      boolean turned,
      boolean told,
      boolean shown,
      boolean novel,
      Instant received,
      Instant kept) {}

  /// @return null when the event is counted only
  public static @Nullable Worth of(Glance event) {
    if (event.ordinal() == 1 || event.turned()) {
      return first;
    }
    if (event.told()) {
      return told;
    }
    if (event.novel()) {
      return spread;
    }
    if (event.ordinal() <= EARLY) {
      return early;
    }
    if (hour(event.received()) > hour(event.kept())) {
      return hour;
    }
    long samples = event.shown() ? SAMPLES_WITH_REPLAY : SAMPLES_OF_A_DOUBLING;
    long step = Math.max(1, Long.highestOneBit(event.ordinal()) / samples);
    return event.ordinal() % step == 0 ? sample : null;
  }

  /// Whether the newest event of an issue is kept although nothing else speaks for it: so that an
  /// issue's page never shows one that is much older than the last.
  ///
  /// @param kept when the last one that is kept was accepted
  public static boolean isDue(Instant received, Instant kept) {
    return received.isAfter(kept.plus(NEWER));
  }

  private static long hour(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), 3_600L);
  }
}

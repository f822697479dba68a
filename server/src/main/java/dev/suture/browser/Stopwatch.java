package dev.suture.browser;

import dev.suture.repro.Trial.Laps;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/// Counts how long each part of a run takes.
final class Stopwatch {
  /// In the order in which they follow each other.
  enum Part {
    context,
    application,
    open,
    steps,
    end,
    evidence
  }

  private final InstantSource clock;
  private final Map<Part, Long> ms = new EnumMap<>(Part.class);
  private long last;

  Stopwatch(InstantSource clock) {
    this.clock = clock;
    this.last = clock.millis();
  }

  /// A part is over, and the next one begins.
  void end(Part part) {
    long now = clock.millis();
    ms.merge(part, now - last, Long::sum);
    last = now;
  }

  Laps laps() {
    return new Laps(
        of(Part.context),
        of(Part.application),
        of(Part.open),
        of(Part.steps),
        of(Part.end),
        of(Part.evidence));
  }

  private long of(Part part) {
    return ms.getOrDefault(part, 0L);
  }
}

package dev.suture.watch;

import dev.suture.io.LeastRecentlyUsed;
import dev.suture.watch.Courses.When;
import dev.suture.watch.IssueCounts.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The hours of issues before a deployment. They hardly change any more, and a watch looks at them
/// again and again, so they are kept for a few minutes.
final class CountsBefore {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST_PLACES = 1_000;

  private final IssueCounts counts;
  private final Map<Place, Known> known = new LeastRecentlyUsed<>(MOST_PLACES);

  CountsBefore(IssueCounts counts) {
    this.counts = counts;
  }

  private record Place(long project, Instant hour) {}

  private static final class Known {
    private final Instant read;
    private final Map<Long, Map<Instant, Long>> byIssue = new HashMap<>();
    private @Nullable Map<Instant, Long> births;

    Known(Instant read) {
      this.read = read;
    }
  }

  /// Events by issue and hour; an issue without any has no entry or an empty one.
  synchronized Map<Long, Map<Instant, Long>> of(Collection<Long> keys, When when) {
    Map<Long, Map<Instant, Long>> byIssue = known(when).byIssue;
    List<Long> missing = keys.stream().filter(key -> !byIssue.containsKey(key)).toList();
    if (!missing.isEmpty()) {
      Map<Long, Map<Instant, Long>> read =
          counts.events(missing, new Span(ChronoUnit.HOURS, when.begin(), when.hour()));
      missing.forEach(key -> byIssue.put(key, read.getOrDefault(key, Map.of())));
    }
    return Map.copyOf(byIssue);
  }

  /// Issues that were seen for the first time, by hour.
  synchronized Map<Instant, Long> births(When when) {
    Known before = known(when);
    Map<Instant, Long> births = before.births;
    if (births == null) {
      births = new HashMap<>();
      for (Instant at : counts.begun(when.project(), when.begin(), when.hour())) {
        births.merge(at.truncatedTo(ChronoUnit.HOURS), 1L, Long::sum);
      }
      before.births = Map.copyOf(births);
    }
    return births;
  }

  private Known known(When when) {
    Place place = new Place(when.project(), when.hour());
    Known before = known.get(place);
    if (before == null
        || when.to().isAfter(before.read.plus(KEPT))
        || when.to().isBefore(before.read)) {
      before = new Known(when.to());
      known.put(place, before);
    }
    return before;
  }
}

package dev.suture.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How often errors were seen: of each issue and of a project, by the hour for ever and by the
/// minute for a day.
public interface IssueCounts {
  /// Issues of a project that were seen since an instant, most events since then first.
  List<Counted> seen(long project, Instant since, int most);

  /// The issue of an id; empty when there is none.
  Optional<Counted> of(String issue);

  /// Events of issues, by key and by the beginning of each unit of time; what has none is left out.
  Map<Long, Map<Instant, Long>> events(Collection<Long> keys, Span span);

  /// Events of a project; units without any are left out.
  Map<Instant, Long> events(long project, Span span);

  /// When issues of a project were seen for the first time, oldest first.
  List<Instant> begun(long project, Instant from, Instant to);

  /// How many issues of a project were seen since an instant.
  long active(long project, Instant since);

  /// @param id as shown: `shop-1`
  /// @param events and users of its whole life
  record Counted(String id, long key, long events, long users) {}

  /// @param unit hours or minutes
  /// @param from inclusive, at the beginning of a unit
  /// @param to exclusive
  record Span(ChronoUnit unit, Instant from, Instant to) {}
}

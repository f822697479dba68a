package dev.suture.issue;

import dev.suture.event.Event;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where issues, their events and their counts are kept.
public interface IssueStore {
  /// Stores one micro-batch in one transaction. An event whose project and id are known already
  /// changes nothing: digesting may repeat, counts may not.
  ///
  /// @return for each sighting, in order, what became of it
  List<Recorded> record(List<Sighting> batch);

  /// @param issue id of the issue that the event belongs to
  /// @param fresh false when the event was known already
  record Recorded(String issue, boolean fresh) {}

  /// An event with the group it belongs to.
  ///
  /// @param captured whether a capture came with it
  record Sighting(Event event, Fingerprint fingerprint, boolean captured) {}

  /// Newest first by last seen.
  ///
  /// @param before the cursor of an earlier page; null for the first
  /// @param limit 1 to 100
  Page list(Query query, @Nullable String before, int limit);

  /// @param project slug; null for all
  /// @param text part of title, type or culprit, in any case; null for all
  /// @param state null for all
  record Query(@Nullable String project, @Nullable String text, @Nullable IssueState state) {}

  /// @param next cursor of the next page; null on the last
  record Page(List<Issue> issues, @Nullable String next) {}

  Optional<Issue> find(String id);

  /// How many issues of a project are neither resolved nor archived.
  long open(String project);

  /// Newest first.
  List<EventLine> events(String issue, int limit);

  /// One row of an issue's events.
  record EventLine(
      String id,
      java.time.Instant at,
      @Nullable String release,
      @Nullable String environment,
      @Nullable String user,
      boolean captured) {}

  /// The event as digested.
  Optional<Event> event(long project, String eventId);

  /// Which issue an event went to.
  Optional<String> issueOf(long project, String eventId);

  /// Events per hour, oldest first, for the last `hours` hours up to `until`; zero where there were
  /// none.
  List<Long> perHour(String issue, java.time.Instant until, int hours);

  /// Events per release and per environment, most first.
  List<Share> shares(String issue, String tag, int limit);

  record Share(String value, long events) {}
}

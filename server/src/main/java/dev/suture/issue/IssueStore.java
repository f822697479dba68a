package dev.suture.issue;

import dev.suture.event.Event;
import dev.suture.event.Facets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Where issues, their events and their counts are kept.
public interface IssueStore {
  /// Counts one micro-batch in one transaction, and keeps the content of those events that are
  /// worth it. An event whose project and id were seen already changes nothing: senders may repeat,
  /// counts may not.
  ///
  /// @return what became of each sighting, in order
  List<Recorded> record(List<Sighting> batch);

  /// What became of a sighting.
  sealed interface Recorded {
    /// @param issue id of its issue
    /// @param kept whether the event can be read again, and did not count only
    record Counted(String issue, boolean kept) implements Recorded {}

    /// Its event was counted before.
    record Repeated() implements Recorded {}
  }

  /// An event with the group it belongs to.
  ///
  /// @param captured whether a capture came with it
  /// @param facets what it is counted and found by
  record Sighting(
      Event event, Fingerprint fingerprint, boolean captured, SortedMap<String, String> facets) {
    public Sighting(Event event, Fingerprint fingerprint, boolean captured) {
      this(event, fingerprint, captured, Facets.of(event));
    }
  }

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

  /// The kept ones, newest first.
  List<EventLine> events(String issue, int limit);

  /// One row of an issue's events.
  record EventLine(
      String id,
      java.time.Instant at,
      @Nullable String release,
      @Nullable String environment,
      @Nullable String user,
      boolean captured) {}

  /// How many events of an issue are kept with their content.
  long kept(String issue);

  /// The event as digested, if it was kept.
  Optional<Event> event(long project, String eventId);

  /// Which issue a kept event went to.
  Optional<String> issueOf(long project, String eventId);

  /// Events per hour, oldest first, for the last `hours` hours up to `until`; zero where there were
  /// none.
  List<Long> perHour(String issue, java.time.Instant until, int hours);

  /// Events per minute, oldest first, for the last `minutes` minutes up to `until`; they are known
  /// for a day.
  List<Long> perMinute(String issue, java.time.Instant until, int minutes);

  /// Events per value of a tag, most first. The empty value stands for all that were too many to be
  /// told apart.
  List<Share> shares(String issue, String tag, int limit);

  record Share(String value, long events) {}

  /// Who met an issue, most events first, as far as its kept events say.
  List<Person> people(String issue, int limit);

  /// @param user as a list of events shows them
  /// @param events of theirs that are kept
  record Person(String user, long events, java.time.Instant last) {}
}

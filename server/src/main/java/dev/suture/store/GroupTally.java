package dev.suture.store;

import dev.suture.deploy.ReleaseOrder;
import dev.suture.event.Event;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Happening;
import dev.suture.issue.Headline;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.issue.Life;
import dev.suture.issue.LifeStore.Change;
import dev.suture.issue.Standing;
import dev.suture.issue.activity.Actor;
import dev.suture.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// An issue's row while a batch is folded into it.
final class GroupTally {
  private final long key;
  private final String issue;
  private final Standing before;
  private Standing standing;
  private long firstSeen;
  private long lastSeen;
  private @Nullable String firstRelease;
  private @Nullable String lastRelease;
  private String lastEvent;
  private @Nullable Event newest;
  private long events;
  private long captures;
  private long users;

  private GroupTally(String slug, ResultSet row) throws SQLException {
    key = row.getLong("id");
    issue = new IssueId(slug, row.getLong("number")).text();
    before = SqlLives.standing(row);
    standing = before;
    firstSeen = row.getLong("first_seen");
    lastSeen = row.getLong("last_seen");
    firstRelease = row.getString("first_release");
    lastRelease = row.getString("last_release");
    lastEvent = row.getString("last_event");
  }

  static GroupTally read(Handle handle, String slug, long issue) {
    return handle
        .select(
            """
            SELECT id, number, state, state_since, reason, first_seen, last_seen, first_release,
              last_release, last_event
            FROM issue WHERE id = ?""",
            issue)
        .map((row, _) -> new GroupTally(slug, row))
        .one();
  }

  /// A new issue for its first sighting, under the project's next number.
  ///
  /// @return its key
  static long insert(Handle handle, Sighting sighting) {
    Event event = sighting.event();
    Fingerprint fingerprint = sighting.fingerprint();
    long number =
        handle
            .createQuery(
                "UPDATE project SET last_issue = last_issue + 1 WHERE id = :id RETURNING last_issue")
            .bind("id", event.project())
            .mapTo(Long.class)
            .one();
    return handle
        .createQuery(
            """
            INSERT INTO issue (project, number, hash, rule, parts, type, title, level, platform,
              state, state_since, first_seen, last_seen, events, users, captures, first_release,
              last_release, last_event, search)
            VALUES (:project, :number, :hash, :rule, :parts, '', '', :level, :platform, :state,
              :since, :at, :at, 0, 0, 0, :release, :release, :event, '')
            RETURNING id""")
        .bind("project", event.project())
        .bind("number", number)
        .bind("hash", fingerprint.hash())
        .bind("rule", fingerprint.grouping())
        .bind("parts", Json.MAPPER.writeValueAsString(fingerprint.parts()))
        .bind("level", event.level().name())
        .bind("platform", event.platform())
        .bind("state", IssueState.fresh.word())
        .bind("since", Database.micros(event.received()))
        .bind("at", Database.micros(event.at()))
        .bind("release", event.release())
        .bind("event", event.id())
        .mapTo(Long.class)
        .one();
  }

  long key() {
    return key;
  }

  String issue() {
    return issue;
  }

  void addUsers(long more) {
    users += more;
  }

  /// @param releases of the project; read only where the order matters
  void add(Sighting sighting, LongFunction<ReleaseOrder> releases) {
    Event event = sighting.event();
    ReleaseOrder order =
        standing.state() == IssueState.resolved
            ? releases.apply(event.project())
            : ReleaseOrder.NOTHING_KNOWN;
    standing = Life.next(standing, order, new Happening.Seen(event.received(), event.release()));
    events++;
    captures += sighting.captured() ? 1 : 0;
    long at = Database.micros(event.at());
    if (at < firstSeen) {
      firstSeen = at;
      firstRelease = event.release();
    }
    if (at >= lastSeen) {
      lastSeen = at;
      lastRelease = event.release();
      lastEvent = event.id();
      newest = event;
    }
  }

  void update(Handle handle) {
    handle
        .createUpdate(
            """
            UPDATE issue SET first_seen = :first,
              last_seen = :last, events = events + :events, users = users + :users,
              captures = captures + :captures, first_release = :firstRelease,
              last_release = :lastRelease, last_event = :lastEvent
            WHERE id = :id""")
        .bind("first", firstSeen)
        .bind("last", lastSeen)
        .bind("events", events)
        .bind("users", users)
        .bind("captures", captures)
        .bind("firstRelease", firstRelease)
        .bind("lastRelease", lastRelease)
        .bind("lastEvent", lastEvent)
        .bind("id", key)
        .execute();
    SqlLives.move(handle, key, new Change(before, standing), Actor.SYSTEM);
    if (newest != null) {
      updateHeadline(handle, newest);
    }
  }

  private void updateHeadline(Handle handle, Event event) {
    Headline headline = Headline.of(event);
    Issue.Culprit culprit = headline.culprit();
    String where = culprit == null ? "" : culprit.file() + "\n" + culprit.function();
    String search = headline.type() + "\n" + headline.title() + "\n" + where;
    handle
        .createUpdate(
            """
            UPDATE issue SET type = :type, title = :title, culprit = :culprit, level = :level,
              platform = :platform, search = :search
            WHERE id = :id""")
        .bind("type", headline.type())
        .bind("title", headline.title())
        .bind("culprit", culprit == null ? null : Json.MAPPER.writeValueAsString(culprit))
        .bind("level", event.level().name())
        .bind("platform", event.platform())
        .bind("search", search.toLowerCase(Locale.ROOT))
        .bind("id", key)
        .execute();
  }
}

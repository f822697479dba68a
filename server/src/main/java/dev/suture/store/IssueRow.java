package dev.suture.store;

import dev.suture.deploy.ReleaseOrder;
import dev.suture.event.Event;
import dev.suture.issue.Happening;
import dev.suture.issue.Headline;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.issue.Life;
import dev.suture.issue.LifeStore.Change;
import dev.suture.issue.Standing;
import dev.suture.issue.Worth;
import dev.suture.issue.activity.Actor;
import dev.suture.json.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// An issue's row while a batch is folded into it.
final class IssueRow {
  static final String COLUMNS =
      """
      id, number, state, state_since, reason, first_seen, last_seen, first_release, last_release,
        last_event, last_event_at, events, kept_at""";

  private final long key;
  private final String issue;
  private final long eventsBefore;
  private final Standing before;
  private Standing standing;
  private long firstSeen;
  private long lastSeen;
  private @Nullable String firstRelease;
  private boolean earlier;
  private @Nullable String lastRelease;
  private String lastEvent;
  private long lastEventAt;
  private Instant keptAt;
  private @Nullable Event newestKept;
  private @Nullable String title;
  private @Nullable Passed passed;
  private long events;
  private long captures;

  /// The newest event of the batch that nothing speaks for.
  ///
  /// @param place in the batch
  /// @param hash key of the hash that it counts on
  record Passed(Sighting sighting, int place, long hash) {}

  /// @param row with [#COLUMNS]
  IssueRow(String slug, ResultSet row) throws SQLException {
    key = row.getLong(1);
    issue = new IssueId(slug, row.getLong(2)).text();
    before = SqlLives.standing(row);
    standing = before;
    firstSeen = row.getLong(6);
    lastSeen = row.getLong(7);
    firstRelease = row.getString(8);
    lastRelease = row.getString(9);
    lastEvent = row.getString(10);
    lastEventAt = row.getLong(11);
    eventsBefore = row.getLong(12);
    keptAt = Database.instant(row.getLong(13));
  }

  long key() {
    return key;
  }

  String issue() {
    return issue;
  }

  @Nullable Passed passed() {
    return passed;
  }

  /// Counts an event.
  ///
  /// @param releases of the project; read only where the order matters
  /// @return whether it brought the issue back
  boolean add(Sighting sighting, LongFunction<ReleaseOrder> releases) {
    Event event = sighting.event();
    IssueState state = standing.state();
    ReleaseOrder order =
        state == IssueState.resolved ? releases.apply(event.project()) : ReleaseOrder.NOTHING_KNOWN;
    standing = Life.next(standing, order, new Happening.Seen(event.received(), event.release()));
    boolean turned = standing.state() == IssueState.regressed && state != IssueState.regressed;
    events++;
    captures += sighting.captured() ? 1 : 0;
    long at = Database.micros(event.at());
    if (at < firstSeen) {
      firstSeen = at;
      firstRelease = event.release();
      earlier = true;
    }
    if (at >= lastSeen) {
      lastSeen = at;
      lastRelease = event.release();
    }
    return turned;
  }

  /// Whether the event that was just added is kept.
  ///
  /// @param novel whether it is the first with its release, environment or browser
  @Nullable Worth judge(Sighting sighting, boolean turned, boolean novel) {
    return Worth.of(
        new Worth.Glance(
            eventsBefore + events,
            turned,
            sighting.captured() || sighting.event().report() != null,
            sighting.event().details().fact("replay", "replay_id") != null
                || sighting.event().tags().containsKey("replayId"),
            novel,
            sighting.event().received(),
            keptAt));
  }

  void keep(Sighting sighting) {
    Event event = sighting.event();
    if (event.received().isAfter(keptAt)) {
      keptAt = event.received();
    }
    long at = Database.micros(event.at());
    if (at >= lastEventAt) {
      lastEventAt = at;
      lastEvent = event.id();
      newestKept = event;
      title = sighting.fingerprint().title();
    }
    if (passed != null && !passed.sighting().event().at().isAfter(event.at())) {
      passed = null;
    }
  }

  /// An event that counts only, unless it is the newest and its turn has come.
  void pass(Sighting sighting, int place, long hash) {
    Event event = sighting.event();
    if (Database.micros(event.at()) >= lastEventAt && Worth.isDue(event.received(), keptAt)) {
      passed = new Passed(sighting, place, hash);
    }
  }

  /// Adds the row to the batch of [IssueRows#UPDATE].
  ///
  /// @param users how many there are now; null when that is as before
  void addTo(PreparedStatement update, @Nullable Long users) throws SQLException {
    update.setLong(1, lastSeen);
    update.setString(2, lastRelease);
    update.setString(3, lastEvent);
    update.setLong(4, lastEventAt);
    update.setLong(5, events);
    update.setLong(6, captures);
    update.setLong(7, Database.micros(keptAt));
    update.setObject(8, users);
    update.setString(9, newestKept == null ? null : newestKept.level().name());
    update.setString(10, newestKept == null ? null : newestKept.platform());
    update.setLong(11, key);
    update.addBatch();
  }

  /// Adds to the batch of [IssueRows#UPDATE_FIRST] what happened before all that was known.
  void addFirstTo(PreparedStatement update) throws SQLException {
    if (earlier) {
      update.setLong(1, firstSeen);
      update.setString(2, firstRelease);
      update.setLong(3, key);
      update.addBatch();
    }
  }

  /// Adds the headline to the batch of [IssueRows#UPDATE_TEXT] if there is a newer one.
  void addHeadlineTo(PreparedStatement update) throws SQLException {
    if (newestKept == null) {
      return;
    }
    Headline headline = Headline.of(newestKept);
    bind(update, title == null ? headline : headline.titled(title), key);
    update.addBatch();
  }

  /// Binds a headline to [IssueRows#UPDATE_TEXT].
  static void bind(PreparedStatement update, Headline headline, long issue) throws SQLException {
    Issue.Culprit culprit = headline.culprit();
    String where = culprit == null ? "" : culprit.file() + "\n" + culprit.function();
    String search = headline.type() + "\n" + headline.title() + "\n" + where;
    update.setString(1, headline.type());
    update.setString(2, headline.title());
    update.setString(3, culprit == null ? null : Json.MAPPER.writeValueAsString(culprit));
    update.setString(4, search.toLowerCase(Locale.ROOT));
    update.setLong(5, issue);
  }

  /// Writes where the issue stands, if that changed, with its entry in the log.
  void move(Handle handle) {
    SqlLives.move(handle, key, new Change(before, standing), Actor.SYSTEM);
  }
}

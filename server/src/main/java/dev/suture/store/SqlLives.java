package dev.suture.store;

import dev.suture.issue.Happening.Counts;
import dev.suture.issue.IssueState;
import dev.suture.issue.Life;
import dev.suture.issue.LifeStore;
import dev.suture.issue.Pace;
import dev.suture.issue.Reason;
import dev.suture.issue.Standing;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import dev.suture.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Where issues are in their lives, in SQL.
public final class SqlLives implements LifeStore {
  private static final int MOST_DUE = 1_000;
  private static final String OPEN = "('new', 'ongoing', 'regressed', 'escalating')";

  private final Database database;

  public SqlLives(Database database) {
    this.database = database;
  }

  /// From the columns `state`, `state_since` and `reason`.
  static Standing standing(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new Standing(
        IssueState.of(row.getString("state")),
        Database.instant(row.getLong("state_since")),
        reason == null ? null : Json.MAPPER.readValue(reason, Reason.class));
  }

  /// Writes a change with its entry in the log; nothing when nothing changed.
  static void move(Handle handle, long issue, Change change, Actor actor) {
    Standing after = change.after();
    if (after.equals(change.before())) {
      return;
    }
    Reason reason = after.reason();
    Instant wakes = after.wakes();
    handle
        .createUpdate(
            """
            UPDATE issue SET state = :state, state_since = :since, reason = :reason, wakes = :wakes
            WHERE id = :id\
            """)
        .bind("state", after.state().word())
        .bind("since", Database.micros(after.since()))
        .bind("reason", reason == null ? null : Json.MAPPER.writeValueAsString(reason))
        .bind("wakes", wakes == null ? null : Database.micros(wakes))
        .bind("id", issue)
        .execute();
    SqlActivity.insert(
        handle,
        issue,
        after.since(),
        actor,
        new Deed.Moved(change.before().state(), after.state(), reason));
  }

  private record Row(
      long id,
      long project,
      String slug,
      Standing standing,
      @Nullable String lastRelease,
      @Nullable String assignee,
      long events,
      long users,
      long firstSeen) {}

  /// Most that is looked at stays as it is, and that is found without keeping the writer from the
  /// batches that wait for it.
  @Override
  public Optional<Change> change(String issue, Instant at, Actor actor, Rule rule) {
    Optional<Change> seen =
        database.read(handle -> row(handle, issue).map(row -> next(handle, row, at, rule)));
    if (seen.isEmpty() || seen.get().after().equals(seen.get().before())) {
      return seen;
    }
    return database.write(
        handle ->
            row(handle, issue)
                .map(
                    row -> {
                      Change change = next(handle, row, at, rule);
                      move(handle, row.id(), change, actor);
                      return change;
                    }));
  }

  private static Change next(Handle handle, Row row, Instant at, Rule rule) {
    return new Change(row.standing(), rule.next(facts(handle, row, at)));
  }

  private static Optional<Row> row(Handle handle, String issue) {
    return IssueId.key(handle, issue)
        .flatMap(
            key ->
                handle
                    .select(
                        """
                        SELECT issue.id, issue.project, project.slug, state, state_since, reason,
                          last_release, assignee, events, users, first_seen
                        FROM issue JOIN project ON project.id = issue.project
                        WHERE issue.id = ?\
                        """,
                        key)
                    .map(
                        (row, _) ->
                            new Row(
                                row.getLong("id"),
                                row.getLong("project"),
                                row.getString("slug"),
                                standing(row),
                                row.getString("last_release"),
                                row.getString("assignee"),
                                row.getLong("events"),
                                row.getLong("users"),
                                row.getLong("first_seen")))
                    .findOne());
  }

  private static Facts facts(Handle handle, Row row, Instant at) {
    return new Facts(
        row.slug(),
        row.standing(),
        row.lastRelease(),
        row.assignee(),
        new KnownReleases(handle).of(row.project()),
        counts(handle, row, at),
        () -> pace(handle, row, at));
  }

  private static Counts counts(Handle handle, Row row, Instant at) {
    return switch (row.standing().reason()) {
      case Reason.UntilEvents(long _, Integer minutes, long counted) when minutes != null ->
          new Counts(
              row.events(),
              row.users(),
              Math.min(row.events() - counted, events(handle, row, from(row, at, minutes), at)),
              0);
      case Reason.UntilUsers(long _, Integer minutes, long _) when minutes != null ->
          new Counts(row.events(), row.users(), 0, people(handle, row, from(row, at, minutes)));
      case null -> new Counts(row.events(), row.users(), 0, 0);
      case Reason _ -> new Counts(row.events(), row.users(), 0, 0);
    };
  }

  /// What was there when the issue was archived does not count.
  private static Instant from(Row row, Instant at, int minutes) {
    Instant from = at.minus(Duration.ofMinutes(minutes));
    return from.isBefore(row.standing().since()) ? row.standing().since() : from;
  }

  /// By the minute for a day, by the hour before.
  private static long events(Handle handle, Row row, Instant from, Instant at) {
    boolean minutes = from.isAfter(at.minusSeconds(RateTally.MINUTES_KEPT * RateTally.MINUTE));
    RateTally.Unit unit = minutes ? RateTally.Unit.minute : RateTally.Unit.hour;
    return RateTally.read(handle, unit, row.id(), unit.of(from), unit.of(at)).stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /// As far as kept events say.
  private static long people(Handle handle, Row row, Instant from) {
    return handle
        .select(
            "SELECT count(DISTINCT person) FROM event WHERE issue = ? AND at >= ?",
            row.id(),
            Database.micros(from))
        .mapTo(Long.class)
        .one();
  }

  private static Pace pace(Handle handle, Row row, Instant at) {
    long running = hour(at);
    long first = Math.max(hour(Database.instant(row.firstSeen())), running - Pace.MOST_HOURS);
    List<Long> hours =
        RateTally.read(handle, RateTally.Unit.hour, row.id(), Math.min(first, running), running);
    return new Pace(hours.subList(0, hours.size() - 1), hours.getLast());
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), Duration.ofHours(1).toSeconds());
  }

  @Override
  public Optional<Assignment> assign(String issue, Instant at, Actor actor, Assignment assignment) {
    return database.write(
        handle ->
            row(handle, issue)
                .map(
                    row -> {
                      String assignee = assignment.assignee();
                      if (!java.util.Objects.equals(row.assignee(), assignee)) {
                        handle.execute(
                            "UPDATE issue SET assignee = ? WHERE id = ?", assignee, row.id());
                        SqlActivity.insert(
                            handle,
                            row.id(),
                            at,
                            actor,
                            new Deed.Assigned(assignee, assignment.because()));
                        SqlTasks.reassigned(handle, row.id(), assignee, actor, at);
                      }
                      return new Assignment(row.assignee(), null);
                    }));
  }

  @Override
  public List<String> due(Instant now) {
    long hour = hour(now);
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT project.slug, number FROM (
                      SELECT project, number FROM issue WHERE wakes <= :now
                      UNION
                      SELECT project, number FROM issue
                        WHERE state IN ('new', 'regressed') AND state_since <= :old
                      UNION
                      SELECT issue.project, issue.number FROM issue
                        JOIN issue_hour ON issue_hour.issue = issue.id
                          AND issue_hour.hour IN (:hour, :hour - 1) AND issue_hour.events > :floor
                        WHERE issue.last_seen >= :lately
                          AND issue.state IN ('new', 'ongoing', 'regressed')
                    ) AS due JOIN project ON project.id = due.project
                    LIMIT :most\
                    """)
                .bind("now", Database.micros(now))
                .bind("old", Database.micros(now.minus(Life.NOVELTY)))
                .bind("hour", hour)
                .bind("floor", Pace.FLOOR)
                .bind("lately", Database.micros(now.minus(Duration.ofHours(2))))
                .bind("most", MOST_DUE)
                .map((row, _) -> new IssueId(row.getString(1), row.getLong(2)).text())
                .list());
  }

  @Override
  public List<String> silent(String project, Instant since, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT number FROM issue"
                        + " WHERE project = (SELECT id FROM project WHERE slug = ?)"
                        + " AND last_seen < ? AND state_since < ? AND state IN "
                        + OPEN
                        + " LIMIT ?",
                    project,
                    Database.micros(since),
                    Database.micros(since),
                    limit)
                .map((row, _) -> new IssueId(project, row.getLong(1)).text())
                .list());
  }

  @Override
  public List<Awaited> awaited() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT project.slug, number, state, state_since, reason FROM issue
                    JOIN project ON project.id = issue.project
                    WHERE wakes = 0 AND state = 'resolved'\
                    """)
                .map(
                    (row, _) ->
                        standing(row).reason()
                                    instanceof Reason.InCommit(String commit, String release)
                                && release == null
                            ? Optional.of(
                                new Awaited(
                                    new IssueId(row.getString(1), row.getLong(2)).text(),
                                    row.getString(1),
                                    commit))
                            : Optional.<Awaited>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  @Override
  public List<String> unassigned(String project, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT number FROM issue
                    WHERE project = (SELECT id FROM project WHERE slug = ?)
                      AND state = 'new' AND assignee IS NULL
                      AND NOT EXISTS (SELECT 1 FROM activity WHERE activity.issue = issue.id
                        AND activity.deed LIKE '{"kind":"assigned"%')
                    ORDER BY issue.id LIMIT ?\
                    """,
                    project, limit)
                .map((row, _) -> new IssueId(project, row.getLong(1)).text())
                .list());
  }
}

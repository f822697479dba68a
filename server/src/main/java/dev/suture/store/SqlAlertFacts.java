package dev.suture.store;

import dev.suture.alert.AlertFacts;
import dev.suture.alert.AlertStore;
import dev.suture.event.Level;
import dev.suture.issue.IssueState;
import dev.suture.issue.activity.Deed;
import dev.suture.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What rules are held against, read from the tables of issues: by place, never by event.
public final class SqlAlertFacts implements AlertFacts {
  private static final String ISSUE =
      "issue.project, project.slug, number, level, title, last_release, first_release, events, users";

  private final Database database;

  public SqlAlertFacts(Database database) {
    this.database = database;
  }

  @Override
  public Place place() {
    return database.read(
        handle ->
            handle
                .select("SELECT last_issue, last_move FROM alert_place")
                .map((row, _) -> new Place(row.getLong(1), row.getLong(2)))
                .one());
  }

  @Override
  public Turns turns(Place after, int limit) {
    return database.read(
        handle -> {
          List<Turn> turns = new ArrayList<>();
          long issue = after.issue();
          for (Fresh fresh : fresh(handle, after.issue(), limit)) {
            issue = fresh.id();
            if (fresh.isNew()) {
              turns.add(fresh.turn());
            }
          }
          long move = after.move();
          for (Fresh moved : moved(handle, after.move(), limit)) {
            move = moved.id();
            if (moved.isNew()) {
              turns.add(moved.turn());
            }
          }
          return new Turns(turns, new Place(issue, move));
        });
  }

  /// @param id where it stands in its order
  /// @param isNew whether it is one of those that are asked for
  private record Fresh(long id, boolean isNew, Turn turn) {}

  private static List<Fresh> fresh(Handle handle, long after, int limit) {
    return handle
        .select(
            "SELECT issue.id, state, state_since, "
                + ISSUE
                + " FROM issue JOIN project ON project.id = issue.project"
                + " JOIN issue_text ON issue_text.issue = issue.id"
                + " WHERE issue.id > ? ORDER BY issue.id LIMIT ?",
            after,
            limit)
        .map(
            (row, _) ->
                new Fresh(
                    row.getLong("id"),
                    row.getString("state").equals(IssueState.fresh.word()),
                    turn(row, IssueState.fresh, row.getLong("state_since"), "first_release")))
        .list();
  }

  private static List<Fresh> moved(Handle handle, long after, int limit) {
    return handle
        .select(
            "SELECT activity.id, activity.at, deed, "
                + ISSUE
                + " FROM activity JOIN issue ON issue.id = activity.issue"
                + " JOIN project ON project.id = issue.project"
                + " JOIN issue_text ON issue_text.issue = issue.id"
                + " WHERE activity.id > ? ORDER BY activity.id LIMIT ?",
            after,
            limit)
        .map(
            (row, _) -> {
              Deed deed = Json.MAPPER.readValue(row.getString("deed"), Deed.class);
              IssueState to =
                  deed instanceof Deed.Moved moved && moved.from() != moved.to()
                      ? moved.to()
                      : IssueState.ongoing;
              return new Fresh(
                  row.getLong("id"),
                  to == IssueState.regressed || to == IssueState.escalating,
                  turn(row, to, row.getLong("at"), "last_release"));
            })
        .list();
  }

  private static Turn turn(ResultSet row, IssueState state, long at, String release)
      throws SQLException {
    return new Turn(
        row.getLong("project"),
        new IssueId(row.getString("slug"), row.getLong("number")).text(),
        state,
        Database.instant(at),
        row.getString("level"),
        row.getString("title"),
        row.getString(release),
        row.getLong("events"),
        row.getLong("users"));
  }

  @Override
  public List<Quiet> quieted() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT alert.id, alert.project, issue.state FROM alert
                    JOIN project ON project.id = alert.project
                    LEFT JOIN issue ON issue.project = alert.project
                      AND issue.number =
                        CAST(substr(alert.subject, length(project.slug) + 2) AS BIGINT)
                    WHERE alert.kind IN ('newIssue', 'regressed', 'escalating')
                      AND alert.ended IS NULL
                      AND (issue.state IS NULL
                        OR issue.state NOT IN ('new', 'regressed', 'escalating'))""")
                .map(
                    (row, _) ->
                        new Quiet(
                            row.getLong(2),
                            new AlertStore.Ending(row.getLong(1), why(row.getString(3)))))
                .list());
  }

  private static String why(@Nullable String state) {
    return switch (state) {
      case "resolved" -> "The issue is resolved.";
      case "archived" -> "The issue is archived.";
      case null -> "The issue is gone.";
      default -> "The issue is no news any more.";
    };
  }

  @Override
  public List<Counted> minutes(Instant since) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT project, minute, events FROM project_minute WHERE minute >= ?",
                    Math.floorDiv(since.getEpochSecond(), RateTally.MINUTE))
                .map((row, _) -> counted(row, RateTally.MINUTE))
                .list());
  }

  private static Counted counted(ResultSet row, long width) throws SQLException {
    return new Counted(
        row.getLong(1), Instant.ofEpochSecond(row.getLong(2) * width), row.getLong(3));
  }

  @Override
  public List<Counted> history(long project, Instant from, boolean byMinute) {
    String unit = byMinute ? "minute" : "hour";
    long width = byMinute ? RateTally.MINUTE : RateTally.HOUR;
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT project, <unit>, events FROM project_<unit>"
                        + " WHERE <unit> >= ? AND project = ? ORDER BY <unit>",
                    Math.floorDiv(from.getEpochSecond(), width),
                    project)
                .define("unit", unit)
                .map((row, _) -> counted(row, width))
                .list());
  }

  @Override
  public List<Counted> users(long project, Instant from) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT project, at / 3600000000 AS hour, count(DISTINCT person) FROM event
                    WHERE project = ? AND at >= ? GROUP BY 1, 2 ORDER BY 2""",
                    project,
                    Database.micros(from))
                .map((row, _) -> counted(row, RateTally.HOUR))
                .list());
  }

  @Override
  public List<Instant> turned(long project, IssueState state, String level, Instant from) {
    return state == IssueState.fresh ? came(project, level, from) : moved(project, state, from);
  }

  private List<Instant> came(long project, String level, Instant from) {
    List<String> levels =
        Arrays.stream(Level.values())
            .filter(each -> each.compareTo(Level.valueOf(level)) >= 0)
            .map(Level::name)
            .toList();
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT first_seen FROM issue
                    WHERE project = :project AND first_seen >= :from AND level IN (<levels>)
                    ORDER BY first_seen""")
                .bind("project", project)
                .bind("from", Database.micros(from))
                .bindList("levels", levels)
                .map((row, _) -> Database.instant(row.getLong(1)))
                .list());
  }

  private List<Instant> moved(long project, IssueState state, Instant from) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT activity.at, deed FROM activity JOIN issue ON issue.id = activity.issue
                    WHERE issue.project = ? AND activity.at >= ?
                      AND deed LIKE '{"kind":"moved"%'""",
                    project, Database.micros(from))
                .map(
                    (row, _) ->
                        Json.MAPPER.readValue(row.getString(2), Deed.class)
                                    instanceof Deed.Moved moved
                                && moved.to() == state
                                && moved.from() != state
                            ? Database.instant(row.getLong(1))
                            : Instant.MAX)
                .list()
                .stream()
                .filter(Instant.MAX::isAfter)
                .sorted(Comparator.naturalOrder())
                .toList());
  }
}

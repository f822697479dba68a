package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore;
import dev.suture.issue.Standing;
import dev.suture.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Issues, their events and their counts in SQL.
public final class SqlIssues implements IssueStore {
  static final String SELECT =
      "SELECT issue.*, issue_text.*, project.slug AS slug FROM issue"
          + " JOIN issue_text ON issue_text.issue = issue.id"
          + " JOIN project ON project.id = issue.project ";

  /// A body may move from pack to pack while it is looked for.
  private static final int READS = 3;

  private final Database database;
  private final InstantSource clock;
  private final Recording recording;

  public SqlIssues(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.recording = new Recording(database.bodies());
    database.whenUndone(recording::forget);
  }

  @Override
  public List<Recorded> record(List<Sighting> batch) {
    return database.write(
        handle -> {
          try {
            return recording.record(handle, batch);
          } catch (SQLException failure) {
            throw new IllegalStateException("a batch cannot be recorded", failure);
          }
        });
  }

  @Override
  public Page list(Query query, @Nullable String before, int limit) {
    int most = Math.clamp(limit, 1, 100);
    StringBuilder where = new StringBuilder("WHERE 1 = 1");
    Map<String, Object> values = new HashMap<>();
    if (query.project() != null) {
      where.append(" AND project.slug = :project");
      values.put("project", query.project());
    }
    if (query.text() != null && !query.text().isBlank()) {
      where.append(" AND issue_text.search LIKE :text ESCAPE '!'");
      values.put("text", "%" + literal(query.text().strip()) + "%");
    }
    if (query.state() != null) {
      where.append(" AND issue.state = :state");
      values.put("state", query.state().word());
    }
    if (before != null) {
      Cursor cursor = Cursor.parse(before);
      where.append(
          " AND (issue.last_seen < :seen OR (issue.last_seen = :seen AND issue.id < :key))");
      values.put("seen", cursor.seen());
      values.put("key", cursor.key());
    }
    List<Row> rows =
        database.read(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + where
                            + " ORDER BY issue.last_seen DESC, issue.id DESC LIMIT :most")
                    .bindMap(values)
                    .bind("most", most + 1)
                    .map((row, _) -> row(row))
                    .list());
    List<Issue> issues = rows.stream().limit(most).map(Row::issue).toList();
    return new Page(issues, rows.size() > most ? rows.get(most - 1).cursor().text() : null);
  }

  /// The text with LIKE's wildcards taken literally.
  private static String literal(String text) {
    return text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  @Override
  public Optional<Issue> find(String id) {
    return database.read(
        handle ->
            IssueId.key(handle, id)
                .flatMap(
                    key ->
                        handle
                            .select(SELECT + "WHERE issue.id = ?", key)
                            .map((row, _) -> row(row).issue())
                            .findOne()));
  }

  @Override
  public long open(String project) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT count(*) FROM issue JOIN project ON project.id = issue.project
                    WHERE project.slug = ? AND issue.state NOT IN (?, ?)""",
                    project,
                    IssueState.resolved.word(),
                    IssueState.archived.word())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public List<EventLine> events(String issue, int limit) {
    return ofIssue(
        issue,
        key ->
            database.read(
                handle ->
                    handle
                        .select(
                            """
                            SELECT id, at, release, environment, person, captured FROM event
                            WHERE issue = ? ORDER BY at DESC, id DESC LIMIT ?""",
                            key,
                            limit)
                        .map(
                            (row, _) ->
                                new EventLine(
                                    row.getString(1),
                                    Database.instant(row.getLong(2)),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getBoolean(6)))
                        .list()));
  }

  @Override
  public long kept(String issue) {
    return ofIssue(
            issue,
            key ->
                database.read(
                    handle ->
                        handle
                            .select("SELECT count(*) FROM event WHERE issue = ?", key)
                            .mapTo(Long.class)
                            .list()))
        .stream()
        .findFirst()
        .orElse(0L);
  }

  @Override
  public Optional<Event> event(long project, String eventId) {
    for (int i = 0; i < READS; i++) {
      Optional<KeptEvent> row = KeptEvent.read(database, project, eventId);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      Optional<Event> event = database.bodies().read(row.get().where(), row.get().lost());
      if (event.isPresent()) {
        return event;
      }
    }
    return KeptEvent.read(database, project, eventId).map(KeptEvent::lost);
  }

  @Override
  public Optional<String> issueOf(long project, String eventId) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT project.slug, issue.number FROM event
                    JOIN issue ON issue.id = event.issue
                    JOIN project ON project.id = issue.project
                    WHERE event.project = ? AND event.id = ?""",
                    project,
                    eventId)
                .map((row, _) -> new IssueId(row.getString(1), row.getLong(2)).text())
                .findOne());
  }

  @Override
  public List<Long> perHour(String issue, Instant until, int hours) {
    return rates(issue, RateTally.Unit.hour, until, hours);
  }

  @Override
  public List<Long> perMinute(String issue, Instant until, int minutes) {
    return rates(issue, RateTally.Unit.minute, until, minutes);
  }

  private List<Long> rates(String issue, RateTally.Unit unit, Instant until, int slots) {
    long last = unit.of(until);
    List<Long> counts =
        ofIssue(
            issue,
            key ->
                database.read(handle -> RateTally.read(handle, unit, key, last - slots + 1, last)));
    return counts.isEmpty() ? Collections.nCopies(slots, 0L) : counts;
  }

  @Override
  public List<Share> shares(String issue, String tag, int limit) {
    return ofIssue(
        issue,
        key ->
            database.read(
                handle ->
                    handle
                        .select(
                            """
                            SELECT value, events FROM issue_facet WHERE issue = ? AND name = ?
                            ORDER BY events DESC, value LIMIT ?""",
                            key,
                            tag,
                            limit)
                        .map((row, _) -> new Share(row.getString(1), row.getLong(2)))
                        .list()));
  }

  @Override
  public List<Person> people(String issue, int limit) {
    return ofIssue(
        issue,
        key ->
            database.read(
                handle ->
                    handle
                        .select(
                            """
                            SELECT person, count(*) AS times, max(at) AS last FROM event
                            WHERE issue = ? AND person IS NOT NULL
                            GROUP BY person ORDER BY times DESC, last DESC LIMIT ?""",
                            key,
                            limit)
                        .map(
                            (row, _) ->
                                new Person(
                                    row.getString(1),
                                    row.getLong(2),
                                    Database.instant(row.getLong(3))))
                        .list()));
  }

  private <T> List<T> ofIssue(String issue, java.util.function.LongFunction<List<T>> work) {
    Optional<Long> key = database.read(handle -> IssueId.key(handle, issue));
    return key.isPresent() ? work.apply(key.get()) : List.of();
  }

  record Row(Issue issue, Cursor cursor) {}

  static Row row(ResultSet row) throws SQLException {
    String slug = row.getString("slug");
    long number = row.getLong("number");
    long lastSeen = row.getLong("last_seen");
    String culprit = row.getString("culprit");
    Standing standing = SqlLives.standing(row);
    Issue issue =
        new Issue(
            new IssueId(slug, number).text(),
            slug,
            number,
            row.getString("type"),
            row.getString("title"),
            culprit == null ? null : Json.MAPPER.readValue(culprit, Issue.Culprit.class),
            row.getString("level"),
            row.getString("platform"),
            standing.state(),
            standing.since(),
            standing.reason(),
            row.getString("assignee"),
            Database.instant(row.getLong("first_seen")),
            Database.instant(lastSeen),
            row.getLong("events"),
            row.getLong("users"),
            row.getLong("captures"),
            row.getString("first_release"),
            row.getString("last_release"),
            row.getString("last_event"),
            new Fingerprint(
                row.getString("rule"),
                row.getString("hash"),
                List.of(Json.MAPPER.readValue(row.getString("parts"), String[].class))));
    return new Row(issue, new Cursor(lastSeen, row.getLong("id")));
  }

  /// Where a page ends.
  record Cursor(long seen, long key) {
    static Cursor parse(String text) {
      int dot = text.indexOf('.');
      try {
        return new Cursor(
            Long.parseLong(text, 0, Math.max(dot, 0), 10),
            Long.parseLong(text, dot + 1, text.length(), 10));
      } catch (NumberFormatException _) {
        throw new IllegalArgumentException(
            "not a cursor of an issue list: leave it out to begin with the first page");
      }
    }

    String text() {
      return seen + "." + key;
    }
  }
}

package dev.suture.store;

import dev.suture.issue.IssueState;
import dev.suture.issue.query.Condition;
import dev.suture.issue.query.Condition.Moment;
import dev.suture.issue.query.EventFacts;
import dev.suture.issue.query.EventSearch;
import dev.suture.issue.query.Glob;
import dev.suture.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Searches of kept events in SQL.
///
/// The database says which issues can have such events at all, for that is what its tags are
/// counted by; the events of these are read newest first, and each is compared by its own facets.
/// So nothing has to be indexed for every tag of every event when it is written.
public final class SqlEventSearch implements EventSearch {
  private static final int MOST_PAGE = 100;

  /// So many events are read for one page at the most.
  private static final int READ = 3_000;

  /// Of so few issues the events are found by the issue, else by the time.
  private static final int FEW = 50;

  private static final TypeReference<Map<String, String>> FACETS = new TypeReference<>() {};

  private final Database database;

  public SqlEventSearch(Database database) {
    this.database = database;
  }

  private record Cursor(long at, long key) {
    static Cursor parse(String text) {
      String[] parts = text.split("\\.", 3);
      try {
        if (parts.length == 2) {
          return new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
      } catch (NumberFormatException _) {
        throw refused();
      }
      throw refused();
    }

    private static IllegalArgumentException refused() {
      return new IllegalArgumentException(
          "not a cursor of a list of events: leave it out to begin with the first page");
    }

    String text() {
      return at + "." + key;
    }
  }

  /// @param values that the text refers to by name
  private record Part(String sql, Map<String, Object> values) {}

  private record Row(Line line, EventFacts facts, Cursor place) {}

  @Override
  public Page list(Search search, @Nullable String before, int limit) {
    int most = Math.clamp(limit, 1, MOST_PAGE);
    Cursor cursor = before == null ? null : Cursor.parse(before);
    return database.read(
        handle -> {
          Latest latest = new Latest(handle);
          List<Line> found = new ArrayList<>();
          Cursor last = null;
          int read = 0;
          try (Stream<Row> rows = rows(handle, search, cursor, latest)) {
            for (Row row : (Iterable<Row>) rows::iterator) {
              if (found.size() == most) {
                return new Page(found, last == null ? null : last.text(), null);
              }
              read++;
              last = row.place();
              if (row.facts().match(search.where())) {
                found.add(row.line());
              }
            }
          }
          return read < READ || last == null
              ? new Page(found, null, null)
              : new Page(found, last.text(), Database.instant(last.at()));
        });
  }

  /// The newest release of each project, asked for once.
  private static final class Latest {
    private final KnownReleases releases;
    private final Map<Long, String> known = new HashMap<>();

    Latest(Handle handle) {
      releases = new KnownReleases(handle);
    }

    @Nullable String of(long project) {
      return known.computeIfAbsent(project, each -> releases.of(each).newest(null).orElse(""));
    }
  }

  private static Stream<Row> rows(
      Handle handle, Search search, @Nullable Cursor cursor, Latest latest) {
    IssueConditions conditions = new IssueConditions(handle, search.projects());
    Condition possible = possible(search.where());
    Part of =
        possible.equals(Condition.EVERYTHING)
            ? new Part("", Map.of())
            : issues(handle, conditions, possible);
    var query =
        handle
            .createQuery(
                "SELECT event.key, event.id, event.project, project.slug, issue.number, event.at,"
                    + " event.facets, event.title, event.captured, event.person, issue.state,"
                    + " issue.assignee, issue.first_seen, issue.last_seen, issue.events,"
                    + " issue.users FROM event JOIN issue ON issue.id = event.issue"
                    + " JOIN project ON project.id = event.project WHERE event.project IN ("
                    + conditions.projects()
                    + ")"
                    + of.sql()
                    + times(search.where())
                    + (cursor == null
                        ? ""
                        : " AND (event.at < :at OR (event.at = :at AND event.key < :key))")
                    + " ORDER BY event.at DESC, event.key DESC LIMIT "
                    + READ)
            .bindMap(of.values());
    if (cursor != null) {
      query.bind("at", cursor.at()).bind("key", cursor.key());
    }
    return query.map((row, _) -> row(row, latest)).stream();
  }

  /// That an event is of one of the issues that can have what is looked for.
  private static Part issues(Handle handle, IssueConditions conditions, Condition possible) {
    String which = "SELECT issue.id FROM issue WHERE " + conditions.text(possible);
    List<Long> first =
        handle
            .createQuery(which + " LIMIT " + (FEW + 1))
            .bindMap(conditions.values())
            .mapTo(Long.class)
            .list();
    if (first.size() > FEW) {
      return new Part(" AND event.issue IN (" + which + ")", conditions.values());
    }
    String keys = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return new Part(
        first.isEmpty() ? " AND 1 = 0" : " AND event.issue IN (" + keys + ")", Map.of());
  }

  /// What the issue of an event must have for the event to match; whatever only the event itself
  /// can tell is left open. A value that an issue has too many of to tell apart may be the one.
  private static Condition possible(Condition where) {
    return switch (where) {
      case Condition.All(List<Condition> parts) ->
          parts.stream().map(SqlEventSearch::possible).reduce(Condition.EVERYTHING, Condition::and);
      case Condition.Any(List<Condition> parts) -> {
        List<Condition> ways = parts.stream().map(SqlEventSearch::possible).toList();
        yield ways.contains(Condition.EVERYTHING) ? Condition.EVERYTHING : Condition.any(ways);
      }
      case Condition.Not(Condition part) -> isOfIssue(part) ? where : Condition.EVERYTHING;
      case Condition.Tagged(String name, List<Glob> values) -> {
        List<Glob> more = new ArrayList<>(values);
        more.add(Glob.literal(""));
        yield new Condition.Tagged(name, more);
      }
      case Condition.Says _, Condition.InLatestRelease _ -> Condition.EVERYTHING;
      case Condition.InState _,
          Condition.Unassigned _,
          Condition.AssignedTo _,
          Condition.HasTag _,
          Condition.Happened _,
          Condition.Counted _,
          Condition.IsIssue _,
          Condition.InProject _ ->
          where;
    };
  }

  /// Whether the issue alone decides.
  private static boolean isOfIssue(Condition condition) {
    return switch (condition) {
      case Condition.InState _,
          Condition.Unassigned _,
          Condition.AssignedTo _,
          Condition.Counted _,
          Condition.IsIssue _,
          Condition.InProject _ ->
          true;
      case Condition.Happened happened -> happened.moment() != Moment.event;
      case Condition.All(List<Condition> parts) ->
          parts.stream().allMatch(SqlEventSearch::isOfIssue);
      case Condition.Any(List<Condition> parts) ->
          parts.stream().allMatch(SqlEventSearch::isOfIssue);
      case Condition.Not(Condition part) -> isOfIssue(part);
      case Condition.Tagged _, Condition.HasTag _, Condition.Says _, Condition.InLatestRelease _ ->
          false;
    };
  }

  /// The bounds that the query sets to when an event happened.
  private static String times(Condition where) {
    return switch (where) {
      case Condition.All(List<Condition> parts) ->
          parts.stream().map(SqlEventSearch::times).collect(Collectors.joining());
      case Condition.Happened(Moment moment, Instant from, Instant to)
          when moment == Moment.event ->
          (from == null ? "" : " AND event.at >= " + Database.micros(from))
              + (to == null ? "" : " AND event.at < " + Database.micros(to));
      default -> "";
    };
  }

  private static Row row(ResultSet row, Latest latest) throws SQLException {
    long key = row.getLong(1);
    long project = row.getLong(3);
    String slug = row.getString(4);
    String issue = new IssueId(slug, row.getLong(5)).text();
    long at = row.getLong(6);
    Map<String, String> tags = Json.MAPPER.readValue(row.getString(7), FACETS);
    String title = row.getString(8);
    Line line =
        new Line(
            row.getString(2),
            slug,
            issue,
            Database.instant(at),
            title,
            tags.getOrDefault("level", ""),
            tags.get("release"),
            tags.get("environment"),
            row.getString(10),
            tags.get("browser"),
            tags.get("os"),
            tags.get("url"),
            row.getBoolean(9));
    EventFacts.Standing standing =
        new EventFacts.Standing(
            issue,
            IssueState.of(row.getString(11)),
            row.getString(12),
            Database.instant(row.getLong(13)),
            Database.instant(row.getLong(14)),
            row.getLong(15),
            row.getLong(16));
    EventFacts facts =
        new EventFacts(tags, title, Database.instant(at), slug, standing, latest.of(project));
    return new Row(line, facts, new Cursor(at, key));
  }
}

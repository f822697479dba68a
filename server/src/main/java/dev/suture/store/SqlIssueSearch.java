package dev.suture.store;

import dev.suture.issue.Issue;
import dev.suture.issue.query.IssueSearch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Searches of issues in SQL.
///
/// A page is found by the narrow rows of `issue` alone, and what is shown is read for its few
/// issues afterwards.
public final class SqlIssueSearch implements IssueSearch {
  private static final int MOST_PAGE = 100;
  private static final int MOST_HOURS = 14 * 24;
  private static final long HOUR = 3_600;

  /// Of how many issues tags are added up for a list.
  private static final int LOOKED_AT = 200;

  private final Database database;
  private final Growth growth = new Growth();
  private final FacetSums facets = new FacetSums();

  public SqlIssueSearch(Database database) {
    this.database = database;
  }

  private static final Comparator<Found> HIGHEST_FIRST =
      Comparator.comparingLong(Found::value).thenComparingLong(Found::key).reversed();

  private record Found(long key, long value) {}

  @Override
  public Page list(Search search, @Nullable String before, int limit) {
    int most = Math.clamp(limit, 1, MOST_PAGE);
    SearchCursor cursor = before == null ? null : SearchCursor.parse(before, search.sort());
    long hour =
        search.sort() != Sort.trend
            ? 0
            : cursor != null ? cursor.hour() : Math.floorDiv(search.now().getEpochSecond(), HOUR);
    return database.read(
        handle -> {
          List<Found> found = find(handle, search, cursor, hour, most + 1);
          List<Found> shown = found.subList(0, Math.min(most, found.size()));
          String next =
              found.size() > most
                  ? new SearchCursor(
                          search.sort(), shown.getLast().value(), shown.getLast().key(), hour)
                      .text()
                  : null;
          return new Page(issues(handle, shown), next);
        });
  }

  private List<Found> find(
      Handle handle, Search search, @Nullable SearchCursor cursor, long hour, int most) {
    return switch (search.sort()) {
      case lastSeen -> byColumn(handle, search, cursor, most, "issue.last_seen");
      case firstSeen -> byColumn(handle, search, cursor, most, "issue.first_seen");
      case events -> byColumn(handle, search, cursor, most, "issue.events");
      case users -> byColumn(handle, search, cursor, most, "issue.users");
      case trend -> byGrowth(handle, search, cursor, hour, most);
    };
  }

  private static List<Found> byColumn(
      Handle handle, Search search, @Nullable SearchCursor cursor, int most, String value) {
    IssueConditions conditions = new IssueConditions(handle, search.projects());
    String after =
        cursor == null
            ? ""
            : " AND (" + value + " < :value OR " + value + " = :value AND issue.id < :key)";
    var query =
        handle
            .createQuery(
                "SELECT issue.id, "
                    + value
                    + " AS sorted FROM issue WHERE "
                    + conditions.text(search.where())
                    + after
                    + " ORDER BY sorted DESC, issue.id DESC LIMIT "
                    + most)
            .bindMap(conditions.values());
    if (cursor != null) {
      query.bind("value", cursor.value()).bind("key", cursor.key());
    }
    return query.map((row, _) -> new Found(row.getLong(1), row.getLong(2))).list();
  }

  private List<Found> byGrowth(
      Handle handle, Search search, @Nullable SearchCursor cursor, long hour, int most) {
    Map<Long, Long> more = growth.at(handle, hour);
    IssueConditions conditions = new IssueConditions(handle, search.projects());
    Found last = cursor == null ? null : new Found(cursor.key(), cursor.value());
    return handle
        .createQuery("SELECT issue.id FROM issue WHERE " + conditions.text(search.where()))
        .bindMap(conditions.values())
        .map((row, _) -> new Found(row.getLong(1), more.getOrDefault(row.getLong(1), 0L)))
        .stream()
        .filter(found -> last == null || HIGHEST_FIRST.compare(found, last) > 0)
        .sorted(HIGHEST_FIRST)
        .limit(most)
        .toList();
  }

  private static List<Issue> issues(Handle handle, List<Found> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<Long, Issue> byKey = new HashMap<>();
    handle
        .createQuery(SqlIssues.SELECT + "WHERE issue.id IN (" + keys(found) + ")")
        .map((row, _) -> byKey.put(row.getLong("id"), SqlIssues.row(row).issue()))
        .list();
    return found.stream().map(one -> byKey.get(one.key())).toList();
  }

  private static String keys(List<Found> found) {
    return found.stream().map(one -> Long.toString(one.key())).collect(Collectors.joining(", "));
  }

  @Override
  public long count(Search search, int most) {
    return database.read(
        handle -> {
          IssueConditions conditions = new IssueConditions(handle, search.projects());
          return handle
              .createQuery(
                  "SELECT count(*) FROM (SELECT 1 FROM issue WHERE "
                      + conditions.text(search.where())
                      + " LIMIT "
                      + most
                      + ") AS matching")
              .bindMap(conditions.values())
              .mapTo(Long.class)
              .one();
        });
  }

  @Override
  public List<List<Long>> perHour(List<Issue> issues, Instant until, int hours) {
    int most = Math.clamp(hours, 1, MOST_HOURS);
    long last = Math.floorDiv(until.getEpochSecond(), HOUR);
    long first = last - most + 1;
    return database.read(
        handle -> {
          Map<String, Long> keys = keysOf(handle, issues);
          Map<Long, List<Long>> counts = new HashMap<>();
          keys.values()
              .forEach(key -> counts.put(key, new ArrayList<>(Collections.nCopies(most, 0L))));
          if (!keys.isEmpty()) {
            readHours(handle, first, last, counts);
          }
          return issues.stream().map(issue -> counts.get(keys.get(issue.id()))).toList();
        });
  }

  private static Map<String, Long> keysOf(Handle handle, List<Issue> issues) {
    Map<String, List<Long>> numbers =
        issues.stream()
            .collect(
                Collectors.groupingBy(
                    Issue::project, Collectors.mapping(Issue::number, Collectors.toList())));
    Map<String, Long> keys = new HashMap<>();
    numbers.forEach(
        (slug, some) ->
            handle
                .createQuery(
                    "SELECT issue.number, issue.id FROM issue"
                        + " JOIN project ON project.id = issue.project"
                        + " WHERE project.slug = :slug AND issue.number IN (<numbers>)")
                .bind("slug", slug)
                .bindList("numbers", some)
                .map((row, _) -> keys.put(new IssueId(slug, row.getLong(1)).text(), row.getLong(2)))
                .list());
    return keys;
  }

  /// The hours are named one by one, for the table lies in their order.
  private static void readHours(
      Handle handle, long first, long last, Map<Long, List<Long>> counts) {
    handle
        .createQuery(
            "SELECT issue, hour, events FROM issue_hour"
                + " WHERE hour IN (<hours>) AND issue IN (<issues>)")
        .defineList("hours", LongStream.rangeClosed(first, last).boxed().toList())
        .defineList("issues", List.copyOf(counts.keySet()))
        .map(
            (row, _) ->
                counts
                    .getOrDefault(row.getLong(1), new ArrayList<>())
                    .set((int) (row.getLong(2) - first), row.getLong(3)))
        .list();
  }

  @Override
  public Facets facets(Search search, int values) {
    return database.read(
        handle -> {
          IssueConditions conditions = new IssueConditions(handle, search.projects());
          List<Long> found =
              handle
                  .createQuery(
                      "SELECT issue.id FROM issue WHERE "
                          + conditions.text(search.where())
                          + " ORDER BY issue.last_seen DESC, issue.id DESC LIMIT "
                          + (LOOKED_AT + 1))
                  .bindMap(conditions.values())
                  .mapTo(Long.class)
                  .list();
          List<Long> looked = found.subList(0, Math.min(LOOKED_AT, found.size()));
          try {
            return facets.of(handle, looked, found.size() > LOOKED_AT, values);
          } catch (SQLException failure) {
            throw new IllegalStateException("the tags of issues cannot be read", failure);
          }
        });
  }

  @Override
  public List<Name> names(List<Long> projects, String prefix, int limit) {
    return database.read(
        handle -> {
          IssueConditions conditions = new IssueConditions(handle, projects);
          return handle
              .createQuery(
                  "SELECT name, SUM(events) AS total FROM project_tag WHERE project IN ("
                      + conditions.projects()
                      + ") AND "
                      + conditions.begins("name", prefix)
                      + " GROUP BY name ORDER BY total DESC, name LIMIT "
                      + limit)
              .bindMap(conditions.values())
              .map((row, _) -> new Name(row.getString(1), row.getLong(2)))
              .list();
        });
  }

  @Override
  public List<Value> values(List<Long> projects, String name, String prefix, int limit) {
    return database.read(
        handle -> {
          IssueConditions conditions = new IssueConditions(handle, projects);
          return handle
              .createQuery(
                  "SELECT value, SUM(events) AS total, SUM(issues) FROM (SELECT value, events,"
                      + " (SELECT COUNT(*) FROM issue_tag WHERE tag = id) AS issues"
                      + " FROM project_tag WHERE project IN ("
                      + conditions.projects()
                      + ") AND value <> '' AND name = "
                      + conditions.bind(name)
                      + " AND "
                      + conditions.begins("value", prefix)
                      + " ORDER BY events DESC LIMIT "
                      + limit * Math.max(1, projects.size())
                      + ") AS most GROUP BY value ORDER BY total DESC, value LIMIT "
                      + limit)
              .bindMap(conditions.values())
              .map((row, _) -> new Value(row.getString(1), row.getLong(2), row.getLong(3)))
              .list();
        });
  }
}

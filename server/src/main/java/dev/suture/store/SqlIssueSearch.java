package dev.suture.store;

import dev.suture.issue.Issue;
import dev.suture.issue.query.IssueSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final int TREND_HOURS = 24;
  private static final long HOUR = 3_600;

  /// Of how many issues tags are added up for a list.
  private static final int LOOKED_AT = 200;

  private final Database database;

  public SqlIssueSearch(Database database) {
    this.database = database;
  }

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

  private static List<Found> find(
      Handle handle, Search search, @Nullable SearchCursor cursor, long hour, int most) {
    IssueConditions conditions = new IssueConditions(handle, search.projects());
    String value = value(search.sort());
    String after =
        cursor == null
            ? ""
            : " AND (" + value + " < :value OR " + value + " = :value AND issue.id < :key)";
    var query =
        handle
            .createQuery(
                "SELECT issue.id, "
                    + value
                    + " AS sorted FROM issue "
                    + (search.sort() == Sort.trend ? growth(hour) : "")
                    + " WHERE "
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

  private static String value(Sort sort) {
    return switch (sort) {
      case lastSeen -> "issue.last_seen";
      case firstSeen -> "issue.first_seen";
      case events -> "issue.events";
      case users -> "issue.users";
      case trend -> "COALESCE(growth.more, 0)";
    };
  }

  /// Events of the last 24 hours less those of the 24 hours before, of the issues that had any.
  private static String growth(long hour) {
    long middle = hour - TREND_HOURS;
    return "LEFT JOIN (SELECT issue, SUM(CASE WHEN hour > "
        + middle
        + " THEN events ELSE -events END) AS more FROM issue_hour WHERE hour > "
        + (middle - TREND_HOURS)
        + " AND hour <= "
        + hour
        + " GROUP BY issue) AS growth ON growth.issue = issue.id";
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
          List<Found> found =
              handle
                  .createQuery(
                      "SELECT issue.id FROM issue WHERE "
                          + conditions.text(search.where())
                          + " ORDER BY issue.last_seen DESC, issue.id DESC LIMIT "
                          + (LOOKED_AT + 1))
                  .bindMap(conditions.values())
                  .map((row, _) -> new Found(row.getLong(1), 0))
                  .list();
          List<Found> looked = found.subList(0, Math.min(LOOKED_AT, found.size()));
          return new Facets(
              facets(handle, looked, values), looked.size(), found.size() > LOOKED_AT);
        });
  }

  private static List<Facet> facets(Handle handle, List<Found> issues, int values) {
    if (issues.isEmpty()) {
      return List.of();
    }
    List<Counted> counted =
        handle
            .createQuery(
                "WITH counted AS (SELECT tag, SUM(events) AS events, COUNT(*) AS issues"
                    + " FROM issue_tag WHERE issue IN ("
                    + keys(issues)
                    + ") GROUP BY tag), named AS (SELECT name, value, SUM(counted.events)"
                    + " AS events, SUM(issues) AS issues FROM counted"
                    + " JOIN project_tag ON project_tag.id = counted.tag WHERE value <> ''"
                    + " GROUP BY name, value), ranked AS (SELECT name, value, events, issues,"
                    + " ROW_NUMBER() OVER (PARTITION BY name ORDER BY events DESC, value) AS place,"
                    + " SUM(events) OVER (PARTITION BY name) AS total,"
                    + " COUNT(*) OVER (PARTITION BY name) AS kinds FROM named)"
                    + " SELECT name, total, kinds, value, events, issues FROM ranked"
                    + " WHERE place <= "
                    + values
                    + " ORDER BY name, place")
            .map(
                (row, _) ->
                    new Counted(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        new Value(row.getString(4), row.getLong(5), row.getLong(6))))
            .list();
    Map<String, Facet> facets = new LinkedHashMap<>();
    for (Counted one : counted) {
      facets
          .computeIfAbsent(
              one.tag(), tag -> new Facet(tag, one.total(), one.distinct(), new ArrayList<>()))
          .values()
          .add(one.value());
    }
    return List.copyOf(facets.values());
  }

  private record Counted(String tag, long total, long distinct, Value value) {}

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

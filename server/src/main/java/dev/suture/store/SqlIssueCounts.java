package dev.suture.store;

import dev.suture.watch.IssueCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/// The counters of issues and projects in SQL.
public final class SqlIssueCounts implements IssueCounts {
  /// So many of the newest are summed to find the busiest.
  private static final int SUMMED = 500;

  private static final String COUNTED =
      "SELECT issue.id, slug, number, events, users FROM issue"
          + " JOIN project ON project.id = issue.project";

  private final Database database;

  public SqlIssueCounts(Database database) {
    this.database = database;
  }

  @Override
  public List<Counted> seen(long project, Instant since, int most) {
    return database.read(
        handle -> {
          List<Counted> newest =
              handle
                  .select(
                      COUNTED
                          + " WHERE issue.project = ? AND last_seen >= ?"
                          + " ORDER BY last_seen DESC, issue.id DESC LIMIT "
                          + SUMMED,
                      project,
                      Database.micros(since))
                  .map((row, _) -> counted(row))
                  .list();
          if (newest.size() <= most) {
            return newest;
          }
          Map<Long, Long> sums = sums(handle, newest, since);
          return newest.stream()
              .sorted(
                  Comparator.comparingLong((Counted each) -> sums.getOrDefault(each.key(), 0L))
                      .reversed())
              .limit(most)
              .toList();
        });
  }

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(
        new IssueId(row.getString("slug"), row.getLong("number")).text(),
        row.getLong("id"),
        row.getLong("events"),
        row.getLong("users"));
  }

  private static Map<Long, Long> sums(Handle handle, List<Counted> issues, Instant since) {
    Map<Long, Long> sums = new HashMap<>();
    handle
        .createQuery(
            "SELECT issue, sum(events) FROM issue_hour WHERE hour >= :hour AND issue IN (<issues>)"
                + " GROUP BY issue")
        .bind("hour", RateTally.Unit.hour.of(since))
        .defineList("issues", issues.stream().map(Counted::key).toList())
        .map((row, _) -> sums.put(row.getLong(1), row.getLong(2)))
        .list();
    return sums;
  }

  @Override
  public Optional<Counted> of(String issue) {
    return database.read(
        handle ->
            IssueId.key(handle, issue)
                .flatMap(
                    key ->
                        handle
                            .select(COUNTED + " WHERE issue.id = ?", key)
                            .map((row, _) -> counted(row))
                            .findOne()));
  }

  /// The units are named one by one, for the tables lie in their order.
  @Override
  public Map<Long, Map<Instant, Long>> events(Collection<Long> keys, Span span) {
    Map<Long, Map<Instant, Long>> counts = new HashMap<>();
    List<Long> times = times(span);
    if (keys.isEmpty() || times.isEmpty()) {
      return counts;
    }
    String unit = word(span.unit());
    return database.read(
        handle -> {
          handle
              .createQuery(
                  "SELECT issue, <unit>, events FROM issue_<unit>"
                      + " WHERE <unit> IN (<times>) AND issue IN (<issues>)")
              .define("unit", unit)
              .defineList("times", times)
              .defineList("issues", List.copyOf(keys))
              .map(
                  (row, _) ->
                      counts
                          .computeIfAbsent(row.getLong(1), _ -> new HashMap<>())
                          .put(instant(row.getLong(2), span.unit()), row.getLong(3)))
              .list();
          return counts;
        });
  }

  @Override
  public Map<Instant, Long> events(long project, Span span) {
    Map<Instant, Long> counts = new HashMap<>();
    List<Long> times = times(span);
    if (times.isEmpty()) {
      return counts;
    }
    String unit = word(span.unit());
    return database.read(
        handle -> {
          handle
              .createQuery(
                  "SELECT <unit>, events FROM project_<unit>"
                      + " WHERE <unit> IN (<times>) AND project = :project")
              .define("unit", unit)
              .defineList("times", times)
              .bind("project", project)
              .map((row, _) -> counts.put(instant(row.getLong(1), span.unit()), row.getLong(2)))
              .list();
          return counts;
        });
  }

  private static String word(ChronoUnit unit) {
    return unit == ChronoUnit.MINUTES ? "minute" : "hour";
  }

  private static List<Long> times(Span span) {
    long seconds = span.unit().getDuration().toSeconds();
    return LongStream.range(
            Math.floorDiv(span.from().getEpochSecond(), seconds),
            Math.ceilDiv(span.to().getEpochSecond(), seconds))
        .boxed()
        .toList();
  }

  private static Instant instant(long slot, ChronoUnit unit) {
    return Instant.ofEpochSecond(slot * unit.getDuration().toSeconds());
  }

  @Override
  public List<Instant> begun(long project, Instant from, Instant to) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT first_seen FROM issue"
                        + " WHERE project = ? AND first_seen >= ? AND first_seen < ?"
                        + " ORDER BY first_seen",
                    project,
                    Database.micros(from),
                    Database.micros(to))
                .map((row, _) -> Database.instant(row.getLong(1)))
                .list());
  }

  @Override
  public long active(long project, Instant since) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT count(*) FROM issue WHERE project = ? AND last_seen >= ?",
                    project,
                    Database.micros(since))
                .mapTo(Long.class)
                .one());
  }
}

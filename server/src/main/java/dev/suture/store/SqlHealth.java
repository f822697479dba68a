package dev.suture.store;

import dev.suture.health.HealthStore;
import dev.suture.health.Place;
import dev.suture.health.SessionCounts;
import dev.suture.health.SessionUpdate;
import dev.suture.health.Tally;
import dev.suture.store.UserSketch.Precision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The health of releases in SQL.
public final class SqlHealth implements HealthStore {
  private static final String HOURS =
      "SELECT * FROM health_hour WHERE project = :project AND hour >= :from AND hour < :to";
  private static final String MINUTES =
      "SELECT * FROM health_minute WHERE project = :project AND minute >= :from AND minute < :to";

  private final Database database;

  public SqlHealth(Database database) {
    this.database = database;
  }

  @Override
  public long record(
      long project, List<SessionUpdate> updates, List<SessionCounts> counts, Instant now) {
    return database.write(
        handle -> new HealthRecording(handle, project, now).record(updates, counts));
  }

  @Override
  public void note(long project, List<Seen> batch) {
    Map<Place, Seen> rows = new LinkedHashMap<>();
    batch.forEach(one -> rows.merge(one.place(), one, Seen::and));
    database.write(
        handle -> {
          rows.values().forEach(one -> upsert(handle, project, one));
          return rows.size();
        });
  }

  static void upsert(Handle handle, long project, Seen seen) {
    handle
        .createUpdate(
            """
            INSERT INTO release_seen
              (project, release, environment, first_seen, last_seen, events)
            VALUES (:project, :release, :environment, :first, :last, :events)
            ON CONFLICT (project, release, environment) DO UPDATE SET
              first_seen = CASE WHEN excluded.first_seen < release_seen.first_seen
                THEN excluded.first_seen ELSE release_seen.first_seen END,
              last_seen = CASE WHEN excluded.last_seen > release_seen.last_seen
                THEN excluded.last_seen ELSE release_seen.last_seen END,
              events = release_seen.events + excluded.events""")
        .bind("project", project)
        .bind("release", seen.place().release())
        .bind("environment", seen.place().environment())
        .bind("first", Database.micros(seen.first()))
        .bind("last", Database.micros(seen.last()))
        .bind("events", seen.events())
        .execute();
  }

  @Override
  public List<Seen> seen(long project, @Nullable String environment) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT release, MIN(first_seen), MAX(last_seen), SUM(events) FROM release_seen
                    WHERE project = :project AND (:any OR environment = :environment)
                    GROUP BY release ORDER BY MIN(first_seen) DESC, release LIMIT 1000""")
                .bind("project", project)
                .bind("any", environment == null)
                .bind("environment", environment == null ? "" : environment)
                .map(
                    (row, _) ->
                        new Seen(
                            Place.of(row.getString(1), environment),
                            Database.instant(row.getLong(2)),
                            Database.instant(row.getLong(3)),
                            row.getLong(4)))
                .list());
  }

  /// Rows of one release or one hour, joined.
  private static final class Sum {
    private Tally tally = Tally.NONE;
    private final UserSketch users = UserSketch.empty(Precision.coarse);
    private final UserSketch crashed = UserSketch.empty(Precision.coarse);

    void add(ResultSet row) throws SQLException {
      tally = tally.plus(tally(row));
      users.add(UserSketch.read(Precision.coarse, row.getBytes("users")));
      crashed.add(UserSketch.read(Precision.coarse, row.getBytes("crashed_users")));
    }
  }

  @Override
  public List<ReleaseHealth> releases(Window window, @Nullable String environment) {
    Map<String, Sum> sums = new HashMap<>();
    database.read(
        handle ->
            select(handle, HOURS, window, null, environment)
                .map(
                    (row, _) -> {
                      sums.computeIfAbsent(row.getString("release"), _ -> new Sum()).add(row);
                      return true;
                    })
                .list());
    List<ReleaseHealth> releases = new ArrayList<>();
    sums.forEach(
        (release, sum) ->
            releases.add(
                new ReleaseHealth(release, sum.tally, sum.users.count(), sum.crashed.count())));
    releases.sort(
        Comparator.comparingLong((ReleaseHealth one) -> one.tally().sessions())
            .reversed()
            .thenComparing(ReleaseHealth::release));
    return releases;
  }

  @Override
  public ReleaseHealth whole(Window window, @Nullable String environment) {
    Sum sum = new Sum();
    database.read(
        handle ->
            select(handle, HOURS, window, null, environment)
                .map(
                    (row, _) -> {
                      sum.add(row);
                      return true;
                    })
                .list());
    return new ReleaseHealth("", sum.tally, sum.users.count(), sum.crashed.count());
  }

  @Override
  public List<Bucket> series(
      Window window, @Nullable String release, @Nullable String environment) {
    TreeMap<Long, Sum> sums = new TreeMap<>();
    database.read(
        handle ->
            select(handle, HOURS, window, release, environment)
                .map(
                    (row, _) -> {
                      sums.computeIfAbsent(row.getLong("hour"), _ -> new Sum()).add(row);
                      return true;
                    })
                .list());
    List<Bucket> buckets = new ArrayList<>();
    sums.forEach(
        (hour, sum) ->
            buckets.add(
                new Bucket(
                    Database.instant(hour * HealthRecording.HOUR),
                    sum.tally,
                    sum.users.count(),
                    sum.crashed.count())));
    return buckets;
  }

  @Override
  public List<Bucket> minutes(
      Window window, @Nullable String release, @Nullable String environment) {
    TreeMap<Long, Tally> tallies = new TreeMap<>();
    database.read(
        handle ->
            select(handle, MINUTES, window, release, environment)
                .map((row, _) -> tallies.merge(row.getLong("minute"), tally(row), Tally::plus))
                .list());
    List<Bucket> buckets = new ArrayList<>();
    tallies.forEach(
        (minute, tally) ->
            buckets.add(
                new Bucket(Database.instant(minute * HealthRecording.MINUTE), tally, 0, 0)));
    return buckets;
  }

  private static Query select(
      Handle handle,
      String table,
      Window window,
      @Nullable String release,
      @Nullable String environment) {
    long width = table.equals(HOURS) ? HealthRecording.HOUR : HealthRecording.MINUTE;
    String sql =
        table
            + (release == null ? "" : " AND release = :release")
            + (environment == null ? "" : " AND environment = :environment");
    Query query =
        handle
            .createQuery(sql)
            .bind("project", window.project())
            .bind("from", Math.floorDiv(Database.micros(window.from()), width))
            .bind("to", Math.ceilDiv(Database.micros(window.to()), width));
    if (release != null) {
      query.bind("release", release);
    }
    return environment == null ? query : query.bind("environment", environment);
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getLong("sessions"),
        row.getLong("errored"),
        row.getLong("unhandled"),
        row.getLong("crashed"),
        row.getLong("abnormal"));
  }

  @Override
  public List<String> environments(long project) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT environment FROM release_seen
                    WHERE project = :project AND environment <> ''
                    ORDER BY environment LIMIT 100""")
                .bind("project", project)
                .mapTo(String.class)
                .list());
  }
}

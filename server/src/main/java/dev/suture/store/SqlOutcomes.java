package dev.suture.store;

import dev.suture.ingest.Outcome;
import dev.suture.ingest.OutcomeStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Outcomes in SQL: a row for each kind, and one for each kind and hour.
public final class SqlOutcomes implements OutcomeStore {
  private static final long HOUR = 3_600;
  private static final String TOTAL =
      """
      INSERT INTO outcome (project, category, outcome, reason, times)
      VALUES (:project, :category, :outcome, :reason, :times)
      ON CONFLICT (project, category, outcome, reason)
      DO UPDATE SET times = outcome.times + excluded.times""";
  private static final String BY_HOUR =
      """
      INSERT INTO outcome_hour (project, hour, category, outcome, reason, times)
      VALUES (:project, :hour, :category, :outcome, :reason, :times)
      ON CONFLICT (project, hour, category, outcome, reason)
      DO UPDATE SET times = outcome_hour.times + excluded.times""";

  private final Database database;
  private final InstantSource clock;

  public SqlOutcomes(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void count(long project, String category, Outcome outcome, long times) {
    database.write(
        handle -> {
          add(handle, TOTAL, project, category, outcome).bind("times", times).execute();
          return add(handle, BY_HOUR, project, category, outcome)
              .bind("hour", clock.instant().getEpochSecond() / HOUR)
              .bind("times", times)
              .execute();
        });
  }

  private static Update add(
      Handle handle, String sql, long project, String category, Outcome outcome) {
    return handle
        .createUpdate(sql)
        .bind("project", project)
        .bind("category", category)
        .bind("outcome", outcome.word())
        .bind("reason", outcome.why());
  }

  @Override
  public List<HourTally> hours(long project, Instant from, Instant to) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT project, hour, category, outcome, reason, times FROM outcome_hour
                    WHERE project = ? AND hour >= ? AND hour < ?
                    ORDER BY hour, category, outcome, reason""",
                    project,
                    Math.floorDiv(from.getEpochSecond(), HOUR),
                    -Math.floorDiv(-to.getEpochSecond(), HOUR))
                .map(
                    (row, _) ->
                        new HourTally(
                            row.getLong(1),
                            Instant.ofEpochSecond(row.getLong(2) * HOUR),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getLong(6)))
                .list());
  }

  @Override
  public void forgetBefore(Instant instant) {
    database.write(
        handle ->
            handle.execute(
                "DELETE FROM outcome_hour WHERE hour < ?",
                Math.floorDiv(instant.getEpochSecond(), HOUR)));
  }

  @Override
  public List<Tally> tallies() {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT project, category, outcome, reason, times FROM outcome
                    ORDER BY project, category, outcome, reason""")
                .map(
                    (row, _) ->
                        new Tally(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5)))
                .list());
  }
}

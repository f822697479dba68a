package dev.suture.store;

import dev.suture.ingest.Outcome;
import dev.suture.ingest.OutcomeStore;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Outcomes in SQL: a row for each kind, and one for each kind and hour.
public final class SqlOutcomes implements OutcomeStore {
  private static final long HOUR = 3_600;
  private static final String TOTAL =
      """
      INSERT INTO outcome (project, category, outcome, reason, times)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (project, category, outcome, reason)
      DO UPDATE SET times = outcome.times + excluded.times\
      """;
  private static final String BY_HOUR =
      """
      INSERT INTO outcome_hour (project, category, outcome, reason, times, hour)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (project, hour, category, outcome, reason)
      DO UPDATE SET times = outcome_hour.times + excluded.times\
      """;

  private final Database database;
  private final InstantSource clock;

  /// A batch of many projects counts each of them: only used where there is one writer.
  private final Prepared prepared = new Prepared();

  public SqlOutcomes(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void count(long project, String category, Outcome outcome, long times) {
    long hour = clock.instant().getEpochSecond() / HOUR;
    database.write(
        handle -> {
          prepared.on(handle.getConnection());
          try {
            add(TOTAL, project, category, outcome, times).executeUpdate();
            PreparedStatement byHour = add(BY_HOUR, project, category, outcome, times);
            byHour.setLong(6, hour);
            return byHour.executeUpdate();
          } catch (SQLException failure) {
            throw new IllegalStateException("an outcome cannot be counted", failure);
          }
        });
  }

  private PreparedStatement add(
      String sql, long project, String category, Outcome outcome, long times) throws SQLException {
    PreparedStatement statement = prepared.of(sql);
    statement.setLong(1, project);
    statement.setString(2, category);
    statement.setString(3, outcome.word());
    statement.setString(4, outcome.why());
    statement.setLong(5, times);
    return statement;
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
                    ORDER BY hour, category, outcome, reason\
                    """,
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
                    ORDER BY project, category, outcome, reason\
                    """)
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

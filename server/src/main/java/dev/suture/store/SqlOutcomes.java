package dev.suture.store;

import dev.suture.ingest.Outcome;
import dev.suture.ingest.OutcomeStore;
import java.util.List;

/// Outcomes in SQL, one row for each kind.
public final class SqlOutcomes implements OutcomeStore {
  private final Database database;

  public SqlOutcomes(Database database) {
    this.database = database;
  }

  @Override
  public void count(long project, String category, Outcome outcome, long times) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO outcome (project, category, outcome, reason, times)
                    VALUES (:project, :category, :outcome, :reason, :times)
                    ON CONFLICT (project, category, outcome, reason)
                    DO UPDATE SET times = outcome.times + excluded.times""")
                .bind("project", project)
                .bind("category", category)
                .bind("outcome", outcome.word())
                .bind("reason", outcome.why())
                .bind("times", times)
                .execute());
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

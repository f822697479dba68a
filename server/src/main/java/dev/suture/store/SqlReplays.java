package dev.suture.store;

import dev.suture.capture.ReplayStore;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Replays in SQL: which pieces there are and which events they show; the bytes are blobs.
public final class SqlReplays implements ReplayStore {
  private static final int PIECES = 2_000;
  private static final int EVENTS = 1_000;

  private final Database database;

  public SqlReplays(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(long project, String replay, Piece piece) {
    return database.write(
        handle ->
            hasRoom(handle, project, replay, piece) && insert(handle, project, replay, piece));
  }

  private static boolean hasRoom(Handle handle, long project, String replay, Piece piece) {
    return handle
        .select(
            "SELECT COUNT(*), COALESCE(SUM(bytes), 0) FROM replay_piece"
                + " WHERE project = ? AND replay = ? AND number <> ?",
            project,
            replay,
            piece.number())
        .map((row, _) -> row.getLong(1) < PIECES && row.getLong(2) + piece.bytes() <= LARGEST)
        .one();
  }

  private static boolean insert(Handle handle, long project, String replay, Piece piece) {
    handle.execute(
        """
        INSERT INTO replay_piece (project, replay, number, blob, bytes, position)
        VALUES (?, ?, ?, ?, ?, (SELECT position FROM ledger))
        ON CONFLICT (project, replay, number)
        DO UPDATE SET blob = excluded.blob, bytes = excluded.bytes""",
        project,
        replay,
        piece.number(),
        piece.blob(),
        piece.bytes());
    return true;
  }

  @Override
  public List<Piece> pieces(long project, String replay) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT number, blob, bytes FROM replay_piece"
                        + " WHERE project = ? AND replay = ? ORDER BY number",
                    project,
                    replay)
                .map((row, _) -> new Piece(row.getLong(1), row.getString(2), row.getLong(3)))
                .list());
  }

  @Override
  public void link(long project, String replay, List<String> events) {
    if (events.isEmpty()) {
      return;
    }
    database.write(
        handle -> {
          long known =
              handle
                  .select(
                      "SELECT COUNT(*) FROM replay_event WHERE project = ? AND replay = ?",
                      project,
                      replay)
                  .mapTo(Long.class)
                  .one();
          PreparedBatch rows =
              handle.prepareBatch(
                  """
                  INSERT INTO replay_event (project, replay, event, tied) VALUES (?, ?, ?, ?)
                  ON CONFLICT DO NOTHING""");
          events.stream()
              .limit(Math.max(0, EVENTS - known))
              .forEach(
                  event ->
                      rows.bind(0, project).bind(1, replay).bind(2, event).bind(3, false).add());
          return rows.size() == 0 ? new int[0] : rows.execute();
        });
  }

  @Override
  public List<Shown> untied(long project, String replay) {
    return database.write(
        handle -> {
          List<Shown> shown =
              handle
                  .createQuery(
                      """
                      SELECT event.id, project.slug, issue.number FROM replay_event
                      JOIN event ON event.project = replay_event.project
                        AND event.id = replay_event.event
                      JOIN issue ON issue.id = event.issue
                      JOIN project ON project.id = issue.project
                      WHERE replay_event.project = :project AND replay_event.replay = :replay
                        AND NOT replay_event.tied
                        AND EXISTS (SELECT 1 FROM replay_piece
                          WHERE replay_piece.project = replay_event.project
                            AND replay_piece.replay = replay_event.replay)""")
                  .bind("project", project)
                  .bind("replay", replay)
                  .map(
                      (row, _) ->
                          new Shown(
                              row.getString(1),
                              new IssueId(row.getString(2), row.getLong(3)).text()))
                  .list();
          for (Shown one : shown) {
            handle.execute(
                "UPDATE replay_event SET tied = ? WHERE project = ? AND replay = ? AND event = ?",
                true,
                project,
                replay,
                one.event());
          }
          return shown;
        });
  }

  @Override
  public void captured(long project, String event) {
    database.write(
        handle -> {
          int changed =
              handle.execute(
                  "UPDATE event SET captured = ? WHERE project = ? AND id = ? AND NOT captured",
                  true,
                  project,
                  event);
          return changed == 0
              ? 0
              : handle.execute(
                  "UPDATE issue SET captures = captures + 1"
                      + " WHERE id = (SELECT issue FROM event WHERE project = ? AND id = ?)",
                  project,
                  event);
        });
  }
}

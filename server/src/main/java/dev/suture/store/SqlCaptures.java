package dev.suture.store;

import dev.suture.capture.Capture;
import dev.suture.capture.CaptureStore;
import dev.suture.capture.Part;
import dev.suture.json.Json;
import java.util.List;
import java.util.Optional;

/// Captures in SQL: the record as JSON, its parts in the blob store.
public final class SqlCaptures implements CaptureStore {
  private final Database database;

  public SqlCaptures(Database database) {
    this.database = database;
  }

  @Override
  public void put(Capture capture) {
    String body = Json.MAPPER.writeValueAsString(capture);
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO capture (project, id, issue, received, body, bytes)
                    VALUES (:project, :id, :issue, :received, :body, :bytes)
                    ON CONFLICT (project, id) DO UPDATE SET issue = excluded.issue,
                      received = excluded.received, body = excluded.body,
                      bytes = excluded.bytes""")
                .bind("project", capture.project())
                .bind("id", capture.id())
                .bind("issue", capture.issue())
                .bind("received", Database.micros(capture.received()))
                .bind("body", body)
                .bind("bytes", bytes(capture))
                .execute());
  }

  @Override
  public Optional<Capture> find(String id) {
    return database.read(
        handle ->
            handle
                .select("SELECT body FROM capture WHERE id = ? ORDER BY received DESC LIMIT 1", id)
                .map((row, _) -> capture(row.getString(1)))
                .findOne());
  }

  @Override
  public List<Capture> ofIssue(String issue, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT body FROM capture WHERE issue = ? ORDER BY received DESC LIMIT ?",
                    issue,
                    limit)
                .map((row, _) -> capture(row.getString(1)))
                .list());
  }

  static Capture capture(String body) {
    return Json.MAPPER.readValue(body, Capture.class);
  }

  /// What its parts hold; the files are compressed, so the disk has less.
  static long bytes(Capture capture) {
    return capture.parts().stream().mapToLong(Part::bytes).sum();
  }
}

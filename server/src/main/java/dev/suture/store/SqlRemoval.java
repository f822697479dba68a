package dev.suture.store;

import dev.suture.capture.Blobs;
import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import dev.suture.issue.IssueRemoval;
import dev.suture.issue.activity.Actor;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes issues from every table and from the blob store.
///
/// The hashes go first, so that an event that arrives meanwhile makes a new issue; then events in
/// slices, so that other writers are not held up; the issue's own row goes last. A deletion that
/// was cut off is finished by the next one.
public final class SqlRemoval implements IssueRemoval {
  private static final Logger LOG = LoggerFactory.getLogger(SqlRemoval.class);
  private static final int SLICE = 2_000;

  /// Every table that holds rows of an issue by its key; the issue's own row goes after them.
  private static final List<String> TABLES =
      List.of(
          "issue_hash",
          "issue_tag",
          "issue_hour",
          "issue_minute",
          "issue_users",
          "issue_text",
          "issue_feature",
          "issue_shape",
          "issue_sender",
          "issue_approval",
          "agent_task",
          "activity");

  private final Database database;
  private final Blobs blobs;
  private final Map<Long, Set<String>> discarded = new ConcurrentHashMap<>();

  public SqlRemoval(Database database, Blobs blobs) {
    this.database = database;
    this.blobs = blobs;
    database.read(
        handle ->
            handle
                .createQuery("SELECT project, hash FROM discarded")
                .map((row, _) -> of(row.getLong(1)).add(row.getString(2)))
                .list());
  }

  private Set<String> of(long project) {
    return discarded.computeIfAbsent(project, _ -> ConcurrentHashMap.newKeySet());
  }

  @Override
  public boolean delete(String issue, Instant at, Actor actor, boolean discard) {
    Optional<Long> found = database.write(handle -> letGo(handle, issue, at, actor, discard));
    if (found.isEmpty()) {
      return false;
    }
    long key = found.get();
    String id = database.read(handle -> IssueId.of(handle, key));
    List<Capture> captures;
    do {
      captures = database.write(handle -> takeCaptures(handle, issue));
      captures.forEach(this::deleteParts);
    } while (!captures.isEmpty());
    while (database.write(handle -> deleteEvents(handle, key)) > 0) {
      Thread.yield();
    }
    deleteShown(id);
    database.write(
        handle -> {
          TABLES.forEach(table -> handle.execute("DELETE FROM " + table + " WHERE issue = ?", key));
          return handle.execute("DELETE FROM issue WHERE id = ?", key);
        });
    return true;
  }

  private Optional<Long> letGo(
      Handle handle, String issue, Instant at, Actor actor, boolean discard) {
    Optional<Long> key = IssueId.key(handle, issue);
    key.ifPresent(
        id -> {
          if (discard) {
            handle
                .createUpdate(
                    """
                    INSERT INTO discarded (project, hash, title, at, actor)
                    SELECT issue_hash.project, issue_hash.hash, issue_text.title, :at, :actor
                      FROM issue_hash JOIN issue_text ON issue_text.issue = issue_hash.issue
                      WHERE issue_hash.issue = :issue
                    ON CONFLICT DO NOTHING\
                    """)
                .bind("at", Database.micros(at))
                .bind("actor", actor.id())
                .bind("issue", id)
                .execute();
            handle
                .select("SELECT project, hash FROM issue_hash WHERE issue = ?", id)
                .map((row, _) -> of(row.getLong(1)).add(row.getString(2)))
                .list();
          }
          handle.execute("DELETE FROM issue_hash WHERE issue = ?", id);
        });
    return key;
  }

  /// What its failure was seen to do in runs, with the pictures.
  private void deleteShown(String issue) {
    List<String> proven =
        database.read(
            handle ->
                handle
                    .select(
                        """
                        SELECT proof.hotfix FROM proof JOIN hotfix ON hotfix.id = proof.hotfix
                        WHERE hotfix.issue = ?\
                        """,
                        issue)
                    .mapTo(String.class)
                    .list());
    for (String hotfix : proven) {
      try {
        blobs.deleteAll("proofs/" + hotfix);
      } catch (IOException left) {
        LOG.warn("the pictures of a deleted proof stay behind: {}", left.toString());
      }
    }
    database.write(
        handle -> {
          proven.forEach(hotfix -> handle.execute("DELETE FROM proof WHERE hotfix = ?", hotfix));
          handle.execute("DELETE FROM sighting WHERE issue = ?", issue);
          return handle.execute("DELETE FROM minimal WHERE issue = ?", issue);
        });
  }

  private static List<Capture> takeCaptures(Handle handle, String issue) {
    List<Capture> captures =
        handle
            .select("SELECT body FROM capture WHERE issue = ? LIMIT 100", issue)
            .map((row, _) -> SqlCaptures.capture(row.getString(1)))
            .list();
    for (Capture capture : captures) {
      handle.execute(
          "DELETE FROM capture WHERE project = ? AND id = ?", capture.project(), capture.id());
    }
    return captures;
  }

  private void deleteParts(Capture capture) {
    for (Part part : capture.parts()) {
      try {
        blobs.delete(part.blob());
      } catch (IOException left) {
        LOG.warn("a part of a deleted capture stays behind: {}", left.toString());
      }
    }
  }

  private static int deleteEvents(Handle handle, long issue) {
    return EventRows.delete(
        handle,
        handle
            .select("SELECT key FROM event WHERE issue = ? LIMIT ?", issue, SLICE)
            .mapTo(Long.class)
            .list());
  }

  @Override
  public boolean discards(long project, String hash) {
    Set<String> hashes = discarded.get(project);
    return hashes != null && hashes.contains(hash);
  }

  @Override
  public List<Discarded> discarded(String project) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT hash, title, at, actor FROM discarded
                    WHERE project = (SELECT id FROM project WHERE slug = ?)
                    ORDER BY at DESC, hash LIMIT 1000\
                    """,
                    project)
                .map(
                    (row, _) ->
                        new Discarded(
                            row.getString(1),
                            row.getString(2),
                            Database.instant(row.getLong(3)),
                            row.getString(4)))
                .list());
  }

  @Override
  public boolean takeIn(String project, String hash) {
    return database.write(
        handle ->
            handle
                .select("SELECT id FROM project WHERE slug = ?", project)
                .mapTo(Long.class)
                .findOne()
                .map(
                    id -> {
                      of(id).remove(hash);
                      return handle.execute(
                              "DELETE FROM discarded WHERE project = ? AND hash = ?", id, hash)
                          > 0;
                    })
                .orElse(false));
  }
}

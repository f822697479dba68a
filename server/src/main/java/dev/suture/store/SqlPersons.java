package dev.suture.store;

import dev.suture.capture.Capture;
import dev.suture.capture.PersonStore;
import dev.suture.capture.PersonStore.Request.Kind;
import dev.suture.event.Event;
import dev.suture.issue.IssueStore;
import dev.suture.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Persons by a pass over the kept events of a project: who an event is about stands in its body,
/// and an index of persons would be one more place that holds them.
public final class SqlPersons implements PersonStore {
  private static final int PAGE = 500;
  private static final List<String> TAGS =
      List.of("user", "user.id", "user.email", "user.name", "user.username", "user.ip");

  private final Database database;
  private final IssueStore issues;
  private final InstantSource clock;

  private record Row(long key, String id) {}

  public SqlPersons(Database database, IssueStore issues, InstantSource clock) {
    this.database = database;
    this.issues = issues;
    this.clock = clock;
  }

  @Override
  public Held find(long project, String who) {
    List<String> events = rows(project, who).stream().map(Row::id).toList();
    return new Held(events, captures(project, events), feedback(project, who));
  }

  private List<Row> rows(long project, String who) {
    List<Row> found = new ArrayList<>();
    long after = 0;
    while (true) {
      long from = after;
      List<Row> page =
          database.read(
              handle ->
                  handle
                      .select(
                          """
                          SELECT key, id FROM event WHERE project = ? AND key > ?
                          ORDER BY key LIMIT ?""",
                          project,
                          from,
                          PAGE)
                      .map((row, _) -> new Row(row.getLong(1), row.getString(2)))
                      .list());
      for (Row row : page) {
        if (issues.event(project, row.id()).filter(event -> isOf(event.user(), who)).isPresent()) {
          found.add(row);
        }
      }
      if (page.size() < PAGE) {
        return found;
      }
      after = page.getLast().key();
    }
  }

  private static boolean isOf(Event.@Nullable User user, String who) {
    return user != null
        && (who.equals(user.id())
            || who.equals(user.email())
            || who.equals(user.name())
            || who.equals(user.ip()));
  }

  private List<Capture> captures(long project, List<String> events) {
    List<Capture> captures = new ArrayList<>();
    for (String event : events) {
      database
          .read(
              handle ->
                  handle
                      .select(
                          "SELECT body FROM capture WHERE project = ? AND id = ?", project, event)
                      .mapTo(String.class)
                      .findOne())
          .map(SqlCaptures::capture)
          .ifPresent(captures::add);
    }
    return captures;
  }

  private List<String> feedback(long project, String who) {
    return database.read(
        handle ->
            handle
                .select("SELECT id, body FROM feedback WHERE project = ?", project)
                .map((row, _) -> isBy(row.getString(2), who) ? row.getString(1) : "")
                .filter(id -> !id.isEmpty())
                .list());
  }

  private static boolean isBy(String body, String who) {
    JsonNode feedback = Json.MAPPER.readTree(body);
    return who.equals(feedback.path("email").asString(""))
        || who.equals(feedback.path("name").asString(""));
  }

  @Override
  public Held delete(long project, String who) {
    List<Row> rows = rows(project, who);
    List<String> events = rows.stream().map(Row::id).toList();
    Held held = new Held(events, captures(project, events), feedback(project, who));
    for (int from = 0; from < rows.size(); from += PAGE) {
      List<Row> some = rows.subList(from, Math.min(rows.size(), from + PAGE));
      database.write(
          handle -> {
            for (Row row : some) {
              handle.execute("DELETE FROM capture WHERE project = ? AND id = ?", project, row.id());
            }
            return EventRows.delete(handle, some.stream().map(Row::key).toList());
          });
    }
    return database.write(
        handle -> {
          for (String id : held.feedback()) {
            handle.execute("DELETE FROM feedback WHERE project = ? AND id = ?", project, id);
          }
          deleteTags(handle, project, who);
          return held;
        });
  }

  private static void deleteTags(Handle handle, long project, String who) {
    String which =
        "SELECT id FROM project_tag WHERE project = :project AND value = :who"
            + " AND name IN (<names>)";
    for (String sql :
        List.of(
            "DELETE FROM issue_tag WHERE tag IN (" + which + ")",
            "DELETE FROM project_tag WHERE id IN (" + which + ")")) {
      handle
          .createUpdate(sql)
          .bind("project", project)
          .bind("who", who)
          .bindList("names", TAGS)
          .execute();
    }
  }

  @Override
  public void note(long project, String by, Kind kind, String who, Held held) {
    database.write(
        handle -> {
          byte[] salt =
              handle
                  .select("SELECT salt FROM project WHERE id = ?", project)
                  .mapTo(byte[].class)
                  .one();
          return handle.execute(
              """
              INSERT INTO privacy_request (project, at, who, kind, subject, events, captures)
              VALUES (?, ?, ?, ?, ?, ?, ?)""",
              project,
              Database.micros(clock.instant()),
              by,
              kind.name(),
              Digests.sha256(salt, who.getBytes(StandardCharsets.UTF_8)),
              held.events().size(),
              held.captures().size());
        });
  }

  @Override
  public List<Request> requests(long project, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT at, who, kind, subject, events, captures FROM privacy_request
                    WHERE project = ? ORDER BY id DESC LIMIT ?""",
                    project,
                    limit)
                .map(
                    (row, _) ->
                        new Request(
                            Database.instant(row.getLong(1)),
                            row.getString(2),
                            Kind.valueOf(row.getString(3)),
                            HexFormat.of().formatHex(row.getBytes(4), 0, 8),
                            row.getLong(5),
                            row.getLong(6)))
                .list());
  }
}

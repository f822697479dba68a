package dev.suture.store;

import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import dev.suture.task.Entry;
import dev.suture.task.Task;
import dev.suture.task.TaskStore;
import dev.suture.task.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tasks of agents in SQL. All writing is on one thread, so that a task that two callers take at
/// once is taken by one.
public final class SqlTasks implements TaskStore {
  private static final String AGENT = "agent:";
  private static final int MOST_ENTRIES = 1_000;

  private final Database database;

  public SqlTasks(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Task> find(String id) {
    return database.read(handle -> TaskRow.find(handle, id).map(TaskRow::task));
  }

  @Override
  public List<Task> list(@Nullable String agent, Task.@Nullable State state, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    TaskRow.SELECT
                        + """
                         WHERE (:agent IS NULL OR agent = :agent)
                          AND (:state IS NULL OR agent_task.state = :state)
                        ORDER BY agent_task.id DESC LIMIT :limit\
                        """)
                .bind("agent", agent)
                .bind("state", state == null ? null : state.name())
                .bind("limit", limit)
                .map((row, _) -> TaskRow.of(row).task())
                .list());
  }

  @Override
  public List<Task> waiting(@Nullable String agent, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    TaskRow.SELECT
                        + """
                         WHERE agent_task.state = 'queued' AND (:agent IS NULL OR agent = :agent)
                        ORDER BY since, agent_task.id LIMIT :limit\
                        """)
                .bind("agent", agent)
                .bind("limit", limit)
                .map((row, _) -> TaskRow.of(row).task())
                .list());
  }

  @Override
  public List<Told> ofIssue(String issue, int limit) {
    return database.read(
        handle ->
            IssueId.key(handle, issue).map(key -> tasks(handle, key, limit)).orElse(List.of()));
  }

  private static List<Told> tasks(Handle handle, long issue, int limit) {
    List<Told> told = new ArrayList<>();
    handle
        .select(
            TaskRow.SELECT + " WHERE agent_task.issue = ? ORDER BY agent_task.id DESC LIMIT ?",
            issue,
            limit)
        .map((row, _) -> TaskRow.of(row))
        .forEach(row -> told.add(new Told(row.task(), entries(handle, row.key()))));
    return List.copyOf(told);
  }

  private static List<Entry> entries(Handle handle, long task) {
    return handle
        .select(
            """
            SELECT id, at, actor, name, kind, body FROM agent_task_entry
            WHERE task = ? ORDER BY id LIMIT ?\
            """,
            task,
            MOST_ENTRIES)
        .map(
            (row, _) ->
                new Entry(
                    row.getLong(1),
                    Database.instant(row.getLong(2)),
                    new Actor(row.getString(3), row.getString(4)),
                    Entry.Kind.valueOf(row.getString(5)),
                    row.getString(6)))
        .list();
  }

  @Override
  public Optional<Queued> queue(Wish wish, Instant at) {
    return database.write(
        handle ->
            IssueId.key(handle, wish.issue())
                .map(
                    key -> {
                      assign(handle, key, wish, at);
                      Optional<TaskRow> before = open(handle, key, wish.agent());
                      cancelOthers(handle, key, wish.agent(), wish.asked(), at);
                      return before
                          .map(row -> new Queued(row.task(), false))
                          .orElseGet(() -> new Queued(add(handle, key, wish, at), true));
                    }));
  }

  private static void assign(Handle handle, long issue, Wish wish, Instant at) {
    String assignee = AGENT + wish.agent();
    String before =
        handle
            .select("SELECT assignee FROM issue WHERE id = ?", issue)
            .map((row, _) -> Optional.ofNullable(row.getString(1)))
            .one()
            .orElse(null);
    if (!Objects.equals(before, assignee)) {
      handle.execute("UPDATE issue SET assignee = ? WHERE id = ?", assignee, issue);
      SqlActivity.insert(handle, issue, at, wish.asked(), new Deed.Assigned(assignee, null));
    }
  }

  /// What becomes of the tasks of an issue that was given to somebody else: those that are open
  /// end, and an agent gets one. Within the transaction that gives it.
  static void reassigned(
      Handle handle, long issue, @Nullable String assignee, Actor actor, Instant at) {
    String agent =
        assignee != null && assignee.startsWith(AGENT) ? assignee.substring(AGENT.length()) : null;
    cancelOthers(handle, issue, agent, actor, at);
    if (agent != null && open(handle, issue, agent).isEmpty()) {
      String id = IssueId.of(handle, issue);
      add(handle, issue, new Wish(id, agent, null, actor, false), at);
    }
  }

  private static Optional<TaskRow> open(Handle handle, long issue, String agent) {
    return handle
        .select(
            TaskRow.SELECT
                + " WHERE agent_task.issue = ? AND agent = ?"
                + " AND agent_task.state IN ('queued', 'taken')",
            issue,
            agent)
        .map((row, _) -> TaskRow.of(row))
        .stream()
        .findFirst();
  }

  private static void cancelOthers(
      Handle handle, long issue, @Nullable String kept, Actor actor, Instant at) {
    List<TaskRow> open =
        handle
            .select(
                TaskRow.SELECT
                    + " WHERE agent_task.issue = ? AND agent_task.state IN ('queued', 'taken')",
                issue)
            .map((row, _) -> TaskRow.of(row))
            .list();
    for (TaskRow row : open) {
      if (!row.task().agent().equals(kept)) {
        String why = "The issue was given to somebody else.";
        row.write(
            handle,
            new Turn.Moved(row.task().cancelled(at, why), null, Entry.Kind.cancelled, why),
            actor,
            at);
      }
    }
  }

  private static Task add(Handle handle, long issue, Wish wish, Instant at) {
    long key =
        handle
            .createQuery(
                """
                INSERT INTO agent_task
                  (issue, agent, state, note, asker, asker_name, by_person, created, since, takes)
                VALUES (:issue, :agent, 'queued', :note, :asker, :name, :person, :at, :at, 0)
                RETURNING id\
                """)
            .bind("issue", issue)
            .bind("agent", wish.agent())
            .bind("note", wish.note())
            .bind("asker", wish.asked().id())
            .bind("name", wish.asked().name())
            .bind("person", wish.byPerson())
            .bind("at", Database.micros(at))
            .mapTo(Long.class)
            .one();
    TaskRow row = TaskRow.find(handle, key).orElseThrow();
    row.tell(handle, Entry.Kind.queued, wish.note(), wish.asked(), at);
    row.record(handle, row.task(), wish.asked(), at);
    return row.task();
  }

  @Override
  public Optional<Turn> change(String id, Actor actor, Instant at, Rule rule) {
    return database.write(
        handle ->
            TaskRow.find(handle, id)
                .map(
                    row -> {
                      Turn turn = rule.next(row.task(), row.lease(), row.entries(handle));
                      switch (turn) {
                        case Turn.Moved moved -> row.write(handle, moved, actor, at);
                        case Turn.Kept kept -> row.lengthen(handle, kept.task());
                        case Turn.Still _, Turn.Refused _ -> {}
                      }
                      return turn;
                    }));
  }

  @Override
  public List<String> lapsed(Instant at) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT id FROM agent_task WHERE state = 'taken' AND lapses <= ?",
                    Database.micros(at))
                .map((row, _) -> TaskRow.PREFIX + row.getLong(1))
                .list());
  }
}

package dev.suture.store;

import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import dev.suture.task.Entry;
import dev.suture.task.Task;
import dev.suture.task.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One row of `agent_task`.
///
/// @param issueKey of the issue in its own table
record TaskRow(long key, long issueKey, Task task, @Nullable String lease) {
  static final String PREFIX = "task-";

  static final String SELECT =
      """
      SELECT agent_task.id, agent_task.issue, project.slug, issue.number, agent, agent_task.state,
        note, asker, asker_name, by_person, created, since, takes, lease, holder, holder_name,
        lapses, told
      FROM agent_task JOIN issue ON issue.id = agent_task.issue
        JOIN project ON project.id = issue.project\
      """;

  static TaskRow of(ResultSet row) throws SQLException {
    String holder = row.getString("holder");
    Task task =
        new Task(
            PREFIX + row.getLong("id"),
            new IssueId(row.getString("slug"), row.getLong("number")).text(),
            row.getString("slug"),
            row.getString("agent"),
            Task.State.valueOf(row.getString("state")),
            new Actor(row.getString("asker"), row.getString("asker_name")),
            row.getBoolean("by_person"),
            row.getString("note"),
            Database.instant(row.getLong("created")),
            Database.instant(row.getLong("since")),
            row.getInt("takes"),
            holder == null
                ? null
                : new Task.Holder(
                    new Actor(holder, row.getString("holder_name")),
                    Database.instant(row.getLong("lapses"))),
            row.getString("told"));
    return new TaskRow(row.getLong("id"), row.getLong("issue"), task, row.getString("lease"));
  }

  /// @param id `task-3`; hostile text
  static Optional<TaskRow> find(Handle handle, String id) {
    return id.matches(PREFIX + "[0-9]{1,18}")
        ? find(handle, Long.parseLong(id.substring(PREFIX.length())))
        : Optional.empty();
  }

  static Optional<TaskRow> find(Handle handle, long key) {
    return handle
        .select(SELECT + " WHERE agent_task.id = ?", key)
        .map((row, _) -> of(row))
        .findOne();
  }

  int entries(Handle handle) {
    return handle
        .select("SELECT count(*) FROM agent_task_entry WHERE task = ?", key)
        .mapTo(Integer.class)
        .one();
  }

  /// Writes what a step made of it, with its entries in the logs.
  void write(Handle handle, Turn.Moved moved, Actor actor, Instant at) {
    Task after = moved.task();
    Task.Holder holder = after.holder();
    handle
        .createUpdate(
            """
            UPDATE agent_task SET state = :state, since = :since, takes = :takes, lease = :lease,
              holder = :holder, holder_name = :name, lapses = :lapses, told = :told
            WHERE id = :id\
            """)
        .bind("state", after.state().name())
        .bind("since", Database.micros(after.since()))
        .bind("takes", after.takes())
        .bind("lease", moved.lease())
        .bind("holder", holder == null ? null : holder.who().id())
        .bind("name", holder == null ? null : holder.who().name())
        .bind("lapses", holder == null ? null : Database.micros(holder.until()))
        .bind("told", after.told())
        .bind("id", key)
        .execute();
    tell(handle, moved.kind(), moved.text(), actor, at);
    if (after.state() != task.state()) {
      record(handle, after, actor, at);
    }
  }

  void lengthen(Handle handle, Task after) {
    Task.Holder holder = after.holder();
    if (holder != null) {
      handle.execute(
          "UPDATE agent_task SET lapses = ? WHERE id = ?", Database.micros(holder.until()), key);
    }
  }

  void tell(Handle handle, Entry.Kind kind, @Nullable String text, Actor actor, Instant at) {
    handle.execute(
        """
        INSERT INTO agent_task_entry (task, at, actor, name, kind, body)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        key,
        Database.micros(at),
        actor.id(),
        actor.name(),
        kind.name(),
        text);
  }

  /// A new state, in the issue's log and in the audit log.
  void record(Handle handle, Task after, Actor actor, Instant at) {
    Deed deed = new Deed.Tasked(after.id(), after.agent(), after.state().name());
    SqlActivity.insert(handle, issueKey, at, actor, deed);
    handle.execute(
        """
        INSERT INTO account_audit (at, actor, name, action, subject, address)
        VALUES (?, ?, ?, ?, ?, '')\
        """,
        Database.micros(at),
        actor.id(),
        actor.name(),
        "task " + after.state(),
        after.id() + " of " + after.issue());
  }
}

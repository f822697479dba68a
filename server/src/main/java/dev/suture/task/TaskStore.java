package dev.suture.task;

import dev.suture.issue.activity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where tasks are kept, with their histories. Queueing, taking and ending go into the issue's log
/// and into the audit log, each in the transaction of the change itself.
public interface TaskStore {
  /// @param id hostile text
  Optional<Task> find(String id);

  /// Newest first.
  ///
  /// @param agent null for all
  /// @param state null for all
  List<Task> list(@Nullable String agent, Task.@Nullable State state, int limit);

  /// Those that are queued, the one that waits longest first.
  ///
  /// @param agent null for all
  List<Task> waiting(@Nullable String agent, int limit);

  /// The tasks of an issue with their histories, newest first.
  List<Told> ofIssue(String issue, int limit);

  /// Queues a task and assigns the issue to its agent; one of another agent that is open there is
  /// cancelled.
  ///
  /// @return empty when there is no such issue
  Optional<Queued> queue(Wish wish, Instant at);

  /// Reads a task, asks the rule and writes what it says, all in one transaction.
  ///
  /// @return empty when there is no such task
  Optional<Turn> change(String id, Actor actor, Instant at, Rule rule);

  /// Ids of the tasks whose lease has run out.
  List<String> lapsed(Instant at);

  /// @param byPerson whether a person who had signed in asks
  record Wish(String issue, String agent, @Nullable String note, Actor asked, boolean byPerson) {}

  /// @param fresh false when the agent was asked already
  record Queued(Task task, boolean fresh) {}

  /// @param entries oldest first
  record Told(Task task, List<Entry> entries) {}

  /// What becomes of a task.
  @FunctionalInterface
  interface Rule {
    /// @param lease of who has it, or had it last
    /// @param entries of its history
    Turn next(Task task, @Nullable String lease, int entries);
  }
}

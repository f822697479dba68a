package dev.suture.task;

import dev.suture.issue.activity.Actor;
import dev.suture.task.Task.Holder;
import dev.suture.task.Task.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The rule of tasks: what a step makes of one. Whoever shows the lease of a task that has ended
/// with the same end is answered as before, so that an answer that was lost can be asked for again.
final class Turns {
  /// Entries of one task; who writes more is not heard.
  static final int MOST_ENTRIES = 500;

  private static final Turn.Refused NOT_HELD =
      new Turn.Refused(
          "This lease does not hold the task: it ran out, was given back, or is another's.",
          "Take the task again before you go on.");

  private Turns() {}

  /// A task with what only the store and who has it know.
  ///
  /// @param lease of who has it, or had it last
  /// @param entries of its history
  record Known(Task task, @Nullable String lease, int entries) {}

  static Turn next(Known known, Step step, Actor actor, Instant at) {
    Task task = known.task();
    return switch (step) {
      case Step.Take take -> taken(task, take, actor, at);
      case Step.Keep keep -> kept(known, keep, actor, at);
      case Step.End end -> ended(known, end, actor, at);
      case Step.Release(String lease, String text) ->
          holds(known, lease, actor, at)
              ? new Turn.Moved(
                  task.in(State.queued, at, task.told()), null, Entry.Kind.released, text)
              : NOT_HELD;
      case Step.Comment(String text) ->
          known.entries() >= MOST_ENTRIES
              ? full()
              : new Turn.Moved(task, known.lease(), Entry.Kind.commented, text);
      case Step.Cancel(String text) -> cancelled(task, text, at);
      case Step.Expire _ ->
          isOver(task, at)
              ? new Turn.Moved(
                  task.in(State.queued, at, task.told()), null, Entry.Kind.expired, null)
              : new Turn.Still(task);
    };
  }

  private static Turn taken(Task task, Step.Take take, Actor actor, Instant at) {
    return switch (task.state()) {
      case queued ->
          new Turn.Moved(
              task.held(new Holder(actor, at.plus(take.length())), at, 1, task.told()),
              take.lease(),
              Entry.Kind.taken,
              null);
      case taken ->
          new Turn.Refused(
              "Another has this task.", "Take another one, or wait until its lease has run out.");
      case done, failed, cancelled ->
          new Turn.Refused("This task has ended.", "Ask for a new one at the issue.");
    };
  }

  private static Turn kept(Turns.Known known, Step.Keep keep, Actor actor, Instant at) {
    if (!holds(known, keep.lease(), actor, at)) {
      return NOT_HELD;
    }
    Task task = known.task();
    String text = keep.text();
    Holder longer = new Holder(actor, at.plus(keep.length()));
    Task after = task.held(longer, task.since(), 0, text == null ? task.told() : text);
    if (text == null) {
      return new Turn.Kept(after);
    }
    return known.entries() >= MOST_ENTRIES
        ? full()
        : new Turn.Moved(after, keep.lease(), Entry.Kind.progress, text);
  }

  private static Turn ended(Turns.Known known, Step.End end, Actor actor, Instant at) {
    Task task = known.task();
    State state = end.done() ? State.done : State.failed;
    if (task.state() == state && end.lease().equals(known.lease())) {
      return new Turn.Still(task);
    }
    return holds(known, end.lease(), actor, at)
        ? new Turn.Moved(
            task.in(state, at, end.text()),
            end.lease(),
            end.done() ? Entry.Kind.done : Entry.Kind.failed,
            end.text())
        : NOT_HELD;
  }

  private static Turn cancelled(Task task, @Nullable String text, Instant at) {
    return switch (task.state()) {
      case queued, taken ->
          new Turn.Moved(task.in(State.cancelled, at, text), null, Entry.Kind.cancelled, text);
      case cancelled -> new Turn.Still(task);
      case done, failed -> new Turn.Refused("This task has ended.", "Reload the page to see how.");
    };
  }

  private static boolean holds(Turns.Known known, String lease, Actor actor, Instant at) {
    Holder holder = known.task().holder();
    return known.task().state() == State.taken
        && holder != null
        && holder.who().id().equals(actor.id())
        && lease.equals(known.lease())
        && at.isBefore(holder.until());
  }

  private static boolean isOver(Task task, Instant at) {
    Holder holder = task.holder();
    return task.state() == State.taken && (holder == null || !at.isBefore(holder.until()));
  }

  private static Turn full() {
    return new Turn.Refused(
        "The history of this task has " + MOST_ENTRIES + " entries.", "End it, or give it back.");
  }
}

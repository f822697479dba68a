package dev.suture.task;

import dev.suture.issue.activity.Actor;
import dev.suture.issue.trust.Standing;
import dev.suture.issue.trust.Vouching;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Gives work to agents. At any time one caller at the most has a task; who stops telling loses it
/// when the lease runs out, and another can take it.
public final class Tasks {
  /// How long a task is had without a word of who has it.
  public static final Duration LEASE = Duration.ofMinutes(15);

  public static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
  public static final Duration LONGEST_LEASE = Duration.ofHours(4);

  /// Characters of a note, a report or a comment.
  public static final int LONGEST_TEXT = 4_000;

  /// How long somebody may wait for a task in one call.
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /// Whoever waits looks as often as this by himself, for what was queued without a call here.
  private static final Duration LOOK = Duration.ofSeconds(2);

  private static final int CANDIDATES = 1_000;
  private static final int OF_ISSUE = 20;
  private static final int LEASE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TaskStore store;
  private final Vouching vouching;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition queued = lock.newCondition();

  public Tasks(TaskStore store, Vouching vouching, InstantSource clock) {
    this.store = store;
    this.vouching = vouching;
    this.clock = clock;
  }

  /// Who looks for work.
  ///
  /// @param agent name that tasks are asked of; null for any
  /// @param sees the projects of the caller, by slug
  /// @param program whether it may take only what a person vouches for
  public record Seeker(
      Actor actor, @Nullable String agent, Predicate<String> sees, boolean program) {}

  /// @param lease to be shown with every report
  public record Taken(Task task, String lease) {}

  /// What came of looking for work.
  public sealed interface Search {
    record Got(Taken taken) implements Search {}

    /// @param unapproved how many wait for a person's word on their evidence
    record Nothing(int unapproved) implements Search {}
  }

  public Optional<Task> find(String id) {
    return store.find(id);
  }

  /// Newest first.
  public List<Task> list(@Nullable String agent, Task.@Nullable State state, int limit) {
    return store.list(agent, state, limit);
  }

  public List<TaskStore.Told> ofIssue(String issue) {
    return store.ofIssue(issue, OF_ISSUE);
  }

  /// @return empty when there is no such issue
  public Optional<TaskStore.Queued> queue(TaskStore.Wish wish) {
    Optional<TaskStore.Queued> made = store.queue(wish, clock.instant());
    wake();
    return made;
  }

  /// Whether somebody stands behind the failure of a task, so that a program may take it.
  public boolean isVouched(Task task) {
    return vouching.of(task.issue()).filter(Standing::allowsWrites).isPresent();
  }

  /// Takes the task that has waited longest; waits for one where there is none.
  ///
  /// @param wait not at all when zero
  public Search take(Seeker seeker, Duration length, Duration wait) {
    long deadline = System.nanoTime() + wait.toNanos();
    lock.lock();
    try {
      Search found = look(seeker, length);
      long left = deadline - System.nanoTime();
      while (found instanceof Search.Nothing && left > 0) {
        queued.awaitNanos(Math.min(left, LOOK.toNanos()));
        found = look(seeker, length);
        left = deadline - System.nanoTime();
      }
      return found;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Search.Nothing(0);
    } finally {
      lock.unlock();
    }
  }

  private Search look(Seeker seeker, Duration length) {
    expire();
    List<Task> waiting =
        store.waiting(seeker.agent(), CANDIDATES).stream()
            .filter(task -> seeker.sees().test(task.project()))
            .toList();
    int unapproved = 0;
    for (Task task : waiting) {
      if (seeker.program() && !isVouched(task)) {
        unapproved++;
        continue;
      }
      Optional<Taken> taken = taken(task.id(), seeker.actor(), length);
      if (taken.isPresent()) {
        return new Search.Got(taken.get());
      }
    }
    return new Search.Nothing(unapproved);
  }

  private Optional<Taken> taken(String id, Actor actor, Duration length) {
    String lease = lease();
    return act(id, new Step.Take(lease, length), actor)
        .filter(Turn.Moved.class::isInstance)
        .map(turn -> new Taken(((Turn.Moved) turn).task(), lease));
  }

  /// A lease that nobody has seen.
  public static String lease() {
    byte[] bytes = new byte[LEASE_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// @return empty when there is no such task
  public Optional<Turn> act(String id, Step step, Actor actor) {
    if (step instanceof Step.Take) {
      expire();
    }
    var at = clock.instant();
    Optional<Turn> turn =
        store.change(
            id,
            actor,
            at,
            (task, lease, entries) ->
                Turns.next(new Turns.Known(task, lease, entries), step, actor, at));
    if (step instanceof Step.Release) {
      wake();
    }
    return turn;
  }

  /// Puts back what nobody tells of any more.
  public void expire() {
    List<String> lapsed = store.lapsed(clock.instant());
    lapsed.forEach(id -> act(id, new Step.Expire(), Actor.SYSTEM));
    if (!lapsed.isEmpty()) {
      wake();
    }
  }

  /// Tells all who wait that there may be something now.
  public void wake() {
    lock.lock();
    try {
      queued.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

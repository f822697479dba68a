package dev.suture.browser;

import dev.suture.project.Project;
import dev.suture.repro.Applications;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Applications that are started before they are needed: whoever runs a reproduction at a commit
/// often runs it there again. One that was asked for nothing but the files of its pages is as good
/// as one that has just begun, and is kept for the next run; of a commit whose application gives
/// its files in another way the next time, and of one that was asked for more, each run gets one of
/// its own. What nobody takes is ended after a while.
final class Standby implements AutoCloseable {
  private static final int MOST_KNOWN = 1_000;

  private final Applications applications;
  private final int most;
  private final long keptMs;
  private final List<Ready> ready = new ArrayList<>();
  private final ScheduledThreadPoolExecutor ending =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("standby-ending").factory());

  /// Commits of which each run gets one of its own.
  private final Set<String> anew = ConcurrentHashMap.newKeySet();

  private record Ready(
      long project, String commit, Upcoming application, ScheduledFuture<?> ending) {}

  /// @param most that are kept at a time
  /// @param keptMs how long one is kept
  Standby(Applications applications, int most, long keptMs) {
    this.applications = applications;
    this.most = most;
    this.keptMs = keptMs;
    ending.setRemoveOnCancelPolicy(true);
    ending.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /// One that is as good as one that has just begun; where none stands by, one that is only
  /// starting.
  Upcoming take(Project project, String commit) {
    return take(project, commit, isAnew(project, commit));
  }

  /// One that nobody has asked anything.
  Upcoming fresh(Project project, String commit) {
    return take(project, commit, true);
  }

  private Upcoming take(Project project, String commit, boolean unused) {
    synchronized (ready) {
      for (Ready each : ready) {
        if (each.project() == project.id()
            && each.commit().equals(commit)
            && !(unused && each.application().isUsed())) {
          ready.remove(each);
          each.ending().cancel(false);
          return each.application();
        }
      }
    }
    return start(project, commit);
  }

  private Upcoming start(Project project, String commit) {
    return new Upcoming(() -> applications.serve(project, commit));
  }

  /// Whether each run at a commit gets one of its own.
  boolean isAnew(Project project, String commit) {
    return anew.contains(project.id() + " " + commit);
  }

  /// From now on each run at a commit gets one of its own.
  void startAnew(Project project, String commit) {
    if (anew.size() >= MOST_KNOWN) {
      anew.clear();
    }
    anew.add(project.id() + " " + commit);
  }

  /// Starts one for the next run.
  void prepare(Project project, String commit) {
    keep(project, commit, () -> start(project, commit));
  }

  /// Keeps one that a run is done with for the next run.
  void keep(Project project, String commit, Upcoming used) {
    if (!keep(project, commit, () -> used)) {
      used.close();
    }
  }

  /// The one that was kept longest makes room for it.
  private boolean keep(Project project, String commit, Supplier<Upcoming> one) {
    Ready oldest = null;
    synchronized (ready) {
      if (ending.isShutdown()) {
        return false;
      }
      if (ready.size() >= most) {
        oldest = ready.removeFirst();
        oldest.ending().cancel(false);
      }
      Upcoming next = one.get();
      ready.add(
          new Ready(
              project.id(),
              commit,
              next,
              ending.schedule(() -> end(next), keptMs, TimeUnit.MILLISECONDS)));
    }
    if (oldest != null) {
      oldest.application().close();
    }
    return true;
  }

  private void end(Upcoming unused) {
    boolean there;
    synchronized (ready) {
      there = ready.removeIf(each -> each.application() == unused);
    }
    if (there) {
      unused.close();
    }
  }

  @Override
  public void close() {
    List<Ready> left;
    synchronized (ready) {
      ending.shutdown();
      left = List.copyOf(ready);
      ready.clear();
    }
    left.forEach(each -> each.application().close());
    // One that is being ended just now comes to its end as well.
    ending.close();
  }
}

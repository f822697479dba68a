package dev.suture.browser;

import dev.suture.project.Project;
import dev.suture.repro.Applications;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Applications that are started before they are needed: whoever runs a reproduction at a commit
/// often runs it there again, and each run wants one that has just begun. What nobody takes is
/// ended after a while.
final class Standby implements AutoCloseable {
  private final Applications applications;
  private final int most;
  private final long keptMs;
  private final List<Ready> ready = new ArrayList<>();
  private final ScheduledThreadPoolExecutor ending =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("standby-ending").factory());

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

  /// One that nobody has asked anything; where none stands by, one that is only starting.
  Upcoming take(Project project, String commit) {
    synchronized (ready) {
      for (Ready each : ready) {
        if (each.project() == project.id() && each.commit().equals(commit)) {
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

  /// Starts one for the next run. The one that was started longest ago makes room for it.
  void prepare(Project project, String commit) {
    Ready oldest = null;
    synchronized (ready) {
      if (ending.isShutdown()) {
        return;
      }
      if (ready.size() >= most) {
        oldest = ready.removeFirst();
        oldest.ending().cancel(false);
      }
      Upcoming next = start(project, commit);
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

package dev.suture.ingest.limit;

import dev.suture.ingest.Arrival;
import dev.suture.ingest.Queue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A queue that no project can fill alone. While it is less than half full everybody appends.
/// Beyond that a project is refused once what waits of it is over its share: the whole divided by
/// the projects that have something waiting, and three quarters where it is alone, so that there is
/// always room for another one to begin.
///
/// What an earlier process left behind is counted on nobody.
public final class SharedQueue implements Queue {
  private final Queue queue;
  private final long most;
  private final AtomicLong waiting = new AtomicLong();
  private final Map<Long, AtomicLong> ofProject = new ConcurrentHashMap<>();
  private final Deque<Taken> taken = new ArrayDeque<>();

  private record Taken(long position, long project, long bytes) {}

  /// @param most bytes that may wait altogether
  public SharedQueue(Queue queue, long most) {
    this.queue = queue;
    this.most = most;
  }

  @Override
  public long append(Arrival arrival) throws IOException, InterruptedException {
    long bytes = arrival.body().length;
    AtomicLong own = ofProject.computeIfAbsent(arrival.project(), _ -> new AtomicLong());
    long all = waiting.addAndGet(bytes);
    long mine = own.addAndGet(bytes);
    boolean kept = false;
    try {
      if (all > most / 2 && mine > share()) {
        throw new OverShare("project " + arrival.project() + " is over its share of what may wait");
      }
      long position = queue.append(arrival);
      kept = true;
      return position;
    } finally {
      if (!kept) {
        release(arrival.project(), bytes);
      }
    }
  }

  private long share() {
    long projects = ofProject.values().stream().filter(bytes -> bytes.get() > 0).count();
    return projects <= 1 ? most / 4 * 3 : most / projects;
  }

  @Override
  public List<Queued> take(int count, Duration wait) throws IOException, InterruptedException {
    List<Queued> next = queue.take(count, wait);
    synchronized (taken) {
      for (Queued one : next) {
        Arrival arrival = one.arrival();
        taken.add(new Taken(one.position(), arrival.project(), arrival.body().length));
      }
    }
    return next;
  }

  @Override
  public void digested(long position) throws IOException {
    queue.digested(position);
    synchronized (taken) {
      Taken first;
      while ((first = taken.peek()) != null && first.position() <= position) {
        release(first.project(), first.bytes());
        taken.remove();
      }
    }
  }

  private void release(long project, long bytes) {
    waiting.updateAndGet(all -> Math.max(0, all - bytes));
    AtomicLong own = ofProject.get(project);
    if (own != null) {
      own.updateAndGet(all -> Math.max(0, all - bytes));
    }
  }

  @Override
  public Backlog backlog() {
    return queue.backlog();
  }

  @Override
  public void close() throws IOException {
    queue.close();
  }
}

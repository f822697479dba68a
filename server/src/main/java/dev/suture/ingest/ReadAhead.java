package dev.suture.ingest;

import dev.suture.ingest.Queue.Queued;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads the queue ahead of the writer and prepares what it finds while the batch before is
/// written. What it hands out is in the queue's order: what is prepared, and of a deep backlog half
/// of what is read ahead at least, for large batches cost less. While there is no backlog, what
/// comes during one batch is in the next one.
///
/// One core is left to the writer, which has more to do than its share among as many workers as
/// there are cores. Who waits for a batch prepares as well.
///
/// Its memory is bounded by what senders' text takes once it is unpacked, which nobody knows
/// before: a worker that finds the bound reached leaves the rest of its slice until memory is
/// released. A batch takes at most half of it, so that workers fill the other half while the batch
/// is written. What comes next is prepared whatever it takes.
final class ReadAhead implements AutoCloseable {
  private static final int SLICE = 32;
  private static final int MOST_ARRIVALS = 8192;
  private static final int HEAP_OF_AN_ARRIVAL = 64 * 1024;
  private static final long ENCODED_BYTES = 32L * 1024 * 1024;
  private static final int SHARE_OF_HEAP = 6;
  private static final Duration WAIT = Duration.ofMillis(500);

  /// From so many arrivals on it is a backlog.
  private static final int DEEP = 1024;

  private final Queue queue;
  private final Ledger ledger;
  private final Preparation preparation;
  private final long mostBytes;
  private final int mostArrivals;
  private final AtomicLong held = new AtomicLong();
  private final BlockingQueue<Runnable> submitted = new LinkedBlockingQueue<>();
  private final ExecutorService workers;
  private final Thread reader;
  private volatile boolean closed;

  /// Guards what follows; the condition tells of any change to it.
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private final Deque<Slice> slices = new ArrayDeque<>();
  private int arrivals;
  private long encodedBytes;
  private long passedOver;
  private @Nullable Exception trouble;

  ReadAhead(Queue queue, Ledger ledger, Preparation preparation) {
    this.queue = queue;
    this.ledger = ledger;
    this.preparation = preparation;
    long heap = Runtime.getRuntime().maxMemory();
    this.mostBytes = heap / SHARE_OF_HEAP;
    this.mostArrivals = (int) Math.min(MOST_ARRIVALS, heap / HEAP_OF_AN_ARRIVAL);
    int count = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    this.workers =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            submitted,
            Thread.ofPlatform().name("digest-", 0).daemon().factory());
    this.reader = Thread.ofPlatform().name("digest-reader").daemon().unstarted(this::read);
  }

  void start() {
    reader.start();
  }

  /// Whether somebody still reads.
  boolean reads() {
    return reader.isAlive();
  }

  /// Arrivals that follow each other; a worker prepares them front to back.
  private final class Slice implements Runnable {
    private final List<Queued> waiting;
    private final List<Prepared> ready = new ArrayList<>();
    private Future<?> work = CompletableFuture.completedFuture(null);

    Slice(List<Queued> arrivals) {
      waiting = arrivals;
    }

    @Override
    public void run() {
      try {
        while (!isComplete() && !closed && held.get() < mostBytes) {
          prepareNext();
        }
      } catch (IOException storage) {
        // The thread that asks for it meets the same trouble and waits.
      }
    }

    /// Lets a worker go on with it, unless one does or nothing is left.
    void resume() {
      if (work.isDone() && !isComplete()) {
        work = workers.submit(this);
      }
    }

    /// Does what waits before it, or prepares others, until a worker is done with it.
    void await() throws InterruptedException {
      while (!work.isDone()) {
        Runnable another = submitted.poll();
        if (another == null) {
          break;
        }
        another.run();
      }
      try {
        work.get();
      } catch (ExecutionException failure) {
        // The thread that asks for it goes on with it and meets the same.
      }
    }

    /// Whether all of it is ready, seen from the thread that asks for it.
    boolean isDone() {
      return work.isDone() && isComplete();
    }

    boolean isComplete() {
      return ready.size() == waiting.size();
    }

    void prepareNext() throws IOException {
      Prepared prepared = preparation.prepare(waiting.get(ready.size()));
      held.addAndGet(prepared.bytes());
      ready.add(prepared);
    }
  }

  /// The next arrivals, prepared; empty when none came in time. They stay counted as memory until
  /// they are released.
  ///
  /// @throws IOException when storage is in trouble; the same arrivals come with the next call
  List<Prepared> next(Duration wait) throws IOException, InterruptedException {
    List<Slice> read = await(wait);
    List<Prepared> batch = new ArrayList<>();
    int taken = 0;
    int drafts = 0;
    long bytes = 0;
    int least = least(read);
    for (Slice slice : read) {
      if (drafts >= mostArrivals / 2 || bytes >= mostBytes / 2) {
        break;
      }
      boolean first = taken == 0;
      if (!first && batch.size() >= least && !slice.isDone()) {
        break;
      }
      slice.await();
      if (!slice.isComplete() && !first) {
        break;
      }
      complete(slice);
      for (Prepared prepared : slice.ready) {
        batch.add(prepared);
        drafts += prepared.drafts().size();
        bytes += prepared.bytes();
      }
      taken++;
    }
    remove(taken);
    return batch;
  }

  /// How many arrivals a batch is worth waiting for.
  private static int least(List<Slice> read) {
    int all = read.stream().mapToInt(slice -> slice.waiting.size()).sum();
    return all < DEEP ? 0 : all / 2;
  }

  private void complete(Slice slice) throws IOException {
    while (!slice.isComplete()) {
      slice.prepareNext();
    }
  }

  /// What is read ahead, once there is anything.
  private List<Slice> await(Duration wait) throws IOException, InterruptedException {
    long passed;
    List<Slice> read;
    lock.lock();
    try {
      long left = wait.toNanos();
      while (slices.isEmpty() && passedOver == 0 && trouble == null && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      Exception met = trouble;
      trouble = null;
      changed.signalAll();
      if (met instanceof RuntimeException failure) {
        throw failure;
      } else if (met instanceof IOException storage) {
        throw storage;
      }
      passed = passedOver;
      passedOver = 0;
      read = List.copyOf(slices);
    } finally {
      lock.unlock();
    }
    if (passed > 0) {
      queue.digested(passed);
    }
    return read;
  }

  private void remove(int first) {
    lock.lock();
    try {
      for (int i = 0; i < first; i++) {
        slices.removeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  private void read() {
    try {
      while (awaitRoom()) {
        try {
          List<Queued> taken = queue.take(SLICE, WAIT);
          if (!taken.isEmpty()) {
            add(taken);
          }
        } catch (IOException | RuntimeException failure) {
          tell(failure);
        }
      }
    } catch (InterruptedException stop) {
      // Nobody reads on.
    }
  }

  /// Waits until there is room, and until trouble was told.
  ///
  /// @return false when this is closed
  private boolean awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (!closed
          && (arrivals >= mostArrivals || encodedBytes >= ENCODED_BYTES || trouble != null)) {
        changed.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void add(List<Queued> taken) {
    long known = ledger.position();
    List<Queued> fresh = taken.stream().filter(queued -> queued.position() > known).toList();
    lock.lock();
    try {
      if (fresh.isEmpty()) {
        passedOver = taken.getLast().position();
      } else {
        arrivals += fresh.size();
        encodedBytes += fresh.stream().mapToLong(queued -> queued.arrival().body().length).sum();
        Slice slice = new Slice(fresh);
        slices.add(slice);
        slice.resume();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tell(Exception failure) {
    lock.lock();
    try {
      trouble = failure;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The batch is recorded, or given up.
  void release(List<Prepared> batch) {
    lock.lock();
    try {
      for (Prepared prepared : batch) {
        held.addAndGet(-prepared.bytes());
        encodedBytes -= prepared.queued().arrival().body().length;
      }
      arrivals -= batch.size();
      slices.forEach(Slice::resume);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Lets who reads or waits for arrivals end.
  void stop() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    stop();
    try {
      reader.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    workers.close();
  }
}

package dev.suture.ingest;

import dev.suture.ingest.Queue.Queued;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
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

/// Reads the queue ahead of the writer and prepares what it finds while the batch before is
/// written. What it hands out is in the queue's order, and the longer the deeper the backlog: half
/// of what is read ahead, and of the rest what is prepared already, so that the last arrivals of a
/// backlog are not written in ever smaller batches.
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

  private final Queue queue;
  private final Ledger ledger;
  private final Preparation preparation;
  private final long mostBytes;
  private final int mostArrivals;
  private final AtomicLong held = new AtomicLong();
  private final Deque<Slice> slices = new ArrayDeque<>();
  private final BlockingQueue<Runnable> submitted = new LinkedBlockingQueue<>();
  private final ExecutorService workers;
  private int arrivals;
  private long encodedBytes;
  private volatile boolean closed;

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
    read(wait);
    List<Prepared> batch = new ArrayList<>();
    int drafts = 0;
    long bytes = 0;
    int half = Math.ceilDiv(slices.size(), 2);
    Iterator<Slice> inOrder = slices.iterator();
    for (int i = 0; inOrder.hasNext() && drafts < mostArrivals / 2 && bytes < mostBytes / 2; i++) {
      Slice slice = inOrder.next();
      if (i >= half && !slice.isDone()) {
        break;
      }
      slice.await();
      if (!slice.isComplete() && i > 0) {
        break;
      }
      complete(slice);
      for (Prepared prepared : slice.ready) {
        batch.add(prepared);
        drafts += prepared.drafts().size();
        bytes += prepared.bytes();
      }
      inOrder.remove();
    }
    return batch;
  }

  private void complete(Slice slice) throws IOException {
    while (!slice.isComplete()) {
      slice.prepareNext();
    }
  }

  private void read(Duration wait) throws IOException, InterruptedException {
    while (arrivals < mostArrivals && encodedBytes < ENCODED_BYTES) {
      List<Queued> taken = queue.take(SLICE, slices.isEmpty() ? wait : Duration.ZERO);
      if (taken.isEmpty()) {
        return;
      }
      long known = ledger.position();
      List<Queued> fresh = taken.stream().filter(queued -> queued.position() > known).toList();
      if (fresh.isEmpty()) {
        queue.digested(taken.getLast().position());
        continue;
      }
      arrivals += fresh.size();
      encodedBytes += fresh.stream().mapToLong(queued -> queued.arrival().body().length).sum();
      Slice slice = new Slice(fresh);
      slices.add(slice);
      slice.resume();
    }
  }

  /// The batch is recorded, or given up.
  void release(List<Prepared> batch) {
    for (Prepared prepared : batch) {
      held.addAndGet(-prepared.bytes());
      encodedBytes -= prepared.queued().arrival().body().length;
    }
    arrivals -= batch.size();
    slices.forEach(Slice::resume);
  }

  @Override
  public void close() {
    closed = true;
    workers.close();
  }
}

package dev.suture.store;

import dev.suture.ingest.Arrival;
import dev.suture.ingest.Queue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The queue as a log of segments on local disk.
///
/// Appenders hand their records to one committer, which writes all that wait, flushes once, and
/// wakes them: while a flush runs the next group gathers, so no deliberate wait is needed. What is
/// behind the checkpoint goes segment by segment.
///
/// A process that starts never appends to a segment of an earlier one. The first position of a
/// segment ends the one before it, so whatever lies there torn, or whole and never acknowledged, is
/// not read.
public final class SegmentLog implements Queue {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentLog.class);
  private static final long TAKE_BYTES = 8L * 1024 * 1024;
  private static final long CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Options options;
  private final InstantSource clock;
  private final SegmentFolder folder;
  private final Checkpoint checkpoint;
  private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
  private final LinkedBlockingQueue<Pending> pending = new LinkedBlockingQueue<>();
  private final SegmentWriter writer;
  private final Thread committer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<Taken> taken = new ArrayDeque<>();
  private final BacklogAge age = new BacklogAge();
  private final AtomicLong backlogBytes = new AtomicLong();
  private volatile long acknowledged;
  private volatile boolean closed;
  private long readPosition;
  private long digested;
  private long checkpointNanos;
  private @Nullable SegmentCursor cursor;

  /// @param segmentBytes length of a file
  /// @param maxBytes bound on what waits to be digested
  /// @param keepFree bytes that the queue leaves free on its disk, for the database beside it
  /// @param after the last position that is known to be digested from elsewhere; 0 when none is.
  ///   Positions of this log lie behind it even when its own files are lost.
  public record Options(Path folder, long segmentBytes, long maxBytes, long keepFree, long after) {}

  /// An append that waits for its group.
  record Pending(Arrival arrival, int length, CompletableFuture<Long> position) {}

  private record Taken(long position, int bytes) {}

  public SegmentLog(Options options, InstantSource clock) throws IOException {
    this(options, clock, SegmentFile::onDisk);
  }

  SegmentLog(Options options, InstantSource clock, SegmentFile.Opener opener) throws IOException {
    this.options = options;
    this.clock = clock;
    this.folder = new SegmentFolder(options, opener);
    this.checkpoint = new Checkpoint(options.folder());
    this.digested = Math.max(checkpoint.read(), options.after());
    recover();
    this.writer = new SegmentWriter(folder, segments, acknowledged + 1);
    this.committer = Thread.ofPlatform().name("queue").daemon().start(this::commit);
  }

  /// Finds the last whole record and how much waits.
  private void recover() throws IOException {
    List<Long> positions = folder.positions();
    long start = digested;
    if (positions.isEmpty() && digested == 0) {
      // Positions of a new log lie behind those of any log that was here before.
      start = TimeUnit.MILLISECONDS.toMicros(clock.millis());
      digested = start;
    }
    acknowledged = start;
    for (int i = 0; i < positions.size(); i++) {
      long end = i + 1 < positions.size() ? positions.get(i + 1) : Long.MAX_VALUE;
      Segment segment = folder.open(positions.get(i));
      recover(segment, end);
      if (segment.last <= digested) {
        folder.release(segment);
      } else {
        segments.put(segment.first, segment);
      }
      acknowledged = Math.max(acknowledged, segment.last);
    }
    readPosition = digested;
  }

  private void recover(Segment segment, long end) throws IOException {
    SegmentCursor scan = new SegmentCursor(segment);
    long position = segment.first;
    while (position < end) {
      ByteBuffer record = scan.next(position, Long.MAX_VALUE);
      if (record == null) {
        break;
      }
      if (position > digested) {
        backlogBytes.addAndGet(record.limit() + SegmentRecord.PREFIX);
        age.arrived(position, SegmentRecord.receivedMillis(record));
      }
      position++;
    }
    segment.last = position - 1;
    if (end != Long.MAX_VALUE && position < end && position > digested) {
      LOG.error(
          "the queue is damaged: positions {} to {} cannot be read and are lost",
          position,
          end - 1);
    }
  }

  @Override
  public long append(Arrival arrival) throws IOException, InterruptedException {
    if (closed) {
      throw new QueueFull("the server is stopping");
    }
    int length = SegmentRecord.length(arrival);
    if (backlogBytes.addAndGet(length) > options.maxBytes()) {
      backlogBytes.addAndGet(-length);
      throw new QueueFull("what waits to be digested reached " + options.maxBytes() + " bytes");
    }
    Pending one = new Pending(arrival, length, new CompletableFuture<>());
    pending.add(one);
    if (closed && pending.remove(one)) {
      backlogBytes.addAndGet(-length);
      throw new QueueFull("the server is stopping");
    }
    try {
      return one.position().get();
    } catch (ExecutionException failed) {
      backlogBytes.addAndGet(-length);
      if (failed.getCause() instanceof IOException full) {
        throw new QueueFull(String.valueOf(full.getMessage()));
      }
      throw new IOException(failed.getCause());
    }
  }

  private void commit() {
    List<Pending> group = new ArrayList<>();
    folder.prepare();
    while (true) {
      try {
        Pending first = pending.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          pending.drainTo(group);
          commit(group);
          group.clear();
        } else if (closed) {
          return;
        }
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void commit(List<Pending> group) {
    for (Pending one : group) {
      writer.add(one, this::acknowledge);
    }
    writer.flush(this::acknowledge);
    if (writer.tookSpare()) {
      Thread.ofVirtual().start(folder::prepare);
    }
  }

  private void acknowledge(List<Pending> group, long last) {
    lock.lock();
    try {
      acknowledged = last;
      age.arrived(last, group.getFirst().arrival().received().toEpochMilli());
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    long position = last - group.size();
    for (Pending one : group) {
      one.position().complete(++position);
    }
  }

  @Override
  public List<Queued> take(int most, Duration wait) throws IOException, InterruptedException {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (readPosition >= acknowledged && !closed) {
        if (left <= 0) {
          return List.of();
        }
        left = arrived.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    List<Queued> queued = new ArrayList<>();
    long bytes = 0;
    while (queued.size() < most && bytes < TAKE_BYTES && readPosition < acknowledged) {
      ByteBuffer record = read();
      if (record != null) {
        Arrival arrival = SegmentRecord.read(record);
        if (arrival != null) {
          queued.add(new Queued(readPosition, arrival));
          bytes += record.limit();
        } else {
          LOG.error("position {} of the queue is of another version and is lost", readPosition);
        }
      }
    }
    return queued;
  }

  /// The record of the next position; null when a damaged part was passed over.
  private @Nullable ByteBuffer read() throws IOException {
    long wanted = readPosition + 1;
    SegmentCursor at = cursorFor(wanted);
    if (wanted < at.segment().first) {
      readPosition = at.segment().first - 1;
      return null;
    }
    ByteBuffer record = at.next(wanted, at.segment().last);
    if (record == null) {
      LOG.error(
          "the queue is damaged: positions {} to {} cannot be read and are lost",
          wanted,
          at.segment().last);
      readPosition = at.segment().last;
      return null;
    }
    lock.lock();
    try {
      int length = record.limit() + SegmentRecord.PREFIX;
      taken.add(new Taken(wanted, length));
    } finally {
      lock.unlock();
    }
    readPosition = wanted;
    return record;
  }

  private SegmentCursor cursorFor(long wanted) throws IOException {
    SegmentCursor at = cursor;
    if (at != null && wanted <= at.segment().last) {
      return at;
    }
    var entry = segments.floorEntry(wanted);
    if (entry == null || entry.getValue().last < wanted) {
      entry = segments.higherEntry(wanted);
    }
    if (entry == null) {
      throw new IOException("position " + wanted + " is in no segment of the queue");
    }
    Segment segment = entry.getValue();
    if (at == null || at.segment() != segment) {
      at = new SegmentCursor(segment);
      at.skipTo(wanted);
      cursor = at;
    }
    return at;
  }

  @Override
  public void digested(long position) throws IOException {
    lock.lock();
    try {
      digested = Math.max(digested, position);
      Taken first;
      while ((first = taken.peek()) != null && first.position() <= position) {
        backlogBytes.addAndGet(-first.bytes());
        taken.remove();
      }
      age.digested(digested, digested >= acknowledged);
    } finally {
      lock.unlock();
    }
    List<Segment> done =
        segments.values().stream()
            .filter(segment -> segment.last <= position && segment != writer.current())
            .toList();
    boolean durable = !done.isEmpty() || System.nanoTime() - checkpointNanos > CHECKPOINT_NANOS;
    checkpoint.write(position, durable);
    if (durable) {
      checkpointNanos = System.nanoTime();
    }
    for (Segment segment : done) {
      segments.remove(segment.first);
      folder.release(segment);
    }
  }

  @Override
  public Backlog backlog() {
    lock.lock();
    try {
      long arrivals = acknowledged - digested;
      Long oldest = age.oldest();
      long millis = oldest == null ? 0 : Math.max(0, clock.millis() - oldest);
      return new Backlog(arrivals, backlogBytes.get(), Duration.ofMillis(millis));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      committer.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    checkpoint.write(digested, true);
    for (Segment segment : segments.values()) {
      segment.file.close();
    }
  }
}

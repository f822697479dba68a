package dev.suture.store;

import dev.suture.store.SegmentLog.Pending;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes groups of records; used by one thread.
///
/// A segment that a write or a flush failed on is given up at once: what a failed flush left on the
/// disk is unknown. The records of the group keep their positions for the next group, which begins
/// a new segment with them.
final class SegmentWriter {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);
  private static final int STAGING = 1024 * 1024;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SegmentFolder folder;
  private final ConcurrentSkipListMap<Long, Segment> segments;
  private final ByteBuffer staging = ByteBuffer.allocateDirect(STAGING);
  private final List<Pending> staged = new ArrayList<>();
  private volatile @Nullable Segment current;
  private long offset;
  private long next;
  private boolean tookSpare;
  private @Nullable IOException noRoom;
  private long noRoomSince;

  SegmentWriter(
      SegmentFolder folder, ConcurrentSkipListMap<Long, Segment> segments, long nextPosition) {
    this.folder = folder;
    this.segments = segments;
    this.next = nextPosition;
  }

  /// Told of a group that is durable, with its last position.
  @FunctionalInterface
  interface Acknowledgement {
    void durable(List<Pending> group, long last);
  }

  /// The segment that is written to; null before the first record.
  @Nullable Segment current() {
    return current;
  }

  /// Whether the spare file was used since the last call.
  boolean tookSpare() {
    boolean took = tookSpare;
    tookSpare = false;
    return took;
  }

  /// Adds a record to the group; it may make the ones before it durable.
  void add(Pending one, Acknowledgement acknowledgement) {
    Segment segment = current;
    if (segment == null || segment.size - offset - staging.position() < one.length()) {
      flush(acknowledgement);
      segment = rotate(one);
      if (segment == null) {
        return;
      }
    }
    try {
      if (staging.remaining() < one.length()) {
        write(segment, staging.flip());
        staging.clear();
      }
      if (one.length() > STAGING) {
        ByteBuffer large = ByteBuffer.allocate(one.length());
        SegmentRecord.write(one.arrival(), next, large);
        write(segment, large.flip());
      } else {
        SegmentRecord.write(one.arrival(), next, staging);
      }
      staged.add(one);
      next++;
    } catch (IOException failure) {
      staged.add(one);
      next++;
      giveUp(segment, failure);
    }
  }

  /// Makes the group durable.
  void flush(Acknowledgement acknowledgement) {
    Segment segment = current;
    if (segment == null || staged.isEmpty()) {
      return;
    }
    try {
      write(segment, staging.flip());
      staging.clear();
      segment.file.force();
    } catch (IOException failure) {
      giveUp(segment, failure);
      return;
    }
    segment.last = next - 1;
    acknowledgement.durable(List.copyOf(staged), next - 1);
    staged.clear();
  }

  private void write(Segment segment, ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    segment.file.write(bytes, offset);
    offset += length;
  }

  private @Nullable Segment rotate(Pending one) {
    IOException known = noRoom;
    if (known != null && System.nanoTime() - noRoomSince < PAUSE_NANOS) {
      one.position().completeExceptionally(known);
      return null;
    }
    try {
      Segment fresh = folder.create(next, one.length());
      current = fresh;
      segments.put(fresh.first, fresh);
      offset = 0;
      tookSpare = true;
      noRoom = null;
      return fresh;
    } catch (IOException failure) {
      noRoom = failure;
      noRoomSince = System.nanoTime();
      one.position().completeExceptionally(failure);
      return null;
    }
  }

  private void giveUp(Segment segment, IOException failure) {
    LOG.error("a segment of the queue is given up: {}", failure.toString());
    next -= staged.size();
    current = null;
    staging.clear();
    if (segment.last < segment.first) {
      segments.remove(segment.first);
      try {
        folder.discard(segment);
      } catch (IOException left) {
        LOG.warn("the segment's file stays behind: {}", left.toString());
      }
    }
    List<Pending> failed = List.copyOf(staged);
    staged.clear();
    failed.forEach(one -> one.position().completeExceptionally(failure));
  }
}

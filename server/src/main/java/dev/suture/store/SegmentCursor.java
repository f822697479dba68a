package dev.suture.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Reads the records of one segment front to back.
final class SegmentCursor {
  private static final int CHUNK = 256 * 1024;

  private final Segment segment;
  private ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);
  private long chunkStart;
  private long chunkKnows;
  private long knows;
  private long offset;

  SegmentCursor(Segment segment) {
    this.segment = segment;
  }

  Segment segment() {
    return segment;
  }

  /// The record of a position without its prefix; null when what lies here is none, is torn, or
  /// belongs to another position.
  ///
  /// @param durable the last position that is known to lie in the file: what was read ahead when
  ///   fewer were known is read again
  @Nullable ByteBuffer next(long position, long durable) throws IOException {
    if (position > chunkKnows) {
      chunk.limit(0);
    }
    knows = durable;
    if (offset + SegmentRecord.PREFIX > segment.size) {
      return null;
    }
    ByteBuffer prefix = at(offset, SegmentRecord.PREFIX);
    if (prefix.remaining() < SegmentRecord.PREFIX) {
      return null;
    }
    int length = prefix.getInt(0);
    int checksum = prefix.getInt(4);
    long room = segment.size - offset - SegmentRecord.PREFIX;
    if (!SegmentRecord.canBe(length, room)) {
      return null;
    }
    ByteBuffer record = at(offset + SegmentRecord.PREFIX, length);
    if (record.remaining() < length
        || SegmentRecord.checksum(record, 0, length) != checksum
        || SegmentRecord.position(record) != position) {
      return null;
    }
    offset += SegmentRecord.PREFIX + length;
    return record;
  }

  /// Passes over the records before a position.
  void skipTo(long position) throws IOException {
    for (long before = segment.first; before < position; before++) {
      if (next(before, segment.last) == null) {
        return;
      }
    }
  }

  private ByteBuffer at(long start, int length) throws IOException {
    boolean inside = start >= chunkStart && start + length <= chunkStart + chunk.limit();
    if (!inside) {
      if (chunk.capacity() < length || chunk.capacity() > CHUNK && length <= CHUNK) {
        chunk = ByteBuffer.allocate(Math.max(CHUNK, length));
      }
      chunk.clear();
      segment.file.read(chunk, start);
      chunk.flip();
      chunkStart = start;
      chunkKnows = knows;
    }
    int from = (int) (start - chunkStart);
    return chunk.slice(from, Math.min(length, chunk.limit() - from));
  }
}

package dev.suture.store;

import java.nio.file.Path;

/// One file of the queue with the records from one position on.
final class Segment {
  final long first;
  final Path path;
  final SegmentFile file;
  final long size;

  /// The last position whose record is whole and durable; `first - 1` when there is none.
  volatile long last;

  Segment(long first, Path path, SegmentFile file, long size) {
    this.first = first;
    this.path = path;
    this.file = file;
    this.size = size;
    this.last = first - 1;
  }
}

package dev.suture.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of the queue. One spare file lies ready, written full of zeroes: appending to it then
/// changes no metadata, which makes a flush about twice as fast, and cannot run out of disk.
final class SegmentFolder {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentFolder.class);
  private static final int ZEROES = 1024 * 1024;
  private static final String SUFFIX = ".seg";

  private final SegmentLog.Options options;
  private final SegmentFile.Opener opener;
  private final Path spare;

  SegmentFolder(SegmentLog.Options options, SegmentFile.Opener opener) throws IOException {
    this.options = options;
    this.opener = opener;
    this.spare = options.folder().resolve("spare");
    Files.createDirectories(options.folder());
  }

  /// The first positions of the segments that are there, in order.
  List<Long> positions() throws IOException {
    try (Stream<Path> files = Files.list(options.folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9]{19}\\.seg"))
          .map(name -> Long.parseLong(name.substring(0, 19)))
          .sorted()
          .toList();
    }
  }

  Segment open(long first) throws IOException {
    Path path = path(first);
    SegmentFile file = opener.open(path);
    return new Segment(first, path, file, file.size());
  }

  /// A new segment with room for at least one record of `bytes`.
  ///
  /// @throws IOException when the disk has no room for it
  synchronized Segment create(long first, long bytes) throws IOException {
    Path path = path(first);
    if (bytes <= options.segmentBytes()) {
      if (!Files.exists(spare)) {
        fill(spare, options.segmentBytes());
      }
      Files.move(spare, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      fill(path, bytes);
    }
    Checkpoint.syncFolder(options.folder());
    return open(first);
  }

  /// Makes the spare file where it is missing; trouble is left to whoever needs the file.
  synchronized void prepare() {
    try {
      if (!Files.exists(spare)) {
        fill(spare, options.segmentBytes());
      }
    } catch (IOException full) {
      LOG.warn("no spare segment could be made for the queue: {}", full.toString());
    }
  }

  /// Gives up a segment: its file becomes the spare or goes. What it held is told from new records
  /// by its positions.
  synchronized void release(Segment segment) throws IOException {
    segment.file.close();
    if (segment.size == options.segmentBytes() && !Files.exists(spare)) {
      Files.move(segment.path, spare, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.deleteIfExists(segment.path);
    }
  }

  /// Deletes a segment that holds nothing durable.
  void discard(Segment segment) throws IOException {
    segment.file.close();
    Files.deleteIfExists(segment.path);
  }

  private void fill(Path path, long bytes) throws IOException {
    long free = Files.getFileStore(options.folder()).getUsableSpace();
    if (free - bytes < options.keepFree()) {
      throw new IOException(
          "the disk has "
              + (free >> 20)
              + " MiB left, too little for another part of the queue; free some space");
    }
    Path unfinished = options.folder().resolve("unfinished");
    try {
      try (SegmentFile file = opener.open(unfinished)) {
        ByteBuffer zeroes = ByteBuffer.allocateDirect(ZEROES);
        for (long at = 0; at < bytes; at += zeroes.limit()) {
          zeroes.clear().limit((int) Math.min(ZEROES, bytes - at));
          file.write(zeroes, at);
        }
        file.force();
      }
      Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      Files.deleteIfExists(unfinished);
      throw failure;
    }
  }

  private Path path(long first) {
    return options.folder().resolve(String.format(Locale.ROOT, "%019d", first) + SUFFIX);
  }
}

package dev.suture.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file operations that the queue's durability rests on.
interface SegmentFile extends AutoCloseable {
  /// Writes all of the bytes at an offset.
  void write(ByteBuffer bytes, long offset) throws IOException;

  /// Returns when everything written is on the disk.
  void force() throws IOException;

  /// Reads at an offset until the buffer is full or the file ends.
  void read(ByteBuffer target, long offset) throws IOException;

  long size() throws IOException;

  @Override
  void close() throws IOException;

  /// Opens the files of a log.
  @FunctionalInterface
  interface Opener {
    SegmentFile open(Path path) throws IOException;
  }

  /// A file on a disk.
  static SegmentFile onDisk(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new OnDisk(channel);
  }

  record OnDisk(FileChannel channel) implements SegmentFile {
    @Override
    public void write(ByteBuffer bytes, long offset) throws IOException {
      long at = offset;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    }

    @Override
    public void force() throws IOException {
      channel.force(false);
    }

    @Override
    public void read(ByteBuffer target, long offset) throws IOException {
      long at = offset;
      while (target.hasRemaining()) {
        int read = channel.read(target, at);
        if (read < 0) {
          return;
        }
        at += read;
      }
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}

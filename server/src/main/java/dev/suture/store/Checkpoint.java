package dev.suture.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// The file that holds how far the queue is digested. It is replaced whole, so that a crash leaves
/// the old one or the new one.
final class Checkpoint {
  private static final int LENGTH = Long.BYTES + Integer.BYTES;

  private final Path folder;
  private final Path file;

  Checkpoint(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("checkpoint");
  }

  /// @return 0 when there is none or it is not whole: then everything kept is digested again
  long read() throws IOException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      if (bytes.remaining() == LENGTH && bytes.getInt(Long.BYTES) == checksum(bytes.getLong(0))) {
        return bytes.getLong(0);
      }
      return 0;
    } catch (NoSuchFileException none) {
      return 0;
    }
  }

  /// @param durable whether it must outlive a power failure; the end of the process it always does
  void write(long position, boolean durable) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH).putLong(position).putInt(checksum(position));
    Path next = folder.resolve("checkpoint.next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(bytes.flip());
      if (durable) {
        channel.force(true);
      }
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (durable) {
      syncFolder(folder);
    }
  }

  static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static int checksum(long position) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
    return (int) crc.getValue();
  }
}

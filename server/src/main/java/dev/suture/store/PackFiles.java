package dev.suture.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files of bodies, one behind the other. A pack is written once, whole, synced and then named, so
/// that no end of one is ever torn; its name is the server's own.
final class PackFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PackFiles.class);
  private static final String SUFFIX = ".pack";
  private static final byte[] MARK = "SUTURE-PACK-1\n\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Path folder;

  PackFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /// A pack with the frames in order.
  ///
  /// @param bytes of the whole file
  record Written(String name, List<Long> places, long bytes) {}

  /// Durable when it returns.
  Written write(long project, List<byte[]> frames) throws IOException {
    String name = project + "-" + UUID.randomUUID() + SUFFIX;
    Long[] places = new Long[frames.size()];
    Path unfinished = folder.resolve(name + ".unfinished");
    long at = 0;
    try {
      try (FileChannel channel =
          FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        at += write(channel, MARK);
        for (int i = 0; i < places.length; i++) {
          places[i] = at;
          at += write(channel, frames.get(i));
        }
        channel.force(true);
      }
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      Checkpoint.syncFolder(folder);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return new Written(name, List.of(places), at);
  }

  private static int write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    return bytes.length;
  }

  /// @throws NoSuchFileException when there is no such pack
  byte[] read(String name, long place, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(path(name), StandardOpenOption.READ)) {
      ByteBuffer frame = ByteBuffer.allocate(length);
      while (frame.hasRemaining()) {
        if (channel.read(frame, place + frame.position()) < 0) {
          throw new IOException("the pack " + name + " ends too early");
        }
      }
      return frame.array();
    }
  }

  void delete(String name) throws IOException {
    Files.deleteIfExists(path(name));
  }

  /// Deletes what no row names: packs that a crash left behind.
  void retain(Set<String> named) throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.list(folder)) {
      left =
          files
              .filter(file -> file.getFileName().toString().contains(SUFFIX))
              .filter(file -> !named.contains(file.getFileName().toString()))
              .toList();
    }
    for (Path file : left) {
      LOG.info("a pack that nothing refers to is deleted: {}", file.getFileName());
      Files.deleteIfExists(file);
    }
  }

  private Path path(String name) {
    return folder.resolve(name);
  }
}

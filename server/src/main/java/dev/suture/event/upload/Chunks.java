package dev.suture.event.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Where chunks wait for the rest of their bundle. What is old or too much goes, oldest first.
public interface Chunks {
  /// How large one chunk may be.
  int LARGEST = 8 << 20;

  void put(Checksum checksum, byte[] content) throws IOException;

  boolean has(Checksum checksum);

  /// How long the chunks are together; those that have gone count for nothing.
  long bytes(List<Checksum> chunks);

  /// The chunks one behind the other.
  ///
  /// @throws java.nio.file.NoSuchFileException from the stream when one has gone
  InputStream open(List<Checksum> chunks) throws IOException;

  /// Forgets chunks that turned out to be damaged.
  void drop(List<Checksum> chunks) throws IOException;
}

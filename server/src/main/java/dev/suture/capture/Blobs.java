package dev.suture.capture;

import java.io.IOException;

/// Bytes under keys that the server makes: `[a-z0-9/._-]+`, no empty or dotted segment.
public interface Blobs {
  /// Durable when it returns.
  void put(String key, byte[] content) throws IOException;

  /// @throws java.nio.file.NoSuchFileException when there is none
  byte[] get(String key) throws IOException;

  void delete(String key) throws IOException;
}

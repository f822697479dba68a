package dev.suture.capture;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Bytes under keys that the server makes: `[a-z0-9/._-]+`, no empty or dotted segment.
public interface Blobs {
  /// Durable when it returns.
  void put(String key, byte[] content) throws IOException;

  /// Like [#put], and left uncompressed, for [#map].
  void putPlain(String key, byte[] content) throws IOException;

  /// What was put plain, read where it lies and only as far as it is looked at.
  ///
  /// @throws java.nio.file.NoSuchFileException when there is none
  ByteBuffer map(String key) throws IOException;

  /// @throws java.nio.file.NoSuchFileException when there is none
  byte[] get(String key) throws IOException;

  void delete(String key) throws IOException;

  /// Deletes every blob whose key lies below this one.
  void deleteAll(String folder) throws IOException;
}

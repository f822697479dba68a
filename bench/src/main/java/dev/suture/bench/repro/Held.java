package dev.suture.bench.repro;

import dev.suture.capture.Blobs;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/// Parts of one capture in memory.
record Held(Map<String, byte[]> parts) implements Blobs {
  @Override
  public byte[] get(String key) throws NoSuchFileException {
    byte[] bytes = parts.get(key);
    if (bytes == null) {
      throw new NoSuchFileException(key);
    }
    return bytes;
  }

  @Override
  public ByteBuffer map(String key) throws NoSuchFileException {
    return ByteBuffer.wrap(get(key));
  }

  @Override
  public void put(String key, byte[] content) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putPlain(String key, byte[] content) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deleteAll(String folder) {
    throw new UnsupportedOperationException();
  }
}

package dev.suture.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A stream that yields at most a stated number of bytes and fails with [TooLarge] on the next one.
public final class BoundedStream extends FilterInputStream {
  private static final int FIRST_GUESS = 8 * 1024;

  private final long limit;
  private long left;

  public BoundedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    this.left = limit;
  }

  /// Everything that `in` has, at most `limit` bytes.
  ///
  /// @param expected how many bytes the sender announced, a hint only; negative when unknown
  /// @throws TooLarge when there are more
  public static byte[] readAll(InputStream in, long limit, long expected) throws IOException {
    if (expected > limit) {
      throw new TooLarge(limit);
    }
    int guess = expected < 0 ? FIRST_GUESS : (int) Math.min(expected + 1, 1024 * 1024);
    byte[] bytes = new byte[Math.max(guess, 1)];
    int filled = 0;
    while (true) {
      int read = in.read(bytes, filled, bytes.length - filled);
      if (read < 0) {
        return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
      }
      filled += read;
      if (filled > limit) {
        throw new TooLarge(limit);
      }
      if (filled == bytes.length) {
        long larger = Math.min(Math.min(2L * filled, limit + 1), Integer.MAX_VALUE - 16);
        if (larger <= filled) {
          throw new TooLarge(limit);
        }
        bytes = Arrays.copyOf(bytes, (int) larger);
      }
    }
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    if (one >= 0) {
      passed(1);
    }
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = in.read(target, offset, (int) Math.min(length, left + 1));
    if (read > 0) {
      passed(read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void passed(int bytes) throws TooLarge {
    left -= bytes;
    if (left < 0) {
      throw new TooLarge(limit);
    }
  }
}

package dev.suture.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/// A stream that gives up on a sender that drips: after a time of grace the average must reach a
/// least rate. Complete silence is the transport's idle time-out.
public final class PacedStream extends FilterInputStream {
  private final long bytesPerSecond;
  private final long graceNanos;
  private final long started = System.nanoTime();
  private long passed;

  public PacedStream(InputStream in, long bytesPerSecond, long graceSeconds) {
    super(in);
    this.bytesPerSecond = bytesPerSecond;
    this.graceNanos = TimeUnit.SECONDS.toNanos(graceSeconds);
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
    int read = in.read(target, offset, length);
    if (read > 0) {
      passed(read);
    }
    return read;
  }

  private void passed(int bytes) throws TooSlow {
    passed += bytes;
    long elapsed = System.nanoTime() - started;
    if (elapsed > graceNanos && passed * 1e9 < (double) bytesPerSecond * elapsed) {
      throw new TooSlow(bytesPerSecond);
    }
  }
}

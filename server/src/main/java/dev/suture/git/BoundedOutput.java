package dev.suture.git;

import dev.suture.hotfix.Repository.Unreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Reads what a process prints while it runs. Past the limit the rest is thrown away, and the
/// processes that it was given are killed.
final class BoundedOutput {
  private static final long LAST_BYTES_MILLIS = 5_000;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int limit;
  private final List<Process> killed;
  private final Thread reader;
  private volatile boolean over;

  BoundedOutput(InputStream stream, int limit, List<Process> killed) {
    this.limit = limit;
    this.killed = killed;
    this.reader = Thread.ofVirtual().start(() -> read(stream));
  }

  private void read(InputStream stream) {
    byte[] buffer = new byte[16 << 10];
    try (stream) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        int fits = Math.min(n, limit - kept.size());
        kept.write(buffer, 0, fits);
        if (fits < n) {
          over = true;
          killed.forEach(GitProcess::kill);
        }
      }
    } catch (IOException closed) {
      // A killed process closes its end: what was read until then stands.
      return;
    }
  }

  /// What was printed; waits for the last of it.
  byte[] bytes() throws InterruptedException, Unreachable {
    reader.join(LAST_BYTES_MILLIS);
    if (over && !killed.isEmpty()) {
      throw new Unreachable(
          "git printed more than "
              + (limit >> 20)
              + " MiB and was stopped: the repository is larger than Suture reads.");
    }
    return kept.toByteArray();
  }
}

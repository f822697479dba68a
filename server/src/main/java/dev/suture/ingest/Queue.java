package dev.suture.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The durable log between accepting and digesting. Many append, one reads.
public interface Queue extends AutoCloseable {
  /// Returns when the arrival would survive a power failure.
  ///
  /// @return its position, growing
  /// @throws QueueFull when the log's bound on bytes, or the disk, leaves no room; nothing was kept
  long append(Arrival arrival) throws IOException, InterruptedException;

  /// The next arrivals that were not yet taken since this process started, in order; waits for the
  /// first one.
  List<Queued> take(int most, Duration wait) throws IOException, InterruptedException;

  /// Everything up to and with this position is digested; after a restart reading goes on behind
  /// it.
  void digested(long position) throws IOException;

  Backlog backlog();

  @Override
  void close() throws IOException;

  record Queued(long position, Arrival arrival) {}

  /// @param oldest age of the oldest arrival that is not digested; zero when there is none
  record Backlog(long arrivals, long bytes, Duration oldest) {}

  /// There is no room for another arrival.
  class QueueFull extends IOException {
    private static final long serialVersionUID = 1;

    public QueueFull(String message) {
      super(message);
    }
  }

  /// There is room, and not for this project: others need theirs.
  final class OverShare extends QueueFull {
    private static final long serialVersionUID = 1;

    public OverShare(String message) {
      super(message);
    }
  }
}

package dev.suture.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of bodies may be in memory at one time on their way into the queue. Without it a
/// few dozen senders with bodies of the largest size would end the process.
public final class MemoryBudget {
  private final long largest;
  private final AtomicLong left;

  /// @param all for all bodies together
  /// @param largest for one body; never more than half of all, because a growing array needs twice
  ///   its size while it grows
  public MemoryBudget(long all, long largest) {
    this.largest = Math.min(largest, all / 2);
    this.left = new AtomicLong(all);
  }

  public long largest() {
    return largest;
  }

  Share share() {
    return new Share();
  }

  /// All of the budget is taken.
  static final class Exhausted extends IOException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("too many large bodies at one time");
    }
  }

  /// What one body holds; given back when closed.
  final class Share implements AutoCloseable {
    private long taken;

    /// The stream, with every byte that it yields taken from the budget.
    InputStream guard(InputStream body) {
      return new FilterInputStream(body) {
        @Override
        public int read() throws IOException {
          int one = in.read();
          if (one >= 0) {
            take(1);
          }
          return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          int read = in.read(target, offset, length);
          if (read > 0) {
            take(read);
          }
          return read;
        }
      };
    }

    private void take(int bytes) throws Exhausted {
      taken += bytes;
      if (left.addAndGet(-bytes) < 0) {
        throw new Exhausted();
      }
    }

    @Override
    public void close() {
      left.addAndGet(taken);
      taken = 0;
    }
  }
}

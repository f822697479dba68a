package dev.suture.ingest;

/// Makes digesting happen once: what a micro-batch writes and how far it got are kept in one
/// transaction, so that a batch which is read again after a crash is known.
public interface Ledger {
  /// The last position whose batch is kept; 0 when there is none.
  long position();

  /// Runs the writing in one transaction and keeps the position with it; when it throws, neither is
  /// kept.
  ///
  /// @throws Unavailable when the fault is not in what was written
  void keep(long position, Runnable writing);

  /// Storage takes nothing right now: the disk is full or failing. The same writing may succeed
  /// later.
  final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unavailable(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }
}

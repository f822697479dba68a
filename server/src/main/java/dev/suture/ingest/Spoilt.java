package dev.suture.ingest;

/// Keeps arrivals that could not be digested, as they came, for whoever looks into it.
public interface Spoilt {
  /// Never throws: losing this copy must not stop the worker.
  void keep(Queue.Queued queued, String id);
}

package dev.suture.ingest;

import java.util.concurrent.atomic.AtomicInteger;

/// How many deliveries are between their last byte and their answer. While they are few the doors
/// look at everything before they answer; when they pile up, at the least that an answer needs.
public final class Pressure {
  private static final int HIGH = 8;

  private final AtomicInteger deliveries = new AtomicInteger();

  /// @return whether there are many, with this one
  boolean enter() {
    return deliveries.incrementAndGet() > HIGH;
  }

  void leave() {
    deliveries.decrementAndGet();
  }
}

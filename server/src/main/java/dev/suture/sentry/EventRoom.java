package dev.suture.sentry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An event's payload in memory that is used again: a thread has one such room, and it is free once
/// nothing is asked of the payload any more.
final class EventRoom {
  /// A longer payload gets memory of its own.
  static final int BYTES = 64 * 1024;

  private static final ThreadLocal<byte @Nullable []> FREE = new ThreadLocal<>();

  private final int length;
  private byte @Nullable [] bytes;

  private EventRoom(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /// @param length at most [#BYTES]
  static EventRoom of(int length) {
    byte[] free = FREE.get();
    FREE.remove();
    return new EventRoom(free != null ? free : new byte[BYTES], length);
  }

  /// A payload in memory of its own.
  static EventRoom own(byte[] payload) {
    return new EventRoom(payload, payload.length);
  }

  byte[] bytes() {
    byte[] there = bytes;
    if (there == null) {
      throw new IllegalStateException("the room is another's by now");
    }
    return there;
  }

  int length() {
    return length;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes(), length);
  }

  /// On the thread that took it; nothing may ask for its bytes again.
  void giveBack() {
    byte[] there = bytes;
    bytes = null;
    if (there != null && there.length == BYTES) {
      FREE.set(there);
    }
  }
}

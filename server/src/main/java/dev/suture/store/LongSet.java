package dev.suture.store;

/// A set of longs that takes sixteen bytes for each; zero is no member.
final class LongSet {
  private long[] slots = new long[16];
  private int size;

  int size() {
    return size;
  }

  boolean contains(long value) {
    return slots[slot(slots, value)] == value;
  }

  /// @return whether it was not there before
  boolean add(long value) {
    if (value == 0) {
      throw new IllegalArgumentException("zero is no member");
    }
    int slot = slot(slots, value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    if (++size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long value : slots) {
      if (value != 0) {
        larger[slot(larger, value)] = value;
      }
    }
    slots = larger;
  }

  /// Where the value lies, or would.
  private static int slot(long[] slots, long value) {
    long mixed = value * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}

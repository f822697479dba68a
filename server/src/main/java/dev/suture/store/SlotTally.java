package dev.suture.store;

import java.util.Arrays;

/// How often each of some keys was seen, and when first and last; keys are never zero. A batch has
/// thousands of such counts, so they lie in arrays and not in objects.
final class SlotTally {
  private static final int FIRST = 0;
  private static final int LAST = 1;
  private static final int EVENTS = 2;
  private static final int FIELDS = 3;

  private long[] keys = new long[16];
  private long[] seen = new long[16 * FIELDS];
  private int size;

  /// @param at in microseconds
  void add(long key, long at) {
    int slot = slot(keys, key);
    if (keys[slot] == 0) {
      if (2 * (size + 1) > keys.length) {
        grow();
        slot = slot(keys, key);
      }
      keys[slot] = key;
      size++;
      seen[slot * FIELDS + FIRST] = Long.MAX_VALUE;
      seen[slot * FIELDS + LAST] = Long.MIN_VALUE;
    }
    int from = slot * FIELDS;
    seen[from + FIRST] = Math.min(seen[from + FIRST], at);
    seen[from + LAST] = Math.max(seen[from + LAST], at);
    seen[from + EVENTS]++;
  }

  /// The keys in order.
  long[] keys() {
    long[] all = new long[size];
    int next = 0;
    for (long key : keys) {
      if (key != 0) {
        all[next++] = key;
      }
    }
    Arrays.sort(all);
    return all;
  }

  long events(long key) {
    return seen[slot(keys, key) * FIELDS + EVENTS];
  }

  long first(long key) {
    return seen[slot(keys, key) * FIELDS + FIRST];
  }

  long last(long key) {
    return seen[slot(keys, key) * FIELDS + LAST];
  }

  private void grow() {
    long[] larger = new long[2 * keys.length];
    long[] moved = new long[larger.length * FIELDS];
    for (int old = 0; old < keys.length; old++) {
      if (keys[old] != 0) {
        int slot = slot(larger, keys[old]);
        larger[slot] = keys[old];
        System.arraycopy(seen, old * FIELDS, moved, slot * FIELDS, FIELDS);
      }
    }
    keys = larger;
    seen = moved;
  }

  private static int slot(long[] keys, long key) {
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}

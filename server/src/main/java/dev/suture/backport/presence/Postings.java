package dev.suture.backport.presence;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Which commits have a feature: hashes to lists of numbers, in flat arrays.
final class Postings {
  private long[] keys = new long[1 << 12];
  private int[] heads = new int[1 << 12];
  private int[] counts = new int[1 << 12];
  private int used;
  private int[] next = new int[1 << 12];
  private int[] values = new int[1 << 12];
  private int size;

  /// Adds a value to a key; twice in a row counts once.
  void add(long key, int value) {
    long stored = key == 0 ? 1 : key;
    int slot = slot(stored);
    if (keys[slot] == 0) {
      if (used * 2 > keys.length) {
        grow();
        slot = slot(stored);
      }
      keys[slot] = stored;
      heads[slot] = -1;
      used++;
    } else if (heads[slot] >= 0 && values[heads[slot]] == value) {
      return;
    }
    if (size == values.length) {
      next = Arrays.copyOf(next, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    values[size] = value;
    next[size] = heads[slot];
    heads[slot] = size++;
    counts[slot]++;
  }

  int count(long key) {
    int slot = slot(key == 0 ? 1 : key);
    return keys[slot] == 0 ? 0 : counts[slot];
  }

  void each(long key, IntConsumer consumer) {
    int slot = slot(key == 0 ? 1 : key);
    if (keys[slot] != 0) {
      for (int at = heads[slot]; at >= 0; at = next[at]) {
        consumer.accept(values[at]);
      }
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) Normal.mixed(key) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    heads = new int[keys.length];
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}

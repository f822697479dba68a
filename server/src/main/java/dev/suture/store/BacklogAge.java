package dev.suture.store;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// When the oldest record arrived that is not digested, to the second: one mark a second is kept
/// and not one a record. Guarded by its owner's lock.
final class BacklogAge {
  private static final long MILLIS = 1000;

  private final Deque<Mark> marks = new ArrayDeque<>();

  private record Mark(long position, long receivedMillis) {}

  void arrived(long position, long receivedMillis) {
    Mark last = marks.peekLast();
    if (last == null || receivedMillis >= last.receivedMillis() + MILLIS) {
      marks.add(new Mark(position, receivedMillis));
    }
  }

  /// Forgets what lies before the first record that is not digested.
  void digested(long position, boolean all) {
    if (all) {
      marks.clear();
      return;
    }
    Mark first = marks.poll();
    Mark second;
    while ((second = marks.peek()) != null && second.position() <= position + 1) {
      first = marks.poll();
    }
    if (first != null) {
      marks.push(first);
    }
  }

  /// Milliseconds since the epoch; null when everything is digested.
  @Nullable Long oldest() {
    Mark first = marks.peek();
    return first == null ? null : first.receivedMillis();
  }
}

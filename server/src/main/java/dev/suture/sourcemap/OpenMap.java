package dev.suture.sourcemap;

import dev.suture.io.LeastRecentlyUsed;
import dev.suture.sourcemap.SourceMap.Position;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A map in use, with what was read around the positions asked for last: the same few fail over and
/// over, and reading a large source is dear.
final class OpenMap {
  private static final int MOST_POSITIONS = 2_000;

  private final SourceMap map;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Position, Surroundings> read = new LeastRecentlyUsed<>(MOST_POSITIONS);

  OpenMap(SourceMap map) {
    this.map = map;
  }

  SourceMap map() {
    return map;
  }

  /// Nothing is known when the map does not carry the source. Two threads that ask for the same new
  /// position both read it, so that nobody waits for a large source but who asked for it.
  Surroundings around(Position position) {
    Surroundings known = locked(() -> read.get(position));
    if (known != null) {
      return known;
    }
    Surroundings found =
        map.content(position.source())
            .map(text -> Surroundings.of(text, position))
            .orElse(Surroundings.UNKNOWN);
    locked(() -> read.put(position, found));
    return found;
  }

  private @Nullable Surroundings locked(Supplier<@Nullable Surroundings> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}

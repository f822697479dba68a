package dev.suture.sourcemap;

import dev.suture.sourcemap.SourceMap.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// A map in use, with what was read around the positions asked for last: the same few fail over and
/// over, and reading a large source is dear.
final class OpenMap {
  private static final int MOST_POSITIONS = 1_000;

  private final SourceMap map;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Position, Surroundings> read =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Position, Surroundings> eldest) {
          return size() > MOST_POSITIONS;
        }
      };

  OpenMap(SourceMap map) {
    this.map = map;
  }

  SourceMap map() {
    return map;
  }

  /// Nothing is known when the map does not carry the source.
  Surroundings around(Position position) {
    lock.lock();
    try {
      return read.computeIfAbsent(position, this::read);
    } finally {
      lock.unlock();
    }
  }

  private Surroundings read(Position position) {
    return map.content(position.source())
        .map(text -> Surroundings.of(text, position))
        .orElse(Surroundings.UNKNOWN);
  }
}

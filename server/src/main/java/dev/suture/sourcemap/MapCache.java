package dev.suture.sourcemap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Decoded maps, the least used ones dropped when they take too much memory.
final class MapCache {
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, OpenMap> maps = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  MapCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  Optional<OpenMap> get(String key) {
    lock.lock();
    try {
      return Optional.ofNullable(maps.get(key));
    } finally {
      lock.unlock();
    }
  }

  /// Keeps a map; one that is larger than the whole cache is not kept.
  void put(String key, OpenMap map) {
    lock.lock();
    try {
      if (map.map().bytes() > mostBytes) {
        return;
      }
      OpenMap before = maps.put(key, map);
      bytes += map.map().bytes() - (before == null ? 0 : before.map().bytes());
      var eldest = maps.values().iterator();
      while (bytes > mostBytes) {
        bytes -= eldest.next().map().bytes();
        eldest.remove();
      }
    } finally {
      lock.unlock();
    }
  }
}

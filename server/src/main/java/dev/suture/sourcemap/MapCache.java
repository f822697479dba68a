package dev.suture.sourcemap;

import dev.suture.io.LeastRecentlyUsed;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The maps in use, those not used for longest closed when there are too many. An open map is a
/// mapped file: it takes address space and what the system caches, and next to no heap.
final class MapCache {
  private static final int MOST = 500;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, OpenMap> maps = new LeastRecentlyUsed<>(MOST);

  Optional<OpenMap> get(String key) {
    lock.lock();
    try {
      return Optional.ofNullable(maps.get(key));
    } finally {
      lock.unlock();
    }
  }

  void put(String key, OpenMap map) {
    lock.lock();
    try {
      maps.put(key, map);
    } finally {
      lock.unlock();
    }
  }
}

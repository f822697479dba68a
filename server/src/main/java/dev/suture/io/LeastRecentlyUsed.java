package dev.suture.io;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map that forgets what was used longest ago when it holds more than its bound. Looking
/// something up is a use of it, so whoever shares one between threads guards reading too.
public final class LeastRecentlyUsed<K extends @Nullable Object, V extends @Nullable Object>
    extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int most;

  /// @param most entries that are kept
  public LeastRecentlyUsed(int most) {
    super(16, .75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}

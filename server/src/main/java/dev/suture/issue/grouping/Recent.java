package dev.suture.issue.grouping;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was made of the keys that were seen lately. A place holds one key; all threads share the
/// places without a lock: what one misses it makes anew.
///
/// @param <K> whose hash is cheap and which decides all of what is made of it
final class Recent<K, T> {
  private final @Nullable Known<K, T>[] places;

  private record Known<K, T>(K key, T made) {}

  /// @param places a power of two
  @SuppressWarnings({"unchecked", "rawtypes"})
  Recent(int places) {
    this.places = new Known[places];
  }

  T of(K key, Function<K, T> make) {
    int hash = key.hashCode() * 0x9E3779B9;
    int place = (hash ^ hash >>> 15) & (places.length - 1);
    Known<K, T> known = places[place];
    if (known != null && known.key.equals(key)) {
      return known.made;
    }
    T made = make.apply(key);
    places[place] = new Known<>(key, made);
    return made;
  }
}

package dev.suture.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Keeps links, each under the hash of its secret.
public interface LinkStore {
  /// @param link its id is given by the store
  Link add(Link link, String hash);

  Optional<Link> byHash(String hash);

  /// Newest first.
  List<Link> all(Link.Kind kind);

  /// Uses a link up. What the work does and the end of the link are one: when the work throws, the
  /// link is as it was.
  ///
  /// @return empty when there is no such link, so that no link is used twice
  <T> Optional<T> use(String hash, Function<Link, T> work);

  boolean remove(long id);

  void removeAll(Link.Kind kind);
}

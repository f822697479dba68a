package dev.suture.diff;

import java.util.List;
import java.util.Optional;

/// Keeps the newest search of each hotfix.
public interface NarrowingStore {
  /// Adds or replaces by hotfix.
  void put(Narrowing narrowing);

  Optional<Narrowing> of(String hotfix);

  /// Those that a server which has stopped left unfinished, among others.
  List<Narrowing> running();
}

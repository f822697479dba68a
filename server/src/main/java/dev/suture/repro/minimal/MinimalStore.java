package dev.suture.repro.minimal;

import java.util.List;
import java.util.Optional;

/// Keeps the newest search of each issue.
public interface MinimalStore {
  /// Adds or replaces by issue.
  void put(Minimal minimal);

  Optional<Minimal> of(String issue);

  /// Those that a server which has stopped left unfinished, among others.
  List<Minimal> running();
}

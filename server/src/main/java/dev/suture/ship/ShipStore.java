package dev.suture.ship;

import java.util.List;
import java.util.Optional;

/// Where ships are kept: of each hotfix the newest.
public interface ShipStore {
  /// Adds, or replaces the one of the same hotfix.
  void put(Ship ship);

  Optional<Ship> of(String hotfix);

  /// Those of a project.
  List<Ship> all(String project);

  /// Those of every project that touch production now.
  List<Ship> inFlight();
}

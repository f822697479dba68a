package dev.suture.repro;

import java.util.List;
import java.util.Optional;

/// Where proofs and single trials are kept.
public interface ProofStore {
  /// Replaces the one of the same hotfix.
  void put(Proof proof);

  Optional<Proof> of(String hotfix);

  /// Replaces the one of the same issue and commit.
  void put(Sighting sighting);

  /// Newest first.
  List<Sighting> sightings(String issue);
}

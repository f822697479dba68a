package dev.suture.hotfix;

import java.util.List;
import java.util.Optional;

/// Where hotfixes are kept.
public interface HotfixStore {
  /// Adds or replaces by id.
  void put(Hotfix hotfix);

  Optional<Hotfix> find(String id);

  List<Hotfix> ofIssue(String issue);

  /// Newest first.
  List<Hotfix> all();
}

package dev.suture.hotfix;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where hotfixes are kept.
public interface HotfixStore {
  /// Adds or replaces by id.
  void put(Hotfix hotfix);

  Optional<Hotfix> find(String id);

  List<Hotfix> ofIssue(String issue);

  /// The hotfixes of some issues by issue; one that has none is left out.
  Map<String, List<Hotfix>> ofIssues(Collection<String> issues);

  /// Newest first.
  List<Hotfix> all();
}

package dev.suture.issue;

import java.util.Map;

/// Where the rules of projects are kept.
public interface TriageStore {
  /// @param project slug
  TriageRules of(String project);

  void put(String project, TriageRules rules);

  /// The projects whose rules are not the usual ones, by slug.
  Map<String, TriageRules> all();
}

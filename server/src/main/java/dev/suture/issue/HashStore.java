package dev.suture.issue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Which hashes lead to which issue.
public interface HashStore {
  /// The issues that hashes of a project lead to; a hash that leads nowhere is missing.
  Map<String, String> issuesOf(long project, Collection<String> hashes);

  /// The hashes of an issue, those with most events first.
  List<Line> ofIssue(String issue);

  /// One hash that leads to an issue.
  ///
  /// @param rule version of the rule that made it, behind it whose wish it was
  /// @param variant what it is made of
  /// @param parts what was hashed; empty for one that only leads here
  /// @param events how many were counted on it
  record Line(
      String hash,
      String rule,
      String variant,
      List<String> parts,
      long events,
      Instant firstSeen,
      Instant lastSeen) {}

  /// Whether a version of the rule made any hash.
  boolean any(String rule);
}

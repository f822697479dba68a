package dev.suture.issue;

import java.util.List;

/// How a project wants its issues handled.
///
/// @param resolveAfterDays without an event an open issue is resolved after so many days; 0 for
///   never
/// @param assign whether a new issue is given to its first suggested owner
/// @param owners whose code is whose, the last that matches wins, before the repository's
///   CODEOWNERS
public record TriageRules(int resolveAfterDays, boolean assign, List<Owned> owners) {
  public static final TriageRules USUAL = new TriageRules(0, false, List.of());

  public TriageRules {
    owners = owners == null ? List.of() : List.copyOf(owners);
  }

  /// @param paths pattern as in CODEOWNERS, against the paths of a stack's frames
  /// @param owner `person:…`, `team:…` or `agent:…`
  public record Owned(String paths, String owner) {}
}

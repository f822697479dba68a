package dev.suture.backport.presence;

import java.util.List;

/// The change that lines are searched for.
///
/// @param base full id of the commit before it
/// @param head full id of its last commit
/// @param commits full ids from base to head, oldest first, merges left out
public record Fix(String base, String head, List<String> commits) {
  public Fix {
    commits = List.copyOf(commits);
  }

  /// A fix of one commit; that may be a merge, seen from its first parent.
  public static Fix of(String parent, String commit) {
    return new Fix(parent, commit, List.of(commit));
  }
}

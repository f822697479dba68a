package dev.suture.hotfix;

import dev.suture.backport.presence.Presence;
import dev.suture.line.Branch;
import dev.suture.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The bare clone that Suture keeps of a project's repository, and its origin.
public interface Repository extends CommitNames {
  /// Brings the clone up to date with the origin, making it first where there is none.
  ///
  /// @throws Unreachable with what git said and what to do
  void fetch(Project project) throws Unreachable;

  /// Creates a branch on the origin at a commit. Pushing it again to the same commit is no error.
  ///
  /// @throws Unreachable also when the branch is there at another commit
  void createBranch(Project project, String branch, String commit) throws Unreachable;

  /// The branches of the origin.
  List<Branch> branches(Project project) throws Unreachable;

  boolean isAncestor(Project project, String ancestor, String descendant) throws Unreachable;

  /// Commits reachable from `to` and not from `from`, oldest first, merges left out.
  List<Hotfix.Commit> commits(Project project, String from, String to) throws Unreachable;

  /// The commits of [#commits], each with the one by which it came onto the line of first parents
  /// that ends in `to`: the merge that brought it, or itself. In place of a merge request that was
  /// squashed into one stand its own commits, where the origin keeps them.
  List<Landing> landings(Project project, String from, String to) throws Unreachable;

  /// @param written when its author wrote it
  /// @param by the commit that brought it
  /// @param at when that one was made
  record Landing(String commit, Instant written, String by, Instant at) {}

  /// Full ids of the parents of a commit, the first one first.
  List<String> parents(Project project, String commit) throws Unreachable;

  /// What is known of the changes that the project's commits make: one object as long as the server
  /// runs, which reads what is new only. It sees what was fetched last.
  Presence presence(Project project) throws Unreachable;

  /// How much changes between two commits in sum.
  Churn churn(Project project, String from, String to) throws Unreachable;

  /// @param lines added and removed; of a file that is no text each counts as one
  record Churn(int files, int lines) {}

  /// Paths that differ between two commits.
  List<String> changed(Project project, String from, String to) throws Unreachable;

  /// A text file at a commit; empty when it is not there, is no text, or is over one MiB.
  Optional<String> file(Project project, String commit, String path) throws Unreachable;

  /// Paths of all files at a commit.
  List<String> files(Project project, String commit) throws Unreachable;

  /// The repository, or its origin, cannot be used.
  final class Unreachable extends Exception {
    private static final long serialVersionUID = 1;

    public Unreachable(String message) {
      super(message);
    }
  }
}

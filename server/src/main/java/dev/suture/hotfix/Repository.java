package dev.suture.hotfix;

import dev.suture.project.Project;
import java.util.List;
import java.util.Optional;

/// The bare clone that Suture keeps of a project's repository, and its origin.
public interface Repository {
  /// Brings the clone up to date with the origin, making it first where there is none.
  ///
  /// @throws Unreachable with what git said and what to do
  void fetch(Project project) throws Unreachable;

  /// Full id of the commit that a branch, tag or commit id names; empty when it names none.
  Optional<String> resolve(Project project, String name) throws Unreachable;

  /// Creates a branch on the origin at a commit. Pushing it again to the same commit is no error.
  ///
  /// @throws Unreachable also when the branch is there at another commit
  void createBranch(Project project, String branch, String commit) throws Unreachable;

  boolean isAncestor(Project project, String ancestor, String descendant) throws Unreachable;

  /// Commits reachable from `to` and not from `from`, oldest first, merges left out.
  List<Hotfix.Commit> commits(Project project, String from, String to) throws Unreachable;

  /// Stable patch id of what a range changes in sum, or of one commit when `from` is its parent;
  /// context lines left out. Empty when nothing changes.
  Optional<String> patchId(Project project, String from, String to) throws Unreachable;

  /// Patch ids of the single commits in `from..to`, merges left out.
  List<Patch> patchIds(Project project, String from, String to) throws Unreachable;

  record Patch(String commit, String patchId) {}

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

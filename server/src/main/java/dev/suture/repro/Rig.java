package dev.suture.repro;

import dev.suture.project.Project;

/// Runs reproductions: builds and serves the application at a commit, and does in it what the
/// reproduction says.
public interface Rig {
  /// Runs it as often as a verdict needs. What a commit is built into is kept, so that asking again
  /// is cheap.
  ///
  /// @param commit full id of a commit in the bare clone of the project
  ReproVerdict verdict(Project project, Reproduction reproduction, String commit);
}

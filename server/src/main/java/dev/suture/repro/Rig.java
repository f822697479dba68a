package dev.suture.repro;

import dev.suture.project.Project;
import java.util.Optional;

/// Runs reproductions: builds and serves the application at a commit, and does in it what the
/// reproduction says.
public interface Rig {
  /// How often and with what to show a reproduction is run.
  ///
  /// @param runs at least
  /// @param exhibits whether what the last run leaves is wanted
  record Wish(int runs, boolean exhibits) {
    /// Enough to choose the next step by.
    public static final Wish QUICK = new Wish(2, false);

    /// Enough to be shown to others.
    public static final Wish PROOF = new Wish(3, true);
  }

  /// Runs it as often as a verdict needs. What a commit is built into is kept, so that asking again
  /// is cheap.
  ///
  /// @param commit full id of a commit in the bare clone of the project
  Trial trial(Project project, Reproduction reproduction, String commit, Wish wish);

  /// Why nothing can be run on this server, in words of ours.
  Optional<String> problem();

  default ReproVerdict verdict(Project project, Reproduction reproduction, String commit) {
    return trial(project, reproduction, commit, Wish.QUICK).verdict();
  }
}

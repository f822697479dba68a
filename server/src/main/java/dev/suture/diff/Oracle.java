package dev.suture.diff;

import dev.suture.hotfix.Hotfix;
import dev.suture.project.Project;

/// Says of any commit whether the failure of a hotfix still happens there.
public interface Oracle {
  /// @throws Missing when there is nothing to ask
  Trial<String> of(Project project, Hotfix hotfix) throws Missing;

  /// The failure cannot be made to happen again.
  final class Missing extends Exception {
    private static final long serialVersionUID = 1;

    /// @param message why, and what to do
    public Missing(String message) {
      super(message);
    }
  }
}

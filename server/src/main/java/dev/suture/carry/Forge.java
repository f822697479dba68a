package dev.suture.carry;

import dev.suture.project.Project;
import java.util.Optional;

/// Where pull requests are opened.
public interface Forge {
  /// Opens a pull request, or finds the one that is open for the branch.
  ///
  /// @return its address; empty when the project has no forge
  /// @throws Failed when the forge does not do it
  Optional<String> propose(Project project, Request request) throws Failed;

  /// @param branch that is to be merged
  /// @param into branch of the line
  record Request(String branch, String into, String title, String body) {}

  /// The message is ours and safe to show.
  final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    public Failed(String message) {
      super(message);
    }
  }
}

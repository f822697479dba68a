package dev.suture.ship;

import dev.suture.project.Project;

/// Tells a forge what was decided.
@FunctionalInterface
public interface Answerer {
  /// @throws Failed when it was not taken
  void answer(Project project, Question question, boolean approved, String says) throws Failed;

  /// The message is ours and safe to show.
  final class Failed extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean again;

    /// @param again whether it is worth another try
    public Failed(String message, boolean again) {
      super(message);
      this.again = again;
    }

    public boolean again() {
      return again;
    }
  }
}

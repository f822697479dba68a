package dev.suture.carry;

import dev.suture.hotfix.Hotfix;
import dev.suture.project.Project;
import java.util.List;
import java.util.Optional;

/// What a result has to pass before it is proposed: the reproduction of its issue, and the
/// project's own checks.
public interface Vetting {
  Vetting NONE = _ -> Optional.empty();

  /// @param onto tip of the line
  /// @param made the result, on top of it
  record Result(Project project, Hotfix hotfix, String line, String onto, String made) {}

  /// @return what is to be run; empty when the project has nothing that could be
  Optional<Run> of(Result result);

  /// May take as long as two builds.
  interface Run {
    Report go();
  }

  /// @param ran what was run and what it showed, in words of ours
  record Report(Outcome outcome, List<String> ran) {}

  enum Outcome {
    /// Nothing speaks against it.
    passed,
    /// It is not to be proposed as it is.
    failed,
    /// The fault is not on this line.
    notAffected
  }
}

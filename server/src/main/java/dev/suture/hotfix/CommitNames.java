package dev.suture.hotfix;

import dev.suture.project.Project;
import java.util.Optional;

/// What names of commits stand for.
public interface CommitNames {
  /// Full id of the commit that a name stands for: a full commit id, a branch of the origin, a tag,
  /// or the beginning of a commit id, in that order; empty when it names none.
  Optional<String> resolve(Project project, String name) throws Repository.Unreachable;
}

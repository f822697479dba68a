package dev.suture.repro;

import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.nio.file.Path;

/// Puts the files of a commit into a folder, from the bare clone.
public interface Checkout {
  /// @param folder that does not exist yet
  void into(Project project, String commit, Path folder) throws Unreachable;
}

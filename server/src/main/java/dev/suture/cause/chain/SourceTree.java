package dev.suture.cause.chain;

import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.util.Map;
import java.util.function.Predicate;

/// The texts of a repository at a commit, read in one go.
public interface SourceTree {
  /// Text files whose path is wanted, by their path; those over half a MiB, and what goes beyond
  /// some thousands of files, left out.
  Map<String, String> texts(Project project, String commit, Predicate<String> wanted)
      throws Unreachable;
}

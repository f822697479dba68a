package dev.suture.http;

import dev.suture.hotfix.Repository;
import dev.suture.project.Project;
import java.util.Locale;

/// Which commit a caller means.
final class CommitName {
  private CommitName() {}

  /// The full id of what a caller names; anything but a full id is looked up in the repository.
  ///
  /// @throws Refusal when it cannot be found there
  static String full(Repository repository, Project project, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
      return lower;
    }
    if (project.repository() == null || name.startsWith("-")) {
      throw Refusal.invalid(
          "A tag, branch or short commit id is looked up in the project's repository, and none is"
              + " set.",
          "Send the full commit id, or set the repository with PATCH /api/v1/projects/{slug}.");
    }
    try {
      repository.fetch(project);
      return repository
          .resolve(project, name)
          .orElseThrow(
              () ->
                  Refusal.invalid(
                      "The repository has no commit, tag or branch of this name.",
                      "Push it first, or send the full commit id."));
    } catch (Repository.Unreachable unreachable) {
      throw new Refusal(
          503,
          "unavailable",
          "The repository cannot be read: " + unreachable.getMessage(),
          "Send the full commit id, or mend the repository's address.");
    }
  }
}

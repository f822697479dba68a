package dev.suture.dora;

import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.time.Instant;
import java.util.List;

/// The tags of a project's repository.
public interface TagSource {
  /// Brings the clone up to date and lists its tags, oldest first.
  List<Tag> tags(Project project) throws Unreachable;

  /// @param at when it was made; of a tag without a message, when its commit was
  record Tag(String name, String commit, Instant at) {}
}

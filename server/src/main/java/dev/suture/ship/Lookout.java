package dev.suture.ship;

import dev.suture.deploy.Deployment;
import dev.suture.project.Project;
import java.time.Instant;

/// What the watch says of a release that is being rolled out.
@FunctionalInterface
public interface Lookout {
  Seen look(Project project, Deployment deployment, Instant now);

  /// @param says why, in words of ours
  record Seen(Word word, String says) {}

  enum Word {
    /// It is shown that more traffic is safe.
    promote,
    /// Not shown yet.
    hold,
    /// It does harm.
    halt
  }
}

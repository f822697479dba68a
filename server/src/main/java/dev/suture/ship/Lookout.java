package dev.suture.ship;

import dev.suture.deploy.Deployment;
import dev.suture.project.Project;
import dev.suture.watch.Outlook;
import java.time.Instant;
import java.util.Optional;

/// What the watch says of a release that is being rolled out.
@FunctionalInterface
public interface Lookout {
  Seen look(Project project, Deployment deployment, Instant now);

  /// What a watch would need of a release that is not out yet.
  ///
  /// @return nothing while there is nothing that it could be compared with
  default Optional<Outlook> before(Project project, Instant now) {
    return Optional.empty();
  }

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

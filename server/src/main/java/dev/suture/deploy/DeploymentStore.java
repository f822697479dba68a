package dev.suture.deploy;

import java.util.List;
import java.util.Optional;

/// Where deployments are kept.
public interface DeploymentStore {
  /// Stores a deployment; its id is given by the store.
  Deployment add(Deployment withoutId);

  /// What is kept already of one that its source calls by the same name, or, where it has no name,
  /// that brought the same release into the same environment at the same instant.
  Optional<Deployment> known(Deployment withoutId);

  /// The newest deployment into an environment of a project.
  Optional<Deployment> live(String project, String environment);

  /// The commit that a release was deployed from, by its newest deployment that names one, else by
  /// what was announced as the release's commit.
  Optional<String> commitOf(String project, String release);

  /// Newest first.
  List<Deployment> all(String project, int limit);
}

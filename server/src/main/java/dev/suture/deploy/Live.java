package dev.suture.deploy;

import dev.suture.project.Project;
import java.util.Optional;

/// What is live in production, as far as the server was told.
public sealed interface Live {
  /// The environment that hotfixes are about.
  String ENVIRONMENT = "production";

  /// How far back a deployment is looked for that names its commit.
  int LOOK_BACK = 200;

  /// How this is known, in words of ours.
  String words();

  /// A recorded deployment says so.
  ///
  /// @param deployment the newest one into production that names a commit or whose release is known
  ///   to come from one
  record Deployed(Deployment deployment, String commit, String words) implements Live {}

  /// No deployment says so: the best guess is the tip of the line that production is released from.
  record Tip(String branch, String words) implements Live {}

  static Live of(Project project, DeploymentStore deployments) {
    Optional<Deployment> newest = deployments.live(project.slug(), ENVIRONMENT);
    if (newest.isEmpty()) {
      return new Tip(
          project.lines().production(),
          "the tip of "
              + project.lines().production()
              + ", because no deployment into production was recorded");
    }
    Optional<String> commit = commit(project, newest.get(), deployments);
    if (commit.isPresent()) {
      return new Deployed(
          newest.get(), commit.get(), "the commit of the newest deployment into production");
    }
    for (Deployment earlier : deployments.all(project.slug(), LOOK_BACK)) {
      String named = earlier.commit();
      if (earlier.environment().equals(ENVIRONMENT) && named != null) {
        return new Deployed(
            earlier,
            named,
            "the commit of an earlier deployment into production, because the newest one names"
                + " none");
      }
    }
    return new Tip(
        project.lines().production(),
        "the tip of "
            + project.lines().production()
            + ", because no deployment into production names its commit");
  }

  private static Optional<String> commit(
      Project project, Deployment deployment, DeploymentStore deployments) {
    String named = deployment.commit();
    return named != null
        ? Optional.of(named)
        : deployments.commitOf(project.slug(), deployment.release());
  }
}

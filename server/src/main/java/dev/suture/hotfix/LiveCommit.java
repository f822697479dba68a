package dev.suture.hotfix;

import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.Live;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import org.jspecify.annotations.Nullable;

/// The commit that is live in production, found in the repository.
///
/// @param commit full id
/// @param release the deployment's; null when no deployment says what is live
/// @param words how that is known, in words of ours
public record LiveCommit(String commit, @Nullable String release, String words) {

  /// @throws Unreachable also when the origin does not have the commit
  public static LiveCommit of(Project project, DeploymentStore deployments, CommitNames repository)
      throws Unreachable {
    return switch (Live.of(project, deployments)) {
      case Live.Deployed deployed ->
          new LiveCommit(
              repository
                  .resolve(project, deployed.commit())
                  .orElseThrow(() -> lacksCommit(project)),
              deployed.deployment().release(),
              deployed.words());
      case Live.Tip tip ->
          new LiveCommit(
              repository
                  .resolve(project, tip.branch())
                  .orElseThrow(() -> lacksBranch(project, tip)),
              null,
              tip.words());
    };
  }

  private static Unreachable lacksCommit(Project project) {
    return new Unreachable(
        "The commit of the newest deployment into production is not in the repository: push it to"
            + " the origin, or record the right one with `suture deploy record --project "
            + project.slug()
            + " --environment production --release RELEASE --commit COMMIT`.");
  }

  private static Unreachable lacksBranch(Project project, Live.Tip tip) {
    return new Unreachable(
        "No deployment into production names its commit, and the origin has no branch "
            + tip.branch()
            + ": record a deployment with its commit, push that branch, or name the one that"
            + " production is released from with `suture project add "
            + project.slug()
            + " --production BRANCH --develop BRANCH`.");
  }
}

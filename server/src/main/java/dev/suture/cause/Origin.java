package dev.suture.cause;

import dev.suture.deploy.DeploymentStore;
import dev.suture.hotfix.HotfixStore;
import dev.suture.hotfix.Repository;
import dev.suture.issue.trust.TrustStore;
import dev.suture.project.ProjectStore;

/// Where a bundle's trusted half is read from: what is live, its source, and the fixes under way.
public record Origin(
    ProjectStore projects,
    DeploymentStore deployments,
    Repository repository,
    HotfixStore hotfixes,
    TrustStore trust,
    Settled settled) {

  public Origin(
      ProjectStore projects,
      DeploymentStore deployments,
      Repository repository,
      HotfixStore hotfixes,
      TrustStore trust) {
    this(projects, deployments, repository, hotfixes, trust, new Settled(repository));
  }
}

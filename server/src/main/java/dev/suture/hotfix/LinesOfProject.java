package dev.suture.hotfix;

import dev.suture.deploy.DeploymentStore;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Branch;
import dev.suture.line.LineGraph;
import dev.suture.line.LineRules;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of a project as its repository has them now.
public final class LinesOfProject {
  private final DeploymentStore deployments;
  private final Repository repository;
  private final InstantSource clock;

  public LinesOfProject(DeploymentStore deployments, Repository repository, InstantSource clock) {
    this.deployments = deployments;
    this.repository = repository;
    this.clock = clock;
  }

  /// @param base a commit whose `suture.yml` counts when it is not known what is live; null for
  ///   none
  public LineGraph graph(Project project, @Nullable String base)
      throws Unreachable, Policy.Invalid {
    LineRules rules = rules(project, base);
    Optional<String> production = repository.resolve(project, rules.ends().production());
    return LineGraph.of(
        rules,
        repository.branches(project),
        branch -> production.isPresent() && isIn(project, branch, production.get()),
        clock.instant());
  }

  /// What the tip of develop says, for support begins and ends there first; else what the live
  /// commit says.
  public LineRules rules(Project project, @Nullable String base)
      throws Unreachable, Policy.Invalid {
    Optional<String> develop = repository.resolve(project, project.lines().develop());
    if (develop.isPresent()) {
      Optional<String> file = repository.file(project, develop.get(), Policy.FILE);
      if (file.isPresent()) {
        return LineRules.read(file.get(), project.lines());
      }
    }
    String live;
    try {
      live = LiveCommit.of(project, deployments, repository).commit();
    } catch (Unreachable unknown) {
      if (base == null) {
        throw unknown;
      }
      live = base;
    }
    Optional<String> file = repository.file(project, live, Policy.FILE);
    return file.isPresent()
        ? LineRules.read(file.get(), project.lines())
        : LineRules.usual(project.lines());
  }

  private boolean isIn(Project project, Branch branch, String tip) {
    try {
      return repository.isAncestor(project, branch.commit(), tip);
    } catch (Unreachable untold) {
      return false;
    }
  }
}

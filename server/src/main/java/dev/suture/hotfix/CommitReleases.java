package dev.suture.hotfix;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.Release;
import dev.suture.deploy.ReleaseStore;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which releases contain a commit, by the project's repository. Of the newest releases that name
/// their commit the earliest one that has it counts.
public final class CommitReleases {
  private static final Logger LOG = LoggerFactory.getLogger(CommitReleases.class);
  private static final int LOOK_BACK = 50;
  private static final int MOST_REMEMBERED = 100_000;

  private final ProjectStore projects;
  private final ReleaseStore releases;
  private final DeploymentStore deployments;
  private final Repository repository;

  /// Pairs of which the second is known not to contain the first; commits never change.
  private final Set<Pair> apart = ConcurrentHashMap.newKeySet();

  private record Pair(String commit, String tip) {}

  public CommitReleases(
      ProjectStore projects,
      ReleaseStore releases,
      DeploymentStore deployments,
      Repository repository) {
    this.projects = projects;
    this.releases = releases;
    this.deployments = deployments;
    this.repository = repository;
  }

  /// @param commit full id
  public Optional<String> firstReleaseWith(String slug, String commit) {
    Optional<Project> project = projects.bySlug(slug);
    if (project.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> candidates = newestFirst(slug);
    boolean told =
        candidates.values().stream().allMatch(tip -> apart.contains(new Pair(commit, tip)));
    if (told) {
      return Optional.empty();
    }
    fetch(project.get());
    return candidates.entrySet().stream()
        .filter(candidate -> contains(project.get(), candidate.getValue(), commit))
        .map(Map.Entry::getKey)
        .reduce((_, earlier) -> earlier);
  }

  private void fetch(Project project) {
    if (project.repository() != null) {
      try {
        repository.fetch(project);
      } catch (Repository.Unreachable unreachable) {
        LOG.info(
            "{}: releases are compared as last fetched: {}",
            project.slug(),
            unreachable.getMessage());
      }
    }
  }

  /// The commit of each release.
  private Map<String, String> newestFirst(String slug) {
    Map<String, String> commits = new LinkedHashMap<>();
    for (Deployment deployment : deployments.all(slug, LOOK_BACK)) {
      if (deployment.commit() != null) {
        commits.putIfAbsent(deployment.release(), deployment.commit());
      }
    }
    for (Release release : releases.all(slug, LOOK_BACK)) {
      if (release.commit() != null) {
        commits.putIfAbsent(release.version(), release.commit());
      }
    }
    return commits;
  }

  private boolean contains(Project project, String tip, String commit) {
    if (tip.equals(commit)) {
      return true;
    }
    Pair pair = new Pair(commit, tip);
    if (project.repository() == null || apart.contains(pair)) {
      return false;
    }
    try {
      boolean contains = repository.isAncestor(project, commit, tip);
      if (!contains && apart.size() < MOST_REMEMBERED) {
        apart.add(pair);
      }
      return contains;
    } catch (Repository.Unreachable unreachable) {
      return false;
    }
  }
}

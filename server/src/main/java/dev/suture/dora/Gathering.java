package dev.suture.dora;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.Live;
import dev.suture.dora.History.Change;
import dev.suture.dora.History.Declared;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.HotfixStore;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gathers the history of a service from where its parts are kept.
public final class Gathering {
  private static final int MOST = 20_000;

  private final Sources sources;

  /// @param shipped id of the deployment that shipped a hotfix; 0 for none
  public record Sources(
      DeploymentStore deployments,
      HotfixStore hotfixes,
      IssueStore issues,
      DeliveryStore deliveries,
      ToLongFunction<String> shipped) {}

  public Gathering(Sources sources) {
    this.sources = sources;
  }

  /// @param project slug
  public History of(String project, String environment, Instant now) {
    List<Deployment> deployments =
        sources.deployments().all(project, MOST).stream()
            .filter(each -> each.environment().equals(environment))
            .sorted(Comparator.comparing(Deployment::at).thenComparing(Deployment::id))
            .toList();
    Set<Long> ids = deployments.stream().map(Deployment::id).collect(Collectors.toSet());
    return new History(
        project,
        deployments,
        environment.equals(Live.ENVIRONMENT) ? declared(project, deployments) : List.of(),
        sources.deliveries().watches(project).stream()
            .filter(each -> ids.contains(each.deployment()))
            .toList(),
        sources.deliveries().words(project).stream()
            .filter(each -> ids.contains(each.deployment()))
            .toList(),
        firstTimes(project, deployments),
        now);
  }

  /// The environments that a project was deployed into.
  public List<String> environments(String project) {
    return sources.deployments().all(project, MOST).stream()
        .map(Deployment::environment)
        .distinct()
        .toList();
  }

  /// A commit counts where it came first; what is brought back after a rollback is not new.
  private List<Change> firstTimes(String project, List<Deployment> oldestFirst) {
    var byDeployment =
        sources.deliveries().changes(project).stream()
            .collect(Collectors.groupingBy(Change::deployment));
    Set<String> known = new HashSet<>();
    List<Change> changes = new ArrayList<>();
    for (Deployment deployment : oldestFirst) {
      for (Change change : byDeployment.getOrDefault(deployment.id(), List.of())) {
        if (known.add(change.commit())) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  private List<Declared> declared(String project, List<Deployment> deployments) {
    List<Declared> declared = new ArrayList<>();
    for (Hotfix hotfix : sources.hotfixes().all()) {
      if (hotfix.project().equals(project) && hotfix.state() != Hotfix.State.planned) {
        declared.add(
            new Declared(
                hotfix.id(),
                Optional.ofNullable(hotfix.issue())
                    .flatMap(sources.issues()::find)
                    .map(Issue::firstRelease)
                    .orElse(null),
                hotfix.started(),
                remedy(hotfix, deployments)));
      }
    }
    return declared;
  }

  /// What its ship recorded; else the deployment of one of its commits; else the first one after
  /// its start that was called a hotfix.
  private @Nullable Long remedy(Hotfix hotfix, List<Deployment> deployments) {
    long shipped = sources.shipped().applyAsLong(hotfix.id());
    if (shipped > 0) {
      return shipped;
    }
    Set<String> commits =
        hotfix.commits().stream().map(Hotfix.Commit::id).collect(Collectors.toSet());
    List<Deployment> later =
        deployments.stream().filter(each -> each.at().isAfter(hotfix.started())).toList();
    return later.stream()
        .filter(each -> each.commit() != null && commits.contains(each.commit()))
        .findFirst()
        .or(() -> later.stream().filter(each -> each.kind() == Deployment.Kind.hotfix).findFirst())
        .map(Deployment::id)
        .orElse(null);
  }
}

package dev.suture.dora;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import dev.suture.dora.History.Change;
import dev.suture.dora.History.WatchEnd;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import dev.suture.watch.Judge;
import dev.suture.watch.Verdict;
import dev.suture.watch.Watch;
import dev.suture.watch.Watching;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out, as time passes, what each deployment brought and what its watch says, and keeps both:
/// the sessions that a watch was judged by are not kept for ever.
public final class Following {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final int LOOKED_THROUGH = 20_000;

  /// So that an import of years does not keep everything else waiting.
  private static final int AT_ONCE = 200;

  private static final int MOST_CHANGES = 5_000;

  /// A commit that the repository does not have by then is looked for no more.
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Sources sources;
  private final InstantSource clock;
  private volatile boolean asked;

  /// Where things come from and are kept.
  public record Sources(
      ProjectStore projects,
      DeploymentStore deployments,
      Repository repository,
      Watching watching,
      DeliveryStore deliveries) {}

  public Following(Sources sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /// Somebody brought in a list, and will look at its figures.
  public void ask() {
    asked = true;
  }

  public void followIfAsked() {
    if (asked) {
      asked = false;
      follow();
    }
  }

  public synchronized void follow() {
    for (Project project : sources.projects().all()) {
      List<Deployment> newestFirst = sources.deployments().all(project.slug(), LOOKED_THROUGH);
      if (!newestFirst.isEmpty()) {
        watch(project, newestFirst);
        readChanges(project, newestFirst);
      }
    }
  }

  private void watch(Project project, List<Deployment> newestFirst) {
    Set<Long> closed = sources.deliveries().closed(project.slug());
    Map<Long, WatchEnd> known =
        sources.deliveries().watches(project.slug()).stream()
            .collect(Collectors.toMap(WatchEnd::deployment, each -> each, (_, later) -> later));
    newestFirst.stream()
        .filter(each -> !closed.contains(each.id()))
        .limit(AT_ONCE)
        .forEach(each -> look(project, each, Optional.ofNullable(known.get(each.id()))));
  }

  private void look(Project project, Deployment deployment, Optional<WatchEnd> before) {
    Instant now = clock.instant();
    boolean over = now.isAfter(deployment.at().plus(Watching.LENGTH));
    Optional<Watch> watch = sources.watching().of(project.id(), deployment, now);
    WatchEnd end =
        watch
            .map(
                each ->
                    new WatchEnd(
                        deployment.id(),
                        each.judgement().verdict().word(),
                        before.map(WatchEnd::alarmed).orElseGet(() -> alarmed(each, now)),
                        before.map(WatchEnd::calm).orElseGet(() -> calm(each, now))))
            .orElse(null);
    if (end != null && (over || !before.equals(Optional.of(end)))) {
      sources.deliveries().putWatch(project.slug(), end, over);
    } else if (end == null && over) {
      sources
          .deliveries()
          .putWatch(
              project.slug(), before.orElse(new WatchEnd(deployment.id(), "", null, null)), true);
    }
  }

  private static @Nullable Instant alarmed(Watch watch, Instant now) {
    double at = Math.log(1 / Judge.USUAL.alpha());
    return switch (watch.judgement().verdict()) {
      case Verdict.Degraded _ ->
          watch.points().stream()
              .filter(point -> point.logE() >= at)
              .map(Watch.Point::at)
              .findFirst()
              .orElse(now);
      case Verdict.Silent _ -> now.isBefore(watch.until()) ? now : watch.until();
      case Verdict.Healthy _, Verdict.Undecided _ -> null;
    };
  }

  private static @Nullable Instant calm(Watch watch, Instant now) {
    boolean shown = watch.judgement().verdict() instanceof Verdict.Healthy;
    return !shown ? null : now.isBefore(watch.until()) ? now : watch.until();
  }

  private void readChanges(Project project, List<Deployment> newestFirst) {
    Set<Long> read = sources.deliveries().read(project.slug());
    boolean allRead = newestFirst.stream().allMatch(each -> read.contains(each.id()));
    if (project.repository() == null || allRead) {
      return;
    }
    Map<String, String> before = new HashMap<>();
    List<Deployment> oldestFirst =
        newestFirst.stream()
            .sorted(Comparator.comparing(Deployment::at).thenComparing(Deployment::id))
            .toList();
    int looked = 0;
    boolean fetched = false;
    try {
      for (Deployment deployment : oldestFirst) {
        String commit = deployment.commit();
        String previous = before.get(deployment.environment());
        if (commit != null) {
          before.put(deployment.environment(), commit);
        }
        if (read.contains(deployment.id()) || looked == AT_ONCE) {
          continue;
        }
        looked++;
        if (!fetched && commit != null) {
          sources.repository().fetch(project);
          fetched = true;
        }
        changes(project, deployment, previous)
            .ifPresent(
                found -> sources.deliveries().putChanges(project.slug(), deployment.id(), found));
      }
    } catch (Unreachable unreachable) {
      LOG.debug("the commits of deployments of {} cannot be read now", project.slug(), unreachable);
    }
  }

  /// Empty when it is not known yet.
  private Optional<List<Change>> changes(
      Project project, Deployment deployment, @Nullable String previous) throws Unreachable {
    String commit = deployment.commit();
    boolean brings =
        deployment.kind() != Deployment.Kind.rollback && !Objects.equals(commit, previous);
    if (commit == null || previous == null || !brings) {
      return Optional.of(List.of());
    }
    Repository repository = sources.repository();
    boolean known =
        repository.resolve(project, commit).isPresent()
            && repository.resolve(project, previous).isPresent();
    if (!known) {
      boolean late = clock.instant().isAfter(deployment.at().plus(PATIENCE));
      return late ? Optional.of(List.of()) : Optional.empty();
    }
    return Optional.of(
        repository.landings(project, previous, commit).stream()
            .limit(MOST_CHANGES)
            .map(
                each ->
                    new Change(
                        deployment.id(), each.commit(), each.written(), each.by(), each.at()))
            .toList());
  }
}

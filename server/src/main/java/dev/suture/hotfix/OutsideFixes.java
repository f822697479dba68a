package dev.suture.hotfix;

import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Chores;
import dev.suture.line.Line;
import dev.suture.line.LineGraph;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds fixes that came into production without Suture: commits of production, or of a release
/// branch, that develop does not have. Each owes like any other.
public final class OutsideFixes {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideFixes.class);

  /// What is older was lost before anybody could be told.
  private static final Duration LOOK_BACK = Duration.ofDays(90);

  private static final int MOST = 200;

  private final Hotfixes.Sources sources;
  private final Repository repository;
  private final LinesOfProject lines;
  private final InstantSource clock;

  /// Commits that owe nothing; a commit never changes, but the lines do: forgotten at each start.
  private final Set<String> settled = ConcurrentHashMap.newKeySet();

  /// Commits that a line has taken back, by its name: from there they came to nobody.
  private final Set<String> undone = ConcurrentHashMap.newKeySet();

  public OutsideFixes(Hotfixes.Sources sources, Repository repository, InstantSource clock) {
    this.sources = sources;
    this.repository = repository;
    this.lines = new LinesOfProject(sources.deployments(), repository, clock);
    this.clock = clock;
  }

  /// Looks through every project that has a repository; one that cannot be read waits for the next
  /// look.
  public void look() {
    for (Project project : sources.projects().all()) {
      if (project.repository() != null) {
        try {
          repository.fetch(project);
          look(project);
        } catch (Unreachable | Policy.Invalid unread) {
          LOG.info("{}: not looked through: {}", project.slug(), unread.getMessage());
        }
      }
    }
  }

  /// As last fetched.
  ///
  /// @return ids of what was found
  public List<String> look(Project project) throws Unreachable, Policy.Invalid {
    LineGraph graph = lines.graph(project, null);
    Optional<Line> develop = graph.line(Line.DEVELOP);
    Line trunk = develop.orElse(graph.lines().getFirst());
    Optional<String> tip = repository.resolve(project, trunk.branch());
    List<String> found = new ArrayList<>();
    if (tip.isEmpty()) {
      return found;
    }
    Set<String> known = known(project);
    for (Line line : graph.lines()) {
      Optional<String> at = repository.resolve(project, line.branch());
      if (!line.equals(trunk) && at.isPresent() && isReleased(line, develop.isPresent())) {
        Predicate<Hotfix.Commit> isNew =
            commit -> !known.contains(commit.id()) && !undone.contains(on(line, commit));
        for (Hotfix.Commit commit : unseen(project, tip.get(), at.get(), isNew)) {
          Optional<Hotfix> owing = owing(project, graph, line, commit);
          if (undone.contains(on(line, commit))) {
            continue;
          }
          known.add(commit.id());
          owing.ifPresent(sources.hotfixes()::put);
          owing.ifPresent(hotfix -> found.add(hotfix.id()));
          if (owing.isEmpty()) {
            settled.add(commit.id());
          }
        }
      }
    }
    return found;
  }

  private static String on(Line line, Hotfix.Commit commit) {
    return line.name() + " " + commit.id();
  }

  /// An open release branch of Git Flow is not yet where users are; production is.
  private static boolean isReleased(Line line, boolean hasDevelop) {
    return line.role() == Line.Role.production
        || (line.role() == Line.Role.release && (!hasDevelop || line.name().startsWith("support")));
  }

  private Set<String> known(Project project) {
    Set<String> known = new HashSet<>(settled);
    for (Hotfix hotfix : sources.hotfixes().all()) {
      if (hotfix.project().equals(project.slug())) {
        hotfix.commits().forEach(commit -> known.add(commit.id()));
        for (LineStatus line : hotfix.lines()) {
          if (line.commit() != null) {
            known.add(line.commit());
          }
        }
      }
    }
    return known;
  }

  private List<Hotfix.Commit> unseen(
      Project project, String trunk, String tip, Predicate<Hotfix.Commit> isNew)
      throws Unreachable {
    Instant since = clock.instant().minus(LOOK_BACK);
    List<Hotfix.Commit> unseen =
        repository.commits(project, trunk, tip).stream()
            .filter(commit -> !commit.at().isBefore(since) && isNew.test(commit))
            .toList();
    return unseen.subList(Math.max(0, unseen.size() - MOST), unseen.size());
  }

  private Optional<Hotfix> owing(Project project, LineGraph graph, Line line, Hotfix.Commit commit)
      throws Unreachable {
    List<String> parents = repository.parents(project, commit.id());
    if (parents.isEmpty()) {
      return Optional.empty();
    }
    String base = parents.getFirst();
    List<String> changed = repository.changed(project, base, commit.id());
    if (changed.stream().allMatch(Chores::isChore)) {
      return Optional.empty();
    }
    List<LineStatus> seen =
        new Whereabouts(project, repository, base, commit.id(), List.of(commit)).on(graph);
    if (seen.stream()
        .filter(status -> status.line().equals(line.name()))
        .anyMatch(status -> status.presence() == Presence.reverted)) {
      undone.add(on(line, commit));
      return Optional.empty();
    }
    // Likeness alone settles nothing: such a one is kept until somebody knows.
    boolean wanting =
        seen.stream()
            .map(LineStatus::presence)
            .anyMatch(there -> HotfixFlow.lacks(there) || there == Presence.alike);
    if (!wanting) {
      return Optional.empty();
    }
    Hotfix found =
        new Hotfix(
            "outside-" + project.slug() + "-" + Whereabouts.abbreviated(commit.id()),
            null,
            project.slug(),
            Hotfix.State.shipped,
            base,
            "the commit before it on " + line.branch(),
            commit.id(),
            List.of(commit),
            List.of(),
            false,
            commit.at(),
            null,
            null);
    HotfixFlow.Fact.Seen fact =
        new HotfixFlow.Fact.Seen(commit.id(), List.of(commit), seen, clock.instant(), null);
    return Optional.of(HotfixFlow.next(found, fact).hotfix());
  }
}

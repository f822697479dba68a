package dev.suture.hotfix;

import dev.suture.deploy.DeploymentStore;
import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.State;
import dev.suture.hotfix.HotfixFlow.Action;
import dev.suture.hotfix.HotfixFlow.Fact;
import dev.suture.hotfix.HotfixFlow.Step;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.line.ExemptionStore;
import dev.suture.line.LineGraph;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Starts hotfixes, resumes them and keeps what is known of them current.
public final class Hotfixes {
  private static final Duration CLOSED_IS_CHECKED_EVERY = Duration.ofMinutes(10);
  private static final int MOST_COMMITS = 200;

  /// The rooms that a hotfix is made from.
  public record Sources(
      ProjectStore projects,
      IssueStore issues,
      DeploymentStore deployments,
      HotfixStore hotfixes,
      ExemptionStore exemptions) {}

  private final Sources sources;
  private final Repository repository;
  private final LinesOfProject lines;
  private final InstantSource clock;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  public Hotfixes(Sources sources, Repository repository, InstantSource clock) {
    this.sources = sources;
    this.repository = repository;
    this.lines = new LinesOfProject(sources.deployments(), repository, clock);
    this.clock = clock;
  }

  /// The hotfix of an issue: the one that is under way, or a new one from what is live. What fails
  /// after it was planned stands in its `problem`, and the next call goes on from there.
  ///
  /// @return empty when there is no such issue
  /// @throws Unreachable when nothing could be planned, with what to do
  public Optional<Hotfix> start(String issueId) throws Unreachable {
    Optional<Issue> issue = sources.issues().find(issueId);
    Optional<Project> project = issue.flatMap(found -> sources.projects().bySlug(found.project()));
    if (issue.isEmpty() || project.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        alone(
            project.get(),
            () -> {
              Hotfix hotfix = planned(project.get(), issue.get());
              return run(project.get(), hotfix, true);
            }));
  }

  /// Looks again at the origin, going on with what was not finished.
  ///
  /// @return empty when there is no such hotfix
  public Optional<Hotfix> check(String id) {
    Optional<Hotfix> hotfix = sources.hotfixes().find(id);
    Optional<Project> project = hotfix.flatMap(found -> sources.projects().bySlug(found.project()));
    if (hotfix.isEmpty() || project.isEmpty()) {
      return hotfix;
    }
    return Optional.of(checked(project.get(), id, true));
  }

  public Optional<Hotfix> find(String id) {
    return sources.hotfixes().find(id);
  }

  /// Newest first.
  public List<Hotfix> all() {
    return sources.hotfixes().all();
  }

  public List<Hotfix> ofIssue(String issue) {
    return sources.hotfixes().ofIssue(issue);
  }

  /// The hotfixes of some issues by issue; one that has none is left out.
  public Map<String, List<Hotfix>> ofIssues(Collection<String> issues) {
    return sources.hotfixes().ofIssues(issues);
  }

  /// Checks all hotfixes that can still change, with one fetch a project.
  public void refresh() {
    Instant now = clock.instant();
    Set<String> fetched = new HashSet<>();
    for (Hotfix hotfix : sources.hotfixes().all()) {
      Optional<Project> project = sources.projects().bySlug(hotfix.project());
      if (project.isPresent() && isDue(hotfix, now)) {
        Hotfix seen = checked(project.get(), hotfix.id(), fetched.add(hotfix.project()));
        if (seen.problem() != null) {
          fetched.remove(hotfix.project());
        }
      }
    }
  }

  private static boolean isDue(Hotfix hotfix, Instant now) {
    Instant checked = hotfix.checked();
    return hotfix.state() != State.closed
        || checked == null
        || checked.isBefore(now.minus(CLOSED_IS_CHECKED_EVERY));
  }

  private Hotfix checked(Project project, String id, boolean fetch) {
    ReentrantLock lock = lock(project);
    lock.lock();
    try {
      return run(project, sources.hotfixes().find(id).orElseThrow(), fetch);
    } finally {
      lock.unlock();
    }
  }

  private Hotfix planned(Project project, Issue issue) throws Unreachable {
    List<Hotfix> earlier = sources.hotfixes().ofIssue(issue.id());
    Optional<Hotfix> underWay =
        earlier.stream().filter(hotfix -> hotfix.state() != State.closed).findFirst();
    if (underWay.isPresent()) {
      return underWay.get();
    }
    repository.fetch(project);
    LiveCommit live = LiveCommit.of(project, sources.deployments(), repository);
    Issue.Culprit culprit = issue.culprit();
    Optional<String> file =
        culprit == null
            ? Optional.empty()
            : SourcePath.find(repository.files(project, live.commit()), culprit.file());
    Hotfix hotfix =
        Hotfix.planned(
            HotfixBranch.name(issue.id(), file, earlier.size() + 1),
            issue,
            live,
            Whereabouts.unknown(project.lines(), "Not looked at yet."),
            clock.instant());
    sources.hotfixes().put(hotfix);
    return hotfix;
  }

  /// Drives a hotfix until it rests: each step is stored, then done.
  private Hotfix run(Project project, Hotfix from, boolean fetch) {
    Hotfix hotfix = from;
    Fact fact = new Fact.Asked();
    while (true) {
      Step step = HotfixFlow.next(hotfix, fact);
      if (!step.hotfix().equals(hotfix)) {
        sources.hotfixes().put(step.hotfix());
      }
      hotfix = step.hotfix();
      if (step.action() instanceof Action.Rest) {
        return hotfix;
      }
      try {
        fact = done(project, hotfix, step.action(), fetch);
      } catch (Unreachable unreachable) {
        fact = new Fact.Failed(String.valueOf(unreachable.getMessage()));
      }
    }
  }

  private Fact done(Project project, Hotfix hotfix, Action action, boolean fetch)
      throws Unreachable {
    return switch (action) {
      case Action.CreateBranch create -> createBranch(project, create);
      case Action.Look look -> {
        if (fetch) {
          repository.fetch(project);
        }
        yield look(project, hotfix, look.branch());
      }
      case Action.Rest _ -> new Fact.Asked();
    };
  }

  /// Creates the branch, or takes the one that an earlier, killed run has created: it may have
  /// commits by now.
  private Fact createBranch(Project project, Action.CreateBranch create) throws Unreachable {
    repository.fetch(project);
    Optional<String> there = repository.resolve(project, create.branch());
    if (there.isPresent() && repository.isAncestor(project, create.commit(), there.get())) {
      return new Fact.Pushed();
    }
    repository.createBranch(project, create.branch(), create.commit());
    return new Fact.Pushed();
  }

  private Fact look(Project project, Hotfix hotfix, String branch) throws Unreachable {
    Optional<String> there = repository.resolve(project, branch);
    String head = there.orElse(hotfix.head());
    if (repository.resolve(project, head).isEmpty()) {
      throw new Unreachable(
          "The branch "
              + branch
              + " is gone from the origin, and so are its commits: push it again from where they"
              + " are.");
    }
    if (!repository.isAncestor(project, hotfix.base(), head)) {
      return unclear(
          project,
          hotfix,
          head,
          "The branch "
              + branch
              + " was rewritten and no longer contains "
              + Whereabouts.abbreviated(hotfix.base())
              + ", which it started from: rebase it onto that commit.");
    }
    LineGraph graph;
    try {
      graph = lines.graph(project, hotfix.base());
    } catch (Policy.Invalid invalid) {
      return seen(
          head,
          hotfix.commits(),
          Whereabouts.unknown(
              project.lines(), "The suture.yml at the live commit is not valid; see the problem."),
          String.valueOf(invalid.getMessage()));
    }
    List<Hotfix.Commit> commits = repository.commits(project, hotfix.base(), head);
    if (commits.size() > MOST_COMMITS) {
      return unclear(
          project,
          hotfix,
          head,
          "The branch "
              + branch
              + " has "
              + commits.size()
              + " commits: it looks as if another line was merged into it. Take only the fix.");
    }
    String problem =
        there.isEmpty() && commits.isEmpty()
            ? "The branch " + branch + " is gone from the origin, with nothing committed on it."
            : null;
    List<LineStatus> found =
        new Whereabouts(project, repository, hotfix.base(), head, commits).on(graph);
    return seen(head, commits, Exempt.from(sources.exemptions().of(hotfix.id()), found), problem);
  }

  private Fact unclear(Project project, Hotfix hotfix, String head, String problem) {
    return seen(head, hotfix.commits(), Whereabouts.unknown(project.lines(), problem), problem);
  }

  private Fact seen(
      String head, List<Hotfix.Commit> commits, List<LineStatus> found, @Nullable String problem) {
    return new Fact.Seen(head, commits, found, clock.instant(), problem);
  }

  private interface Work {
    Hotfix run() throws Unreachable;
  }

  private Hotfix alone(Project project, Work work) throws Unreachable {
    ReentrantLock lock = lock(project);
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  private ReentrantLock lock(Project project) {
    return locks.computeIfAbsent(project.slug(), _ -> new ReentrantLock());
  }
}

package dev.suture.hotfix;

import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Exemption;
import dev.suture.line.Line;
import dev.suture.line.LineGraph;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says before a release which shipped fixes it would lose.
public final class ReleaseGuard {
  private final Hotfixes.Sources sources;
  private final Repository repository;
  private final LinesOfProject lines;
  private final OutsideFixes outside;

  public ReleaseGuard(Hotfixes.Sources sources, Repository repository, InstantSource clock) {
    this.sources = sources;
    this.repository = repository;
    this.lines = new LinesOfProject(sources.deployments(), repository, clock);
    this.outside = new OutsideFixes(sources, repository, clock);
  }

  /// @param commit full id of what is to be released
  /// @param line that it is of; null when no line has it
  /// @param owed what it lacks; each is named with the commits to bring there
  /// @param unknown what cannot be judged
  public record Judged(String commit, @Nullable String line, List<Owed> owed, List<Owed> unknown) {}

  /// @param head last commit of the fix
  public record Owed(
      String hotfix,
      String head,
      List<Hotfix.Commit> commits,
      Presence presence,
      String evidence) {}

  /// @param asked a branch, a tag or a commit, as somebody wrote it
  /// @throws Unreachable also when the origin has no such release
  public Judged judge(Project project, String asked) throws Unreachable, Policy.Invalid {
    repository.fetch(project);
    String commit =
        repository
            .resolve(project, asked)
            .orElseThrow(
                () ->
                    new Unreachable(
                        "The origin has no branch, tag or commit of this name: push what is to be"
                            + " released, then ask again."));
    outside.look(project);
    LineGraph graph = lines.graph(project, commit);
    String line = line(project, graph, asked, commit).map(Line::name).orElse(null);
    Whereabouts.Place release = new Whereabouts.Place(line == null ? "" : line, commit);
    List<Owed> owed = new ArrayList<>();
    List<Owed> unknown = new ArrayList<>();
    for (Hotfix hotfix : sources.hotfixes().all()) {
      if (hotfix.project().equals(project.slug()) && isShipped(hotfix)) {
        LineStatus status = status(project, hotfix, graph, release);
        Owed found =
            new Owed(
                hotfix.id(), hotfix.head(), hotfix.commits(), status.presence(), status.evidence());
        if (HotfixFlow.lacks(status.presence())) {
          owed.add(found);
        } else if (HotfixFlow.isUnknown(status.presence())
            || status.presence() == Presence.superseded) {
          unknown.add(found);
        }
      }
    }
    return new Judged(commit, line, owed, unknown);
  }

  private static boolean isShipped(Hotfix hotfix) {
    return hotfix.state() == Hotfix.State.shipped || hotfix.state() == Hotfix.State.closed;
  }

  private LineStatus status(
      Project project, Hotfix hotfix, LineGraph graph, Whereabouts.Place release) {
    LineStatus status;
    try {
      List<Hotfix.Commit> commits = repository.commits(project, hotfix.base(), hotfix.head());
      status =
          new Whereabouts(project, repository, hotfix.base(), hotfix.head(), commits)
              .on(graph, release);
    } catch (Unreachable unread) {
      status =
          new LineStatus(
              release.line(),
              release.branch(),
              Presence.cannotTell,
              null,
              String.valueOf(unread.getMessage()));
    }
    List<Exemption> exemptions = sources.exemptions().of(hotfix.id());
    return Exempt.from(exemptions, List.of(status)).getFirst();
  }

  /// The line that carries a release: by name, else the most special one that has the commit.
  private Optional<Line> line(Project project, LineGraph graph, String release, String commit)
      throws Unreachable {
    Optional<Line> named =
        graph.lines().stream().filter(each -> each.branch().equals(release)).findFirst();
    if (named.isPresent()) {
      return named;
    }
    List<Line> special =
        graph.lines().stream().sorted(Comparator.comparing(Line::role).reversed()).toList();
    for (Line line : special) {
      Optional<String> tip = repository.resolve(project, line.branch());
      if (tip.isPresent() && repository.isAncestor(project, commit, tip.get())) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }
}

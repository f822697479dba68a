package dev.suture.owner;

import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.Live;
import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.SourcePath;
import dev.suture.io.LeastRecentlyUsed;
import dev.suture.issue.TriageRules;
import dev.suture.issue.TriageRules.Owned;
import dev.suture.issue.TriageStore;
import dev.suture.owner.CodeOwners.Dialect;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Suggests whom an issue should be given to: for each frame of the application's own code, the one
/// that threw first, the owner by the project's rule, then those by CODEOWNERS at the live commit.
public final class Owners {
  private static final Logger LOG = LoggerFactory.getLogger(Owners.class);
  private static final int MOST_FRAMES = 20;
  private static final int MOST_SUGGESTIONS = 5;
  private static final int MOST_TREES = 16;

  /// Where a file may be, the first one that is there counts, and whose dialect its place says.
  private static final List<Place> PLACES =
      List.of(
          new Place(".github/CODEOWNERS", Dialect.github),
          new Place("CODEOWNERS", null),
          new Place("docs/CODEOWNERS", null),
          new Place(".gitlab/CODEOWNERS", Dialect.gitlab));

  private final TriageStore rules;
  private final DeploymentStore deployments;
  private final Repository repository;
  private final Map<TreeKey, Tree> trees = new LeastRecentlyUsed<>(MOST_TREES);

  /// @param owner `person:…` or `team:…`
  /// @param because in words of ours, with the pattern or the line
  public record Suggestion(String owner, String because) {}

  private record Place(String path, @Nullable Dialect dialect) {}

  private record TreeKey(long project, String commit) {}

  /// What a commit has.
  private record Tree(List<String> files, CodeOwners owners, String place) {
    static final Tree NONE = new Tree(List.of(), CodeOwners.parse("", Dialect.github), "");
  }

  public Owners(TriageStore rules, DeploymentStore deployments, Repository repository) {
    this.rules = rules;
    this.deployments = deployments;
    this.repository = repository;
  }

  /// Whether new issues of a project are given to their first suggestion.
  public boolean assigns(Project project) {
    return rules.of(project.slug()).assign();
  }

  /// The most likely first; what the repository says is left out when it cannot be read.
  public List<Suggestion> of(Project project, Event event) {
    List<Frame> frames = frames(event);
    if (frames.isEmpty()) {
      return List.of();
    }
    TriageRules told = rules.of(project.slug());
    Tree tree = tree(project);
    Map<String, Suggestion> found = new LinkedHashMap<>();
    for (Frame frame : frames) {
      String wanted = SourcePath.wanted(frame);
      Optional<String> path = SourcePath.find(tree.files(), wanted);
      String named = path.orElseGet(() -> SourcePath.plain(wanted));
      Stream.concat(
              byRule(told, named).stream(),
              path.map(file -> byFile(tree, file)).orElse(List.of()).stream())
          .forEach(each -> found.putIfAbsent(each.owner(), each));
      if (found.size() >= MOST_SUGGESTIONS) {
        break;
      }
    }
    return found.values().stream().limit(MOST_SUGGESTIONS).toList();
  }

  private static List<Frame> frames(Event event) {
    List<Frame> all =
        event.failing().map(thrown -> thrown.frames()).orElse(List.of()).stream()
            .filter(frame -> !frame.file().isBlank())
            .limit(MOST_FRAMES)
            .toList();
    List<Frame> ours = all.stream().filter(Frame::inApp).toList();
    return ours.isEmpty() ? all : ours;
  }

  private static Optional<Suggestion> byRule(TriageRules rules, String path) {
    return rules.owners().stream()
        .filter(
            owned ->
                PathPattern.parse(owned.paths(), Dialect.github)
                    .filter(pattern -> pattern.matches(path))
                    .isPresent())
        .reduce((_, later) -> later)
        .map(owned -> new Suggestion(owned.owner(), ruleWords(owned, path)));
  }

  private static String ruleWords(Owned owned, String path) {
    return "the project's rule " + owned.paths() + " for " + path;
  }

  private static List<Suggestion> byFile(Tree tree, String path) {
    List<Suggestion> suggestions = new ArrayList<>();
    for (CodeOwners.Match match : tree.owners().of(path)) {
      for (String owner : match.owners()) {
        suggestions.add(
            new Suggestion(
                assignee(owner),
                tree.place() + " line " + match.line() + ": " + match.pattern() + " for " + path));
      }
    }
    return suggestions;
  }

  /// `@group/name` is a team, `@@role` as well; a name or an address is a person.
  static String assignee(String owner) {
    if (!owner.startsWith("@")) {
      return "person:" + owner;
    }
    boolean team = owner.indexOf('/') > 0 || owner.startsWith("@@");
    return (team ? "team:" : "person:") + owner.replaceFirst("^@+", "");
  }

  private Tree tree(Project project) {
    if (project.repository() == null) {
      return Tree.NONE;
    }
    try {
      Optional<String> commit = commit(project);
      return commit.isPresent() ? tree(project, commit.get()) : Tree.NONE;
    } catch (Repository.Unreachable unreachable) {
      LOG.info("{}: no owners from CODEOWNERS: {}", project.slug(), unreachable.getMessage());
      return Tree.NONE;
    }
  }

  private Optional<String> commit(Project project) throws Repository.Unreachable {
    return switch (Live.of(project, deployments)) {
      case Live.Deployed deployed -> Optional.of(deployed.commit());
      case Live.Tip tip -> repository.resolve(project, tip.branch());
    };
  }

  private Tree tree(Project project, String commit) throws Repository.Unreachable {
    TreeKey key = new TreeKey(project.id(), commit);
    synchronized (trees) {
      Tree known = trees.get(key);
      if (known != null) {
        return known;
      }
    }
    Tree read = read(project, commit);
    synchronized (trees) {
      trees.put(key, read);
    }
    return read;
  }

  private Tree read(Project project, String commit) throws Repository.Unreachable {
    List<String> files = repository.files(project, commit);
    for (Place place : PLACES) {
      if (files.contains(place.path())) {
        Optional<String> text = repository.file(project, commit, place.path());
        if (text.isPresent()) {
          Dialect dialect = place.dialect() == null ? dialect(project, files) : place.dialect();
          return new Tree(files, CodeOwners.parse(text.get(), dialect), place.path());
        }
      }
    }
    return new Tree(files, Tree.NONE.owners(), "");
  }

  /// Where the place of the file does not say, the host of the repository and its pipeline do.
  private static Dialect dialect(Project project, List<String> files) {
    boolean gitlab =
        files.contains(".gitlab-ci.yml") || String.valueOf(project.repository()).contains("gitlab");
    return gitlab ? Dialect.gitlab : Dialect.github;
  }
}

package dev.suture.http;

import dev.suture.deploy.Release;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Releases: announced, given their commits, finalized. A release of several projects is kept once
/// for each of them.
final class SentryReleases {
  private static final int SHOWN = 100;
  private static final String ALL = "/organizations/{organization}/releases";
  private static final String ONE = ALL + "/{version}";
  private static final String ALL_OF_PROJECT = "/projects/{organization}/{project}/releases";
  private static final String ONE_OF_PROJECT = ALL_OF_PROJECT + "/{version}";

  private final SentryCli.Rooms rooms;
  private final InstantSource clock;

  SentryReleases(SentryCli.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        SentryCli.route("GET", ALL, this::all),
        SentryCli.route("POST", ALL, call -> create(call, List.of())),
        SentryCli.route("GET", ONE, this::one),
        SentryCli.route("PUT", ONE, call -> change(call, List.of())),
        SentryCli.route("GET", ONE + "/commits", this::commits),
        SentryCli.route("GET", ONE + "/previous-with-commits", this::previous),
        SentryCli.route("GET", ALL_OF_PROJECT, this::ofProject),
        SentryCli.route("POST", ALL_OF_PROJECT, call -> create(call, project(call))),
        SentryCli.route("GET", ONE_OF_PROJECT, this::one),
        SentryCli.route("PUT", ONE_OF_PROJECT, call -> change(call, project(call))),
        SentryCli.route("GET", ONE_OF_PROJECT + "/commits", this::commits));
  }

  private static List<String> project(Call call) {
    return List.of(call.param("project"));
  }

  /// @param path the project that the path names, where it names one
  private Answer create(Call call, List<String> path) throws IOException {
    Change wanted = SentryCli.json(call, Change.class);
    if (wanted.version() == null) {
      throw Refusal.invalid("A release has a version.", null);
    }
    String version = DeploymentApi.word(wanted.version());
    return Answer.json(
        201, shown(applied(call, announced(call, version, wanted.among(path)), wanted)));
  }

  private Answer change(Call call, List<String> path) throws IOException {
    Change wanted = SentryCli.json(call, Change.class);
    String version = DeploymentApi.word(call.param("version"));
    List<String> names = wanted.among(path);
    List<Release> releases = names.isEmpty() ? known(rooms, call) : announced(call, version, names);
    return Answer.json(200, shown(applied(call, releases, wanted)));
  }

  private Answer one(Call call) {
    return Answer.json(200, shown(known(rooms, call)));
  }

  private Answer all(Call call) {
    Map<String, List<Release>> byVersion = new LinkedHashMap<>();
    rooms.seenBy(call).stream()
        .flatMap(project -> rooms.releases().all(project.slug(), SHOWN).stream())
        .sorted(Comparator.comparing(Release::created).reversed())
        .forEach(
            release ->
                byVersion.computeIfAbsent(release.version(), _ -> new ArrayList<>()).add(release));
    return Answer.json(
        200, byVersion.values().stream().limit(SHOWN).map(SentryReleases::shown).toList());
  }

  private Answer ofProject(Call call) {
    Project project = rooms.project(call, call.param("project"));
    List<Release> releases = rooms.releases().all(project.slug(), SHOWN);
    return Answer.json(200, releases.stream().map(one -> shown(List.of(one))).toList());
  }

  private Answer commits(Call call) {
    List<Commit> heads = new ArrayList<>();
    for (Release release : known(rooms, call)) {
      if (release.commit() != null) {
        heads.add(new Commit(release.commit()));
      }
    }
    return Answer.json(200, heads);
  }

  /// An empty object where there is none, which is how the clients want to be told.
  private Answer previous(Call call) {
    Optional<Release> previous =
        known(rooms, call).stream()
            .flatMap(release -> rooms.releases().before(release).stream())
            .max(Comparator.comparing(Release::created));
    return Answer.json(
        200, previous.<Object>map(release -> shown(List.of(release))).orElse(Map.of()));
  }

  /// The releases of the version that the path names, of the caller's projects.
  static List<Release> known(SentryCli.Rooms rooms, Call call) {
    List<Release> releases =
        rooms.releases().named(call.param("version")).stream()
            .filter(release -> call.principal().reach().has(release.project()))
            .toList();
    if (releases.isEmpty()) {
      throw new Refusal(
          404,
          "notFound",
          "There is no release of this version.",
          "Announce it with `sentry-cli releases new`.");
    }
    return releases;
  }

  private List<Release> announced(Call call, String version, List<String> names) {
    List<Project> projects = rooms.projects(call, names);
    if (projects.isEmpty()) {
      throw Refusal.invalid("A release belongs to a project.", "Set SENTRY_PROJECT.");
    }
    return projects.stream()
        .map(
            project ->
                rooms
                    .releases()
                    .of(project.slug(), version)
                    .orElseGet(
                        () -> new Release(project.slug(), version, null, clock.instant(), null)))
        .toList();
  }

  private List<Release> applied(Call call, List<Release> releases, Change wanted) {
    List<Release> changed = new ArrayList<>();
    for (Release release : releases) {
      Release next = release;
      if (wanted.dateReleased() != null) {
        next = next.released(DeploymentApi.past(wanted.dateReleased(), clock));
      }
      Project project = rooms.project(call, release.project());
      String head = wanted.head(project);
      if (head != null) {
        next = next.withCommit(CommitName.full(rooms.repository(), project, head));
      } else if (wanted.clears()) {
        next = next.withCommit(null);
      }
      changed.add(next);
    }
    changed.forEach(rooms.releases()::put);
    return changed;
  }

  /// @param releases of one version, at least one
  private static Shown shown(List<Release> releases) {
    Release first = releases.getFirst();
    return new Shown(
        first.version(),
        first.created(),
        first.released(),
        releases.stream().map(one -> new Named(one.project(), one.project())).toList(),
        first.commit() == null ? null : new Commit(first.commit()));
  }

  /// What a client changes; what is null stays.
  ///
  /// @param refs newest commit of each repository
  /// @param commits newest first
  record Change(
      @Nullable String version,
      @Nullable List<String> projects,
      @Nullable Instant dateReleased,
      @Nullable List<Ref> refs,
      @Nullable List<Commit> commits) {

    Change {
      projects = SentryCli.whole(projects);
      refs = SentryCli.whole(refs);
      commits = SentryCli.whole(commits);
    }

    /// The projects that are meant: those of the path, else those of the body.
    List<String> among(List<String> path) {
      return !path.isEmpty() || projects == null ? path : projects;
    }

    boolean clears() {
      return (refs != null && refs.isEmpty()) || (commits != null && commits.isEmpty());
    }

    /// The newest commit for a project: that of its own repository, or the only one there is.
    @Nullable String head(Project project) {
      if (commits != null && !commits.isEmpty()) {
        return commits.getFirst().id();
      }
      List<Ref> all = refs == null ? List.of() : refs;
      for (Ref ref : all) {
        if (SentryOrganization.names(project).stream()
            .anyMatch(name -> name.equalsIgnoreCase(ref.repository()))) {
          return ref.commit();
        }
      }
      List<String> different = all.stream().map(Ref::commit).distinct().toList();
      return different.size() == 1 ? different.getFirst() : null;
    }
  }

  record Ref(String repository, String commit) {}

  record Commit(String id) {}

  record Named(String slug, String name) {}

  record Shown(
      String version,
      Instant dateCreated,
      @Nullable Instant dateReleased,
      List<Named> projects,
      @Nullable Commit lastCommit) {}
}

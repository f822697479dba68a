package dev.suture.http;

import dev.suture.deploy.Deployment;
import dev.suture.event.Artifact;
import dev.suture.health.Health;
import dev.suture.health.HealthStore.Bucket;
import dev.suture.health.HealthStore.Window;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository;
import dev.suture.issue.Issue;
import dev.suture.project.Project;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The releases of a project: how well they run, and what is new in them.
final class ReleaseApi {
  private static final int ISSUES = 25;
  private static final int COMMITS = 100;
  private static final int ARTIFACTS = 50;
  private static final int DEPLOYMENTS = 500;

  private final Api.Rooms rooms;
  private final InstantSource clock;

  ReleaseApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects/{slug}/releases", this::list),
        Api.operator("GET", "/projects/{slug}/releases/{version}", this::find));
  }

  private ReleaseTable table(Project project, Call call) {
    String environment = call.query("environment").filter(text -> !text.isEmpty()).orElse(null);
    return new ReleaseTable(rooms, project, environment, hours(call), clock.instant());
  }

  private static int hours(Call call) {
    return switch (call.query("period").orElse("")) {
      case "24h" -> 24;
      case "", "7d" -> 7 * 24;
      case "30d" -> 30 * 24;
      default -> throw Refusal.invalid("There is no such period.", "Use one of 24h, 7d, 30d.");
    };
  }

  private Answer list(Call call) {
    Project project = rooms.project(call.param("slug"));
    ReleaseTable table = table(project, call);
    return Answer.json(
        200,
        new ReleaseList(
            rooms.running().health().environments(project.id()),
            table.hours(),
            table.total(),
            table.rows()));
  }

  private Answer find(Call call) {
    Project project = rooms.project(call.param("slug"));
    String version = call.param("version");
    ReleaseTable table = table(project, call);
    ReleaseRow row =
        table
            .row(version)
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "notFound",
                        "This project has no release of this name.",
                        "GET /api/v1/projects/" + project.slug() + "/releases lists them."));
    ReleaseRow previous = table.previous(version).orElse(null);
    Window window = table.window();
    List<Artifact> artifacts =
        rooms.artifacts().all(project.id()).stream()
            .filter(artifact -> version.equals(artifact.release()))
            .toList();
    return Answer.json(
        200,
        new ReleaseDetail(
            row,
            previous,
            rooms.running().health().environments(project.id()),
            table.hours(),
            rooms.running().health().series(window, version, table.environment()),
            issues(rooms.running().issues().newIn(project.id(), version, ISSUES)),
            issues(rooms.running().issues().regressedIn(project.id(), version, ISSUES)),
            commits(project, previous, row),
            rooms.deployments().all(project.slug(), DEPLOYMENTS).stream()
                .filter(deployment -> deployment.release().equals(version))
                .toList(),
            artifacts.size(),
            artifacts.stream().limit(ARTIFACTS).toList()));
  }

  private List<Issue> issues(List<String> ids) {
    return ids.stream().flatMap(id -> rooms.issues().find(id).stream()).toList();
  }

  private Commits commits(Project project, @Nullable ReleaseRow previous, ReleaseRow row) {
    String to = row.commit();
    String from = previous == null ? null : previous.commit();
    if (to == null) {
      return new Commits(List.of(), "Nobody said which commit this release was made from.");
    }
    if (from == null) {
      return new Commits(List.of(), "The release before it, or its commit, is not known.");
    }
    try {
      List<Hotfix.Commit> commits = rooms.repository().commits(project, from, to);
      return new Commits(
          commits.reversed().stream().limit(COMMITS).toList(),
          commits.size() > COMMITS ? "There are more; these are the newest." : null);
    } catch (Repository.Unreachable unreachable) {
      return new Commits(
          List.of(), "The repository cannot be read, or does not have both commits.");
    }
  }

  /// @param environments that sessions or events named
  /// @param hours of the stretch that the figures are of
  /// @param total of all releases together
  /// @param releases the latest first
  record ReleaseList(
      List<String> environments, int hours, Health total, List<ReleaseRow> releases) {}

  /// @param created when the server was told of it, else when it was named first
  /// @param perBucket sessions in each of 24 equal parts of the stretch, oldest first
  /// @param deployments its newest into each environment
  record ReleaseRow(
      String version,
      Instant created,
      @Nullable Instant released,
      @Nullable String commit,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen,
      long events,
      long newIssues,
      Health health,
      List<Long> perBucket,
      List<Deployment> deployments) {}

  /// @param note why there are none, or not all
  record Commits(List<Hotfix.Commit> commits, @Nullable String note) {}

  /// @param artifactCount of all, also those that are not listed
  record ReleaseDetail(
      ReleaseRow release,
      @Nullable ReleaseRow previous,
      List<String> environments,
      int hours,
      List<Bucket> series,
      List<Issue> newIssues,
      List<Issue> regressedIssues,
      Commits commits,
      List<Deployment> deployments,
      long artifactCount,
      List<Artifact> artifacts) {}
}

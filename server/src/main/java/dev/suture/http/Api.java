package dev.suture.http;

import dev.suture.capture.Blobs;
import dev.suture.capture.CaptureStore;
import dev.suture.capture.PersonStore;
import dev.suture.cause.Bundles;
import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.ReleaseStore;
import dev.suture.event.ArtifactStore;
import dev.suture.event.SourceMapCompiler;
import dev.suture.feedback.FeedbackStore;
import dev.suture.health.HealthStore;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.Repository;
import dev.suture.ingest.OutcomeStore;
import dev.suture.ingest.Queue;
import dev.suture.issue.HashStore;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueEvents;
import dev.suture.issue.IssueRemoval;
import dev.suture.issue.IssueSpread;
import dev.suture.issue.IssueStore;
import dev.suture.issue.MergeStore;
import dev.suture.issue.ReleaseIssues;
import dev.suture.issue.Triage;
import dev.suture.issue.TriageStore;
import dev.suture.issue.activity.ActivityStore;
import dev.suture.issue.query.EventSearch;
import dev.suture.issue.query.IssueSearch;
import dev.suture.issue.rules.RuleStore;
import dev.suture.issue.rules.RuledGrouping;
import dev.suture.issue.rules.Trial;
import dev.suture.issue.similar.SimilarStore;
import dev.suture.issue.trust.TrustStore;
import dev.suture.issue.trust.Vouching;
import dev.suture.monitor.MonitorStore;
import dev.suture.owner.Owners;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import dev.suture.project.SettingsStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The operator's API under `/api/v1`, one noun a file.
public final class Api {
  /// What the endpoints call.
  public record Rooms(
      ProjectStore projects,
      IssueStore issues,
      IssueSearch search,
      EventSearch events,
      CaptureStore captures,
      Blobs blobs,
      DeploymentStore deployments,
      ArtifactStore artifacts,
      SourceMapCompiler sourceMaps,
      Repository repository,
      Hotfixes hotfixes,
      Bundles bundles,
      OutcomeStore outcomes,
      Queue queue,
      SettingsStore settings,
      Lives lives,
      Running running,
      Groups groups) {

    /// @throws Refusal 404
    Issue issue(String id) {
      return issues.find(id).orElseThrow(() -> Refusal.notFound("There is no issue with this id."));
    }

    /// A project that a body names, when the caller sees it.
    ///
    /// @throws Refusal 404
    Project project(Call call, String slug) {
      return project(call.principal().reach().has(slug) ? slug : "");
    }

    /// @throws Refusal 404
    Project project(String slug) {
      return projects
          .bySlug(slug)
          .orElseThrow(
              () ->
                  new Refusal(
                      404,
                      "notFound",
                      "There is no project with this slug.",
                      "GET /api/v1/projects lists them."));
    }

    /// Takes out all that is kept of a project: the database first, so that nothing leads to the
    /// files any more when they go.
    void removeProject(Project project) throws IOException {
      List<String> proven =
          hotfixes.all().stream()
              .filter(hotfix -> hotfix.project().equals(project.slug()))
              .map(Hotfix::id)
              .toList();
      projects.delete(project.id());
      settings.forget(project.id());
      blobs.deleteAll("captures/" + project.id());
      blobs.deleteAll("replays/" + project.id());
      blobs.deleteAll("feedback/" + project.id());
      blobs.deleteAll("artifacts/" + project.id());
      for (String hotfix : proven) {
        blobs.deleteAll("proofs/" + hotfix);
      }
    }
  }

  /// What changes where an issue stands, and tells of it.
  public record Lives(
      Triage triage,
      ActivityStore activity,
      IssueRemoval removal,
      TriageStore rules,
      IssueEvents events,
      IssueSpread spread,
      Owners owners,
      TrustStore trust,
      Vouching vouching) {}

  /// How releases run, what is new in them, and what people and jobs say.
  public record Running(
      ReleaseStore releases,
      HealthStore health,
      ReleaseIssues issues,
      FeedbackStore feedback,
      MonitorStore monitors,
      PersonStore persons) {}

  /// What belongs together, and why.
  public record Groups(
      RuleStore rules,
      HashStore hashes,
      MergeStore merges,
      SimilarStore similar,
      RuledGrouping grouping,
      Trial trial) {}

  private Api() {}

  public static List<Route> routes(Rooms rooms, InstantSource clock, String version) {
    return Stream.of(
            new StatusApi(rooms, version).routes(),
            new ProjectApi(rooms).routes(),
            new DeploymentApi(rooms, clock).routes(),
            new ArtifactApi(rooms, clock).routes(),
            new IssueApi(rooms, clock).routes(),
            new BulkApi(rooms, clock).routes(),
            new ActivityApi(rooms, clock).routes(),
            new IssueEventsApi(rooms).routes(),
            new SpreadApi(rooms).routes(),
            new TriageApi(rooms).routes(),
            new TrustApi(rooms, clock).routes(),
            new IssueListApi(rooms, clock).routes(),
            new EventListApi(rooms, clock).routes(),
            new TagApi(rooms).routes(),
            new GroupingApi(rooms).routes(),
            new GroupingRulesApi(rooms).routes(),
            new BundleApi(rooms).routes(),
            new ReleaseApi(rooms, clock).routes(),
            new FeedbackApi(rooms).routes(),
            new CaptureApi(rooms).routes(),
            new HotfixApi(rooms, clock).routes(),
            new SettingsApi(rooms).routes(),
            new KeyApi(rooms, clock).routes(),
            new ScrubbingApi(rooms).routes(),
            new OutcomeApi(rooms, clock).routes(),
            new PersonApi(rooms).routes())
        .flatMap(List::stream)
        .toList();
  }

  static Route operator(String method, String path, Endpoint endpoint) {
    return new Route(method, "/api/v1" + path, Route.Access.operator, endpoint);
  }
}

package dev.suture.http;

import dev.suture.capture.Part;
import dev.suture.feedback.Feedback;
import dev.suture.feedback.FeedbackStore;
import dev.suture.monitor.Monitor;
import dev.suture.project.Project;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people wrote, and what jobs said of themselves.
final class FeedbackApi {
  private static final int PAGE = 50;
  private static final int OF_ISSUE = 50;

  private final Api.Rooms rooms;

  FeedbackApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects/{slug}/feedback", this::list),
        Api.operator("GET", "/projects/{slug}/feedback/{feedback}/files/{name}", this::file),
        Api.operator("GET", "/issues/{id}/feedback", this::ofIssue),
        Api.operator("GET", "/projects/{slug}/monitors", this::monitors));
  }

  private Answer list(Call call) {
    Project project = rooms.project(call.param("slug"));
    try {
      FeedbackStore.Page page =
          rooms.running().feedback().list(project.id(), call.query("before").orElse(null), PAGE);
      return Answer.json(200, new FeedbackList(page.feedback(), page.next()));
    } catch (IllegalArgumentException noCursor) {
      throw Refusal.invalid(
          "before is no cursor of a feedback list.", "Leave it out to begin with the first page.");
    }
  }

  private Answer ofIssue(Call call) {
    String issue = rooms.issue(call.param("id")).id();
    List<FeedbackStore.Line> lines =
        rooms.running().feedback().ofIssue(issue, OF_ISSUE).stream()
            .map(feedback -> new FeedbackStore.Line(feedback, issue))
            .toList();
    return Answer.json(200, new FeedbackList(lines, null));
  }

  private Answer file(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    String name = call.param("name");
    Part part =
        rooms
            .running()
            .feedback()
            .find(project.id(), call.param("feedback"))
            .map(Feedback::files)
            .flatMap(files -> files.stream().filter(each -> each.name().equals(name)).findFirst())
            .orElseThrow(() -> Refusal.notFound("This feedback has no such file."));
    return CaptureApi.sandboxed(CaptureApi.bytes(part, rooms.blobs().get(part.blob())));
  }

  private Answer monitors(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(200, new Monitors(rooms.running().monitors().all(project.id())));
  }

  record FeedbackList(List<FeedbackStore.Line> feedback, @Nullable String next) {}

  record Monitors(List<Monitor> monitors) {}
}

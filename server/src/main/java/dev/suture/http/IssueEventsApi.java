package dev.suture.http;

import dev.suture.issue.Issue;
import dev.suture.issue.IssueEvents;
import java.util.List;

/// The events of an issue that are kept, page by page and one beside the other.
final class IssueEventsApi {
  private static final int PAGE = 50;

  private final Api.Rooms rooms;

  IssueEventsApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/issues/{id}/events", this::list),
        Api.operator("GET", "/issues/{id}/events/{eventId}/beside", this::beside));
  }

  private Answer list(Call call) {
    Issue issue = rooms.issue(call.param("id"));
    String before = call.query("before").filter(text -> !text.isEmpty()).orElse(null);
    try {
      return Answer.json(200, rooms.lives().events().page(issue.id(), before, PAGE));
    } catch (IllegalArgumentException noCursor) {
      throw Refusal.invalid(
          "before is no cursor of a list of events.", "Leave it out to begin with the newest.");
    }
  }

  private Answer beside(Call call) {
    Issue issue = rooms.issue(call.param("id"));
    IssueEvents.Beside beside =
        rooms
            .lives()
            .events()
            .beside(issue.id(), call.param("eventId"))
            .orElseThrow(() -> Refusal.notFound("This issue has no event with this id."));
    return Answer.json(200, beside);
  }
}

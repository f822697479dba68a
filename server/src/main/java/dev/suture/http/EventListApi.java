package dev.suture.http;

import dev.suture.issue.query.EventSearch;
import java.time.InstantSource;
import java.util.List;

/// The list of kept events, searched by what each says of itself.
final class EventListApi {
  private static final int PAGE = 50;

  private final Api.Rooms rooms;
  private final InstantSource clock;

  EventListApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(Api.operator("GET", "/events", this::list));
  }

  private Answer list(Call call) {
    Asked asked = Asked.of(call, rooms, clock.instant());
    EventSearch.Search search = new EventSearch.Search(asked.projects(), asked.where());
    String before = Asked.given(call, "before").orElse(null);
    try {
      return Answer.json(200, rooms.events().list(search, before, Asked.limit(call, PAGE)));
    } catch (IllegalArgumentException noCursor) {
      throw Refusal.invalid(
          "before is no cursor of a list of events.", "Leave it out to begin with the first page.");
    }
  }
}

package dev.suture.http;

import dev.suture.hotfix.Hotfix;
import dev.suture.issue.Issue;
import dev.suture.project.Project;
import java.util.Optional;

/// Asks the rooms whose something is.
public final class RoomHoldings implements Holdings {
  private final Api.Rooms rooms;

  public RoomHoldings(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Optional<String> projectOf(Need.Noun noun, String id) {
    return switch (noun) {
      case project -> rooms.projects().bySlug(id).map(Project::slug);
      case issue -> rooms.issues().find(id).map(Issue::project);
      case hotfix -> rooms.hotfixes().find(id).map(Hotfix::project);
      case capture ->
          CaptureApi.awaited(rooms, id)
              .flatMap(capture -> rooms.projects().byId(capture.project()))
              .map(Project::slug);
    };
  }
}

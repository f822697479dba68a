package dev.suture.http;

import dev.suture.capture.Capture;
import dev.suture.hotfix.Hotfix;
import dev.suture.issue.Issue;
import dev.suture.issue.trust.Standing;
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

  @Override
  public Optional<String> unvouched(Need.Noun noun, String id) {
    Optional<String> failure =
        switch (noun) {
          case project -> Optional.empty();
          case issue -> Optional.of(id);
          case hotfix -> rooms.hotfixes().find(id).map(Hotfix::issue);
          case capture -> CaptureApi.awaited(rooms, id).map(Capture::id);
        };
    return failure
        .flatMap(rooms.lives().vouching()::of)
        .filter(standing -> !standing.allowsWrites())
        .map(Standing::issue);
  }
}

package dev.suture.http;

import dev.suture.hotfix.Hotfix;
import java.util.List;
import java.util.Optional;

/// Hotfixes: started from an issue, checked against every line.
final class HotfixApi {
  private final Api.Rooms rooms;

  HotfixApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/hotfixes", this::list),
        Api.operator("GET", "/hotfixes/{id}", this::find));
  }

  private Answer list(Call call) {
    Optional<String> project = call.query("project").filter(text -> !text.isEmpty());
    project.ifPresent(rooms::project);
    return Answer.json(
        200,
        new HotfixList(
            rooms.hotfixes().all().stream()
                .filter(each -> project.isEmpty() || project.get().equals(each.project()))
                .toList()));
  }

  private Answer find(Call call) {
    return Answer.json(200, hotfix(call));
  }

  private Hotfix hotfix(Call call) {
    return rooms
        .hotfixes()
        .find(call.param("id"))
        .orElseThrow(() -> Refusal.notFound("There is no hotfix with this id."));
  }

  record HotfixList(List<Hotfix> hotfixes) {}
}

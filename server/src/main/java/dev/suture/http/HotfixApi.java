package dev.suture.http;

import dev.suture.cause.Decisions;
import dev.suture.cause.Verdict;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository;
import dev.suture.issue.activity.Actor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Hotfixes: started from an issue, checked against every line.
final class HotfixApi {
  private final Api.Rooms rooms;
  private final Decisions decisions;

  HotfixApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.decisions = new Decisions(rooms.bundles(), rooms.lives().activity(), clock);
  }

  List<Route> routes() {
    return List.of(
        Api.operator("POST", "/issues/{id}/hotfix", this::start).onEvidence(),
        Api.operator("GET", "/hotfixes", this::list),
        Api.operator("GET", "/hotfixes/{id}", this::find),
        Api.operator("POST", "/hotfixes/{id}/check", this::check));
  }

  /// 201 with a new hotfix, 200 with the one that was under way already.
  private Answer start(Call call) {
    String issue = call.param("id");
    Set<String> before =
        rooms.hotfixes().ofIssue(issue).stream().map(Hotfix::id).collect(Collectors.toSet());
    try {
      Hotfix hotfix =
          rooms
              .hotfixes()
              .start(issue)
              .orElseThrow(() -> Refusal.notFound("There is no issue with this id."));
      if (before.contains(hotfix.id())) {
        return Answer.json(200, hotfix);
      }
      decisions.record(issue, Actor.of(call.principal()), Verdict.Way.hotfix, hotfix.id());
      return Answer.json(201, hotfix);
    } catch (Repository.Unreachable unreachable) {
      throw new Refusal(
          503,
          "unavailable",
          String.valueOf(unreachable.getMessage()),
          "Mend what the message names, then ask again; nothing was kept.");
    }
  }

  private Answer list(Call call) {
    Optional<String> project = call.query("project").filter(text -> !text.isEmpty());
    project.ifPresent(rooms::project);
    return Answer.json(
        200,
        new HotfixList(
            rooms.hotfixes().all().stream()
                .filter(each -> call.principal().reach().has(each.project()))
                .filter(each -> project.isEmpty() || project.get().equals(each.project()))
                .toList()));
  }

  private Answer find(Call call) {
    return Answer.json(200, hotfix(call));
  }

  private Answer check(Call call) {
    return Answer.json(
        200,
        rooms
            .hotfixes()
            .check(call.param("id"))
            .orElseThrow(() -> Refusal.notFound("There is no hotfix with this id.")));
  }

  private Hotfix hotfix(Call call) {
    return rooms
        .hotfixes()
        .find(call.param("id"))
        .orElseThrow(() -> Refusal.notFound("There is no hotfix with this id."));
  }

  record HotfixList(List<Hotfix> hotfixes) {}
}

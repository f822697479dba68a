package dev.suture.http;

import dev.suture.deploy.ReleaseOrder;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueSpread;
import dev.suture.issue.IssueStore;
import dev.suture.owner.Owners;
import dev.suture.project.Project;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the events of an issue spread: over tags, users and releases; and whose code it is.
final class SpreadApi {
  private static final int USERS = 100;
  private static final int RELEASES = 200;

  private final Api.Rooms rooms;

  SpreadApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/issues/{id}/tags", this::tags),
        Api.operator("GET", "/issues/{id}/users", this::users),
        Api.operator("GET", "/issues/{id}/releases", this::releases),
        Api.operator("GET", "/issues/{id}/owners", this::owners));
  }

  private Answer tags(Call call) {
    Issue issue = rooms.issue(call.param("id"));
    return Answer.json(200, new IssueTags(rooms.lives().spread().tags(issue.id())));
  }

  private Answer users(Call call) {
    Issue issue = rooms.issue(call.param("id"));
    return Answer.json(200, new IssueUsers(rooms.lives().spread().users(issue.id(), USERS)));
  }

  private Answer releases(Call call) {
    Issue issue = rooms.issue(call.param("id"));
    ReleaseOrder order = rooms.lives().spread().releases(issue.project());
    List<IssueStore.Share> shares = rooms.issues().shares(issue.id(), "release", RELEASES);
    return Answer.json(
        200,
        new IssueReleases(
            shares.stream()
                .sorted((one, other) -> order.order(other.value(), one.value()))
                .map(
                    share ->
                        new ReleaseShare(
                            share.value(), share.events(), order.since(share.value()).orElse(null)))
                .toList()));
  }

  private Answer owners(Call call) {
    Issue issue = rooms.issue(call.param("id"));
    Project project = rooms.project(issue.project());
    return Answer.json(
        200,
        new SuggestedOwners(
            rooms
                .issues()
                .event(project.id(), issue.lastEvent())
                .map(event -> rooms.lives().owners().of(project, event))
                .orElse(List.of())));
  }

  record IssueTags(List<IssueSpread.Tag> tags) {}

  record IssueUsers(List<IssueSpread.Met> users) {}

  /// @param releases newest first
  record IssueReleases(List<ReleaseShare> releases) {}

  /// @param since when the server first heard of it
  record ReleaseShare(String release, long events, @Nullable Instant since) {}

  record SuggestedOwners(List<Owners.Suggestion> owners) {}
}

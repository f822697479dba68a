package dev.suture.http;

import dev.suture.capture.Capture;
import dev.suture.event.Event;
import dev.suture.hotfix.Hotfix;
import dev.suture.issue.Action;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore;
import dev.suture.issue.activity.Actor;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Issues, their events and their state.
final class IssueApi {
  private static final int HOURS = 24;
  private static final int EVENTS = 50;
  private static final int CAPTURES = 20;
  private static final int SHARES = 10;

  private final Api.Rooms rooms;
  private final InstantSource clock;

  IssueApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/issues/{id}", this::find),
        Api.operator("POST", "/issues/{id}/state", this::setState),
        Api.operator("GET", "/issues/{id}/events/{eventId}", this::event));
  }

  private Answer find(Call call) {
    Issue issue = issue(call);
    Event newest =
        rooms
            .issues()
            .event(project(issue).id(), issue.lastEvent())
            .orElseThrow(() -> new IllegalStateException("an issue without its newest event"));
    return Answer.json(
        200,
        new IssueDetail(
            issue,
            rooms.issues().kept(issue.id()),
            newest,
            rooms.issues().events(issue.id(), EVENTS),
            rooms.captures().ofIssue(issue.id(), CAPTURES),
            rooms.issues().shares(issue.id(), "release", SHARES),
            rooms.issues().shares(issue.id(), "environment", SHARES),
            perHour(issue),
            rooms.hotfixes().ofIssue(issue.id())));
  }

  private Answer setState(Call call) throws IOException {
    Issue issue = issue(call);
    String word = call.json(StateChange.class).state();
    Action action =
        switch (stateOf(word == null ? "" : word)) {
          case resolved -> new Action.Resolve();
          case archived -> new Action.Archive();
          case ongoing -> new Action.Reopen();
          case fresh, regressed, escalating ->
              throw Refusal.invalid(
                  "A person sets resolved, archived or ongoing; the other states follow from"
                      + " events.",
                  "Send {\"state\": \"resolved\"}.");
        };
    rooms.lives().triage().act(issue.id(), action, Actor.of(call.principal()));
    return Answer.json(200, issue(call));
  }

  private Answer event(Call call) {
    Issue issue = issue(call);
    long project = project(issue).id();
    String eventId = call.param("eventId");
    Optional<Event> event =
        rooms.issues().issueOf(project, eventId).filter(issue.id()::equals).isPresent()
            ? rooms.issues().event(project, eventId)
            : Optional.empty();
    return Answer.json(
        200, event.orElseThrow(() -> Refusal.notFound("This issue has no event with this id.")));
  }

  private Issue issue(Call call) {
    return rooms.issue(call.param("id"));
  }

  private Project project(Issue issue) {
    return rooms
        .projects()
        .bySlug(issue.project())
        .orElseThrow(() -> new IllegalStateException("an issue without its project"));
  }

  private List<Long> perHour(Issue issue) {
    return rooms.issues().perHour(issue.id(), clock.instant(), HOURS);
  }

  static IssueState stateOf(String word) {
    try {
      return IssueState.of(word);
    } catch (IllegalArgumentException unknown) {
      throw Refusal.invalid(
          "There is no such state.",
          "Use one of "
              + Arrays.stream(IssueState.values())
                  .map(IssueState::word)
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  /// @param kept events with their content; the issue counts all
  record IssueDetail(
      Issue issue,
      long kept,
      Event event,
      List<IssueStore.EventLine> events,
      List<Capture> captures,
      List<IssueStore.Share> releases,
      List<IssueStore.Share> environments,
      List<Long> perHour,
      List<Hotfix> hotfixes) {}

  record StateChange(@Nullable String state) {}
}

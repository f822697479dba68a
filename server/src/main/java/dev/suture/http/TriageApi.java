package dev.suture.http;

import dev.suture.issue.Action;
import dev.suture.issue.IssueRemoval;
import dev.suture.issue.TriageRules;
import java.io.IOException;
import java.util.List;

/// How a project wants its issues handled, and what it drops as it arrives.
final class TriageApi {
  private static final int MOST_DAYS = 3_650;
  private static final int MOST_OWNERS = 500;
  private static final int LONGEST_PATTERN = 300;

  private final Api.Rooms rooms;

  TriageApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects/{slug}/triage", this::find),
        Api.operator("PUT", "/projects/{slug}/triage", this::put),
        Api.operator("GET", "/projects/{slug}/discarded", this::discarded),
        Api.operator("DELETE", "/projects/{slug}/discarded/{hash}", this::takeIn));
  }

  private Answer find(Call call) {
    return Answer.json(200, rooms.lives().rules().of(rooms.project(call.param("slug")).slug()));
  }

  private Answer put(Call call) throws IOException {
    String project = rooms.project(call.param("slug")).slug();
    TriageRules rules = call.json(TriageRules.class);
    if (rules.resolveAfterDays() < 0 || rules.resolveAfterDays() > MOST_DAYS) {
      throw Refusal.invalid("resolveAfterDays is 0 (never) to " + MOST_DAYS + ".", null);
    }
    if (rules.owners().size() > MOST_OWNERS) {
      throw Refusal.invalid("A project has at most " + MOST_OWNERS + " owner rules.", null);
    }
    rules.owners().forEach(this::check);
    rooms.lives().rules().put(project, rules);
    return Answer.json(200, rooms.lives().rules().of(project));
  }

  private void check(TriageRules.Owned owned) {
    String paths = owned.paths();
    if (paths == null
        || paths.isBlank()
        || paths.length() > LONGEST_PATTERN
        || paths.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid("A pattern of paths is 1 to 300 characters on one line.", null);
    }
    String owner = owned.owner();
    if (owner == null || rooms.lives().triage().problem(new Action.Assign(owner)).isPresent()) {
      throw Refusal.invalid("An owner is person:NAME, team:NAME or agent:NAME.", null);
    }
  }

  private Answer discarded(Call call) {
    String project = rooms.project(call.param("slug")).slug();
    return Answer.json(200, new DiscardedList(rooms.lives().removal().discarded(project)));
  }

  private Answer takeIn(Call call) {
    String project = rooms.project(call.param("slug")).slug();
    if (!rooms.lives().removal().takeIn(project, call.param("hash"))) {
      throw Refusal.notFound("This project does not drop a group with this hash.");
    }
    return Answer.json(200, new DiscardedList(rooms.lives().removal().discarded(project)));
  }

  record DiscardedList(List<IssueRemoval.Discarded> discarded) {}
}

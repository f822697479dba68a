package dev.suture.http;

import dev.suture.issue.Action;
import dev.suture.issue.Issue;
import dev.suture.issue.Standing;
import dev.suture.issue.Triage;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.query.IssueSearch;
import dev.suture.issue.query.IssueSearch.Search;
import dev.suture.issue.query.IssueSearch.Sort;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One action on one issue or on many, each answered for.
final class BulkApi {
  private static final int MOST = 1_000;
  private static final int PAGE = 100;

  private final Api.Rooms rooms;
  private final InstantSource clock;

  BulkApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(Api.operator("POST", "/issues/bulk", this::act));
  }

  private Answer act(Call call) throws IOException {
    Bulk bulk = call.json(Bulk.class);
    Action action = bulk.action();
    if (action == null) {
      throw Refusal.invalid(
          "The action is missing.",
          "Send {\"ids\": [\"shop-1\"], \"action\": {\"kind\": \"resolve\"}}.");
    }
    rooms
        .lives()
        .triage()
        .problem(action)
        .ifPresent(
            problem -> {
              throw Refusal.invalid(problem, null);
            });
    Chosen chosen = chosen(call, bulk);
    Commits commits = new Commits();
    Actor actor = Actor.of(call.principal());
    List<Done> done = new ArrayList<>();
    for (String id : chosen.ids()) {
      done.add(act(id, action, actor, call, commits));
    }
    return Answer.json(200, new BulkAnswer(done, chosen.more()));
  }

  private record Chosen(List<String> ids, boolean more) {}

  private Chosen chosen(Call call, Bulk bulk) {
    List<String> ids = bulk.ids();
    if ((ids == null) == (bulk.query() == null)) {
      throw Refusal.invalid(
          "Issues are chosen by their ids, or by a query.",
          "Send either {\"ids\": [...]} or {\"query\": \"...\"}.");
    }
    if (ids != null) {
      if (ids.isEmpty() || ids.size() > MOST) {
        throw Refusal.invalid("An action takes 1 to " + MOST + " issues.", null);
      }
      return new Chosen(List.copyOf(new LinkedHashSet<>(ids)), false);
    }
    Asked asked = Asked.of(call, rooms, bulk.project(), bulk.query(), clock.instant());
    Search search = new Search(asked.projects(), asked.where(), Sort.lastSeen, clock.instant());
    List<String> found = new ArrayList<>();
    String before = null;
    do {
      IssueSearch.Page page = rooms.search().list(search, before, PAGE);
      page.issues().stream().map(Issue::id).forEach(found::add);
      before = page.next();
    } while (before != null && found.size() < MOST);
    return new Chosen(found.subList(0, Math.min(found.size(), MOST)), before != null);
  }

  private Done act(String id, Action action, Actor actor, Call call, Commits commits) {
    Optional<Issue> issue =
        rooms.issues().find(id).filter(found -> call.principal().reach().has(found.project()));
    if (issue.isEmpty()) {
      return Done.of(id, new Triage.Done.NoSuchIssue());
    }
    try {
      Action ready =
          action instanceof Action.ResolveByCommit(String commit)
              ? new Action.ResolveByCommit(commits.full(issue.get().project(), commit))
              : action;
      return Done.of(id, rooms.lives().triage().act(issue.get().id(), ready, actor));
    } catch (Refusal refused) {
      return Done.of(id, new Triage.Done.Impossible(String.valueOf(refused.getMessage())));
    }
  }

  /// The full id of a commit, looked up once in each project's repository.
  private final class Commits {
    private final Map<String, String> known = new HashMap<>();

    String full(String slug, String name) {
      String before = known.get(slug);
      if (before != null) {
        return before;
      }
      Project project = rooms.project(slug);
      String full = CommitName.full(rooms.repository(), project, name);
      known.put(slug, full);
      return full;
    }
  }

  record Bulk(
      @Nullable List<String> ids,
      @Nullable String project,
      @Nullable String query,
      @Nullable Action action) {}

  /// @param more whether the query has more issues than one action takes
  record BulkAnswer(List<Done> done, boolean more) {}

  /// What became of it for one issue.
  ///
  /// @param before with which a move is taken back
  /// @param assignee before it was assigned
  record Done(
      String id,
      Outcome outcome,
      @Nullable Standing before,
      @Nullable Standing after,
      @Nullable String assignee,
      @Nullable String message) {

    enum Outcome {
      moved,
      assigned,
      deleted,
      missing,
      impossible
    }

    static Done of(String id, Triage.Done done) {
      return switch (done) {
        case Triage.Done.Moved(Standing before, Standing after) ->
            new Done(id, Outcome.moved, before, after, null, null);
        case Triage.Done.Assigned(String before, String _) ->
            new Done(id, Outcome.assigned, null, null, before, null);
        case Triage.Done.Deleted _ -> new Done(id, Outcome.deleted, null, null, null, null);
        case Triage.Done.NoSuchIssue _ ->
            new Done(id, Outcome.missing, null, null, null, "There is no issue with this id.");
        case Triage.Done.Impossible(String why) ->
            new Done(id, Outcome.impossible, null, null, null, why);
      };
    }
  }
}

package dev.suture.http;

import dev.suture.event.Event;
import dev.suture.issue.HashStore;
import dev.suture.issue.Issue;
import dev.suture.issue.MergeStore;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.rules.Explanation;
import dev.suture.issue.similar.SimilarStore;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why events are one issue, which issues are alike, and putting them together or apart by hand.
final class GroupingApi {
  private static final int SIMILAR = 10;

  private final Api.Rooms rooms;

  GroupingApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/issues/{id}/grouping", this::explain),
        Api.operator("GET", "/issues/{id}/similar", this::similar),
        Api.operator("POST", "/issues/merge", this::mergeSeveral),
        Api.operator("POST", "/issues/{id}/merge", this::mergeOne),
        Api.operator("POST", "/issues/{id}/merges/{merge}/undo", this::undo),
        Api.operator("POST", "/issues/{id}/unmerge", this::split));
  }

  private Answer explain(Call call) {
    Issue issue = rooms.issue(call.param("id"));
    long project = rooms.project(issue.project()).id();
    Event newest = rooms.issues().event(project, issue.lastEvent()).orElse(null);
    return Answer.json(
        200,
        new IssueGrouping(
            issue.id(),
            newest == null ? null : rooms.groups().grouping().explain(newest),
            rooms.groups().hashes().ofIssue(issue.id()),
            rooms.groups().merges().history(issue.id())));
  }

  private Answer similar(Call call) {
    Issue issue = rooms.issue(call.param("id"));
    return Answer.json(200, new SimilarIssues(rooms.groups().similar().of(issue.id(), SIMILAR)));
  }

  private Answer mergeOne(Call call) throws IOException {
    String into = call.json(MergeInto.class).into();
    if (into == null) {
      throw Refusal.invalid("Say which issue it becomes part of.", "Send {\"into\": \"shop-1\"}.");
    }
    return merge(call, List.of(rooms.issue(call.param("id")).id()), reached(call, into));
  }

  /// Without a survivor the one with most events stays.
  private Answer mergeSeveral(Call call) throws IOException {
    MergeSeveral wish = call.json(MergeSeveral.class);
    List<String> named = wish.issues() == null ? List.of() : wish.issues();
    List<Issue> issues = named.stream().distinct().map(id -> reached(call, id)).toList();
    if (issues.isEmpty() || (wish.into() == null && issues.size() < 2)) {
      throw Refusal.invalid(
          "Name at least two issues.", "Send {\"issues\": [\"shop-2\", \"shop-3\"]}.");
    }
    Issue into =
        wish.into() != null
            ? reached(call, wish.into())
            : issues.stream()
                .max(
                    Comparator.comparingLong(Issue::events)
                        .thenComparing(Comparator.comparingLong(Issue::number).reversed()))
                .orElseThrow();
    List<String> others =
        issues.stream().map(Issue::id).distinct().filter(id -> !id.equals(into.id())).toList();
    return merge(call, others, into);
  }

  /// An issue that a body names, of a project that the caller has.
  private Issue reached(Call call, String id) {
    return rooms
        .issues()
        .find(id)
        .filter(issue -> call.principal().reach().has(issue.project()))
        .orElseThrow(() -> Refusal.notFound("There is no issue with this id."));
  }

  private Answer merge(Call call, List<String> issues, Issue into) {
    try {
      rooms.groups().merges().merge(issues, into.id(), Actor.of(call.principal()));
    } catch (MergeStore.Refused refused) {
      throw Refusal.invalid(String.valueOf(refused.getMessage()), null);
    }
    return Answer.json(200, rooms.issue(into.id()));
  }

  private Answer undo(Call call) {
    String issue = rooms.issue(call.param("id")).id();
    String merge = call.param("merge");
    if (!merge.matches("[0-9]{1,18}")) {
      throw Refusal.notFound("There is no merge with this number.");
    }
    try {
      String back =
          rooms.groups().merges().undo(issue, Long.parseLong(merge), Actor.of(call.principal()));
      return Answer.json(200, rooms.issue(back));
    } catch (MergeStore.Refused refused) {
      throw Refusal.invalid(String.valueOf(refused.getMessage()), null);
    }
  }

  private Answer split(Call call) throws IOException {
    Issue issue = rooms.issue(call.param("id"));
    String hash = call.json(Unmerge.class).hash();
    if (hash == null) {
      throw Refusal.invalid(
          "Say which hash is to be an issue of its own.",
          "GET /api/v1/issues/{id}/grouping lists them.");
    }
    try {
      String made = rooms.groups().merges().split(issue.id(), hash, Actor.of(call.principal()));
      return Answer.json(201, rooms.issue(made));
    } catch (MergeStore.Refused refused) {
      throw Refusal.invalid(String.valueOf(refused.getMessage()), null);
    }
  }

  record IssueGrouping(
      String issue,
      @Nullable Explanation newest,
      List<HashStore.Line> hashes,
      List<MergeStore.Entry> history) {}

  record SimilarIssues(List<SimilarStore.Similar> similar) {}

  record MergeInto(@Nullable String into) {}

  record MergeSeveral(@Nullable List<String> issues, @Nullable String into) {}

  record Unmerge(@Nullable String hash) {}
}

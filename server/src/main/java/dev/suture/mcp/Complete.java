package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.issue.Issue;
import dev.suture.issue.query.Condition;
import dev.suture.issue.query.IssueSearch;
import dev.suture.project.Project;
import java.util.List;

/// Completes the id of an issue, the last seen first.
final class Complete implements Method {
  private static final int MOST = 20;

  private final McpRooms rooms;

  Complete(McpRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public String name() {
    return "completion/complete";
  }

  @Override
  public Object answer(Call call) throws RpcProblem {
    if (!call.params().path("ref").path("type").isString()) {
      throw RpcProblem.params("ref is a prompt or a resource template");
    }
    String begun = call.params().path("argument").path("value").asString("");
    boolean ofIssue =
        call.who().may(Scope.failureRead)
            && call.params().path("argument").path("name").asString("").equals("id");
    List<String> ids = ofIssue ? ids(call) : List.of();
    return new Result(new Values(ids.stream().filter(id -> id.startsWith(begun)).toList()));
  }

  private List<String> ids(Call call) {
    List<Long> projects =
        rooms.projects().all().stream().map(Project::id).filter(call.who().reach()::has).toList();
    IssueSearch.Search search =
        new IssueSearch.Search(
            projects, Condition.EVERYTHING, IssueSearch.Sort.lastSeen, rooms.clock().instant());
    return rooms.search().list(search, null, MOST).issues().stream().map(Issue::id).toList();
  }

  record Result(Values completion) {}

  record Values(List<String> values) {}
}

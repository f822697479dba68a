package dev.suture.http;

import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.issue.rules.RuleStore;
import dev.suture.issue.rules.Rules;
import dev.suture.issue.rules.Trial;
import dev.suture.project.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project's rules of grouping: read, changed with their history, and tried without a change.
final class GroupingRulesApi {
  private static final int VERSIONS = 20;
  private static final int ISSUES_TRIED = 100;

  private final Api.Rooms rooms;

  GroupingRulesApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects/{slug}/grouping-rules", this::find),
        Api.operator("PUT", "/projects/{slug}/grouping-rules", this::change));
  }

  private Answer find(Call call) {
    return Answer.json(200, view(rooms.project(call.param("slug")), List.of(), null));
  }

  /// A dry run tells every problem, or what the rules would do, and changes nothing.
  private Answer change(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    RulesChange wish = call.json(RulesChange.class);
    Rules.Text text = wish.rules() == null ? Rules.Text.EMPTY : wish.rules();
    List<Rules.Problem> problems = new ArrayList<>();
    Rules rules = Rules.read(text, problems);
    if (wish.dryRun()) {
      Trial.Result trial =
          problems.isEmpty()
              ? rooms.groups().trial().run(project.id(), rules, recent(project))
              : null;
      return Answer.json(200, view(project, problems, trial));
    }
    if (!problems.isEmpty()) {
      Rules.Problem first = problems.getFirst();
      throw Refusal.invalid(
          "The "
              + first.section()
              + " rules cannot be read, line "
              + first.line()
              + ": "
              + first.problem(),
          "Nothing was changed. A dry run tells all problems at once.");
    }
    try {
      rooms.groups().rules().change(project.id(), wish.version(), text, call.principal().name());
    } catch (RuleStore.Overtaken overtaken) {
      throw new Refusal(
          409,
          "conflict",
          "These rules were changed by somebody else in between.",
          "Read them again, and send the change with their version.");
    }
    return Answer.json(200, view(project, List.of(), null));
  }

  private List<Issue> recent(Project project) {
    return rooms
        .issues()
        .list(new IssueStore.Query(project.slug(), null, null), null, ISSUES_TRIED)
        .issues();
  }

  private RulesView view(
      Project project, List<Rules.Problem> problems, Trial.@Nullable Result trial) {
    RuleStore store = rooms.groups().rules();
    RuleStore.Version now = store.current(project.id());
    return new RulesView(
        now.version(), now.text(), problems, trial, store.history(project.id(), VERSIONS));
  }

  /// @param problems of the rules that were sent
  /// @param trial what they would do; null when nothing was tried
  record RulesView(
      long version,
      Rules.Text rules,
      List<Rules.Problem> problems,
      Trial.@Nullable Result trial,
      List<RuleStore.Version> history) {}

  record RulesChange(long version, Rules.@Nullable Text rules, boolean dryRun) {}
}

package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.cause.Bundle;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore;
import dev.suture.project.Project;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lists issues, the last seen first.
final class FindFailures implements Tool {
  private static final int PAGE = 20;

  private final McpRooms rooms;

  FindFailures(McpRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_find_failures",
        "Find failures",
        "List failures (issues) of the watched applications, last seen first, with counts and"
            + " hotfixes.",
        Schemas.tree(
            Schemas.object(
                Map.of(
                    "query", Schemas.text("part of title, type or file"),
                    "project", Schemas.text("slug; all when absent"),
                    "state",
                        Schemas.choice(
                            "all when absent",
                            Arrays.stream(IssueState.values()).map(IssueState::word).toList()),
                    "cursor", Schemas.text("next of the page before")))),
        Schemas.tree(
            Schemas.object(
                Map.of(
                    "failures",
                        Schemas.array(
                            Schemas.object(
                                Map.of(
                                    "id", Schemas.TEXT,
                                    "state", Schemas.TEXT,
                                    "events", Schemas.INTEGER,
                                    "users", Schemas.INTEGER,
                                    "captures", Schemas.INTEGER,
                                    "lastSeen", Schemas.TEXT,
                                    "hotfix", HotfixTold.noteSchema()),
                                "id",
                                "state")),
                    "next", Schemas.TEXT,
                    "told", ToolResult.toldSchema()),
                "failures",
                "told")),
        Annotations.READS);
  }

  @Override
  public Scope needs() {
    return Scope.failureRead;
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    String project = arguments.text("project").orElse(null);
    if (project != null && !seen(arguments).contains(project)) {
      throw new ToolProblem(
          "There is no such project. There are: " + String.join(", ", seen(arguments)) + ".");
    }
    IssueStore.Query query =
        new IssueStore.Query(
            project,
            arguments.text("query").orElse(null),
            arguments.text("state").map(IssueState::of).orElse(null),
            arguments.reach().slugs().orElse(null));
    IssueStore.Page page = page(query, arguments.text("cursor").orElse(null));
    List<Failure> failures = page.issues().stream().map(this::failure).toList();
    return ToolResult.of(
        new Failures(failures, page.next()), briefing(page.issues(), failures, page.next()));
  }

  private List<String> seen(Arguments arguments) {
    return rooms.projects().all().stream()
        .filter(project -> arguments.reach().has(project.id()))
        .map(Project::slug)
        .toList();
  }

  private IssueStore.Page page(IssueStore.Query query, @Nullable String cursor) throws ToolProblem {
    try {
      return rooms.issues().list(query, cursor, PAGE);
    } catch (IllegalArgumentException noCursor) {
      throw new ToolProblem(
          "The argument cursor is no cursor: leave it out to begin with the first page.");
    }
  }

  private Failure failure(Issue issue) {
    return new Failure(
        issue.id(),
        issue.state().word(),
        issue.events(),
        issue.users(),
        issue.captures(),
        issue.lastSeen(),
        Bundle.HotfixNote.mostUrgent(rooms.hotfixes().ofIssue(issue.id())).orElse(null));
  }

  private static Briefing briefing(
      List<Issue> issues, List<Failure> failures, @Nullable String next) {
    Briefing.Builder told = Briefing.builder();
    if (failures.isEmpty()) {
      return told.say("Failures", "None match. Leave out arguments to see more.").build();
    }
    told.say("Failures", failures.stream().map(Failure::line).collect(Collectors.joining("\n")));
    told.data(
        "Their titles",
        Briefing.Provenance.sdk,
        issues.stream()
            .map(issue -> issue.id() + "  " + HotfixTold.line(issue.title(), 160) + place(issue))
            .collect(Collectors.joining("\n")));
    String more =
        next == null ? "" : " More: call suture_find_failures again with cursor " + next + ".";
    return told.say("Next", "Read one whole with suture_get_failure." + more).build();
  }

  private static String place(Issue issue) {
    Issue.Culprit culprit = issue.culprit();
    return culprit == null
        ? ""
        : "  (" + HotfixTold.line(culprit.file(), 120) + ":" + culprit.line() + ")";
  }

  record Failures(List<Failure> failures, @Nullable String next) {}

  record Failure(
      String id,
      String state,
      long events,
      long users,
      long captures,
      Instant lastSeen,
      Bundle.@Nullable HotfixNote hotfix) {
    String line() {
      String fix =
          hotfix == null
              ? ""
              : "; hotfix " + hotfix.id() + " is " + hotfix.state() + HotfixTold.flag(hotfix);
      return "- "
          + id
          + ", "
          + state
          + ": "
          + events
          + " events, "
          + users
          + " users, "
          + captures
          + " captures, last seen "
          + lastSeen
          + fix;
    }
  }
}

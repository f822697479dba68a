package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.cause.Bundle;
import dev.suture.hotfix.Hotfix;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.query.BadQuery;
import dev.suture.issue.query.Condition;
import dev.suture.issue.query.IssueSearch;
import dev.suture.issue.query.IssueSearch.Search;
import dev.suture.issue.query.IssueSearch.Sort;
import dev.suture.issue.query.Queries;
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
  private static final int NAMES = 500;

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
                    "query",
                        Schemas.text(
                            "text, or is:unresolved release:1.2.* !browser:Safari firstSeen:-24h"),
                    "project", Schemas.text("slug; all when absent"),
                    "state",
                        Schemas.choice(
                            "all when absent",
                            Arrays.stream(IssueState.values()).map(IssueState::word).toList()),
                    "cursor", Schemas.text("next of the page before")))),
        Schemas.tree(
            Schemas.record(
                Map.of(
                    "failures", Schemas.LIST,
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
    Search search =
        new Search(projects(arguments), where(arguments), Sort.lastSeen, rooms.clock().instant());
    IssueSearch.Page page = page(search, arguments.text("cursor").orElse(null));
    Map<String, List<Hotfix>> hotfixes =
        rooms.hotfixes().ofIssues(page.issues().stream().map(Issue::id).toList());
    List<Failure> failures =
        page.issues().stream()
            .map(issue -> failure(issue, hotfixes.getOrDefault(issue.id(), List.of())))
            .toList();
    return ToolResult.of(
        new Failures(failures, page.next()), briefing(page.issues(), failures, page.next()));
  }

  private List<Project> seen(Arguments arguments) {
    return rooms.projects().all().stream()
        .filter(project -> arguments.reach().has(project.id()))
        .toList();
  }

  private List<Long> projects(Arguments arguments) throws ToolProblem {
    String slug = arguments.text("project").orElse(null);
    List<Project> seen = seen(arguments);
    List<Long> named =
        seen.stream()
            .filter(project -> slug == null || project.slug().equals(slug))
            .map(Project::id)
            .toList();
    if (slug != null && named.isEmpty()) {
      throw new ToolProblem(
          "There is no such project. There are: "
              + seen.stream().map(Project::slug).collect(Collectors.joining(", "))
              + ".");
    }
    return named;
  }

  /// A mistake in the query comes back as a sentence of ours that says how to mend it.
  private Condition where(Arguments arguments) throws ToolProblem {
    List<Long> projects = projects(arguments);
    Queries.Reader reader =
        new Queries.Reader(
            null,
            rooms.clock().instant(),
            () ->
                rooms.search().names(projects, "", NAMES).stream()
                    .map(IssueSearch.Name::name)
                    .collect(Collectors.toSet()));
    try {
      Condition where = Queries.read(arguments.text("query").orElse(""), reader);
      return arguments
          .text("state")
          .map(word -> where.and(Condition.InState.of(IssueState.of(word))))
          .orElse(where);
    } catch (BadQuery bad) {
      throw new ToolProblem(
          "The query cannot be read at character "
              + (bad.span().from() + 1)
              + ". "
              + bad.message()
              + " "
              + bad.remedy());
    }
  }

  private IssueSearch.Page page(Search search, @Nullable String cursor) throws ToolProblem {
    try {
      return rooms.search().list(search, cursor, PAGE);
    } catch (IllegalArgumentException noCursor) {
      throw new ToolProblem(
          "The argument cursor is no cursor: leave it out to begin with the first page.");
    }
  }

  private static Failure failure(Issue issue, List<Hotfix> hotfixes) {
    return new Failure(
        issue.id(),
        issue.state().word(),
        issue.events(),
        issue.users(),
        issue.captures(),
        issue.lastSeen(),
        Bundle.HotfixNote.mostUrgent(hotfixes).orElse(null));
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

package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.event.Facets;
import dev.suture.issue.query.BadQuery;
import dev.suture.issue.query.Condition;
import dev.suture.issue.query.Glob;
import dev.suture.issue.query.IssueSearch;
import dev.suture.issue.query.Queries;
import dev.suture.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a call for a list asks for: its projects, and its query with the narrower parameters joined
/// to it.
///
/// @param projects ids of those that are looked at
record Asked(List<Long> projects, Condition where) {
  private static final int MOST_PAGE = 100;

  /// Names of tags that a query may be meant to have.
  private static final int NAMES = 500;

  static Asked of(Call call, Api.Rooms rooms, Instant now) {
    String project = given(call, "project").orElse(null);
    Asked asked = of(call, rooms, project, given(call, "q").orElse(null), now);
    Condition where = asked.where();
    for (Condition narrower : narrower(call)) {
      where = where.and(narrower);
    }
    return new Asked(asked.projects(), where);
  }

  /// @param project slug; null for all that the caller sees
  static Asked of(
      Call call, Api.Rooms rooms, @Nullable String project, @Nullable String query, Instant now) {
    List<Long> projects = projects(call, rooms, project);
    Queries.Reader reader =
        new Queries.Reader(
            me(call),
            now,
            () ->
                rooms.search().names(projects, "", NAMES).stream()
                    .map(IssueSearch.Name::name)
                    .collect(Collectors.toSet()));
    try {
      return new Asked(projects, Queries.read(query == null ? "" : query, reader));
    } catch (BadQuery bad) {
      throw Refusal.of(bad);
    }
  }

  /// The project that the parameter names, else all that the caller sees.
  static List<Long> projects(Call call, Api.Rooms rooms) {
    return projects(call, rooms, given(call, "project").orElse(null));
  }

  private static List<Long> projects(Call call, Api.Rooms rooms, @Nullable String slug) {
    return slug == null ? seen(call, rooms) : List.of(rooms.project(call, slug).id());
  }

  private static List<Long> seen(Call call, Api.Rooms rooms) {
    return rooms.projects().all().stream()
        .map(Project::id)
        .filter(project -> call.principal().reach().has(project))
        .toList();
  }

  /// Who calls, as issues are assigned to people.
  private static @Nullable String me(Call call) {
    Principal principal = call.principal();
    return principal.kind() == Principal.Kind.person ? "person:" + principal.name() : null;
  }

  private static List<Condition> narrower(Call call) {
    Optional<Condition> environment =
        given(call, "environment")
            .map(
                name ->
                    new Condition.Tagged(
                        "environment",
                        List.of(
                            Glob.literal(
                                name.substring(
                                    0, Math.min(name.length(), Facets.LONGEST_VALUE))))));
    Optional<Condition> state =
        given(call, "state").map(word -> Condition.InState.of(IssueApi.stateOf(word)));
    return List.of(environment, state).stream().flatMap(Optional::stream).toList();
  }

  static Optional<String> given(Call call, String name) {
    return call.query(name).filter(text -> !text.isBlank());
  }

  static int limit(Call call, int otherwise) {
    return given(call, "limit")
        .map(
            text -> {
              if (!text.matches("[0-9]{1,3}")
                  || Integer.parseInt(text) < 1
                  || Integer.parseInt(text) > MOST_PAGE) {
                throw Refusal.invalid("limit is a number from 1 to 100.", null);
              }
              return Integer.parseInt(text);
            })
        .orElse(otherwise);
  }
}

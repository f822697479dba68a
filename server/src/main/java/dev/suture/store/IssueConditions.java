package dev.suture.store;

import dev.suture.issue.IssueState;
import dev.suture.issue.query.Condition;
import dev.suture.issue.query.Condition.Count;
import dev.suture.issue.query.Condition.Moment;
import dev.suture.issue.query.Glob;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// A condition as SQL about a row of `issue`. The text is made of words of ours only; whatever a
/// reader wrote is a bound value, and what LIKE would take for a wildcard is escaped in it.
final class IssueConditions {
  private static final String NEVER = "1 = 0";
  private static final String ALWAYS = "1 = 1";
  private static final int FEW_TAGS = 4;
  private static final int MANY_ISSUES = 2_000;

  private final Handle handle;
  private final List<Long> projects;
  private final Map<String, Object> values = new HashMap<>();

  /// @param projects that are looked at; ids of ours
  IssueConditions(Handle handle, List<Long> projects) {
    this.handle = handle;
    this.projects = projects;
  }

  /// The values that the text refers to by name.
  Map<String, Object> values() {
    return values;
  }

  /// The condition within the projects.
  String text(Condition where) {
    return "issue.project IN (" + projects() + ") AND " + of(where);
  }

  String projects() {
    return projects.isEmpty()
        ? "-1"
        : projects.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private String of(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> joined(parts, " AND ", ALWAYS);
      case Condition.Any(List<Condition> parts) -> joined(parts, " OR ", NEVER);
      case Condition.Not(Condition part) -> "NOT " + of(part);
      case Condition.InState in -> states(in);
      case Condition.Unassigned _ -> "(issue.assignee IS NULL)";
      case Condition.AssignedTo(List<Glob> holders) ->
          "(issue.assignee IS NOT NULL AND " + anyOf("issue.assignee", holders) + ")";
      case Condition.Tagged(String name, List<Glob> globs) ->
          tagged(name, asked -> " AND " + asked.anyOf("value", globs));
      case Condition.HasTag(String name) -> tagged(name, _ -> "");
      case Condition.InLatestRelease _ -> latestRelease();
      case Condition.Says(Glob text) -> says(text);
      case Condition.Happened happened -> happened(happened);
      case Condition.Counted(Count count, long from, long to) ->
          "(issue." + count + " BETWEEN " + from + " AND " + to + ")";
      case Condition.IsIssue(List<String> ids) ->
          ids.stream().map(this::issue).collect(Collectors.joining(" OR ", "(", ")"));
      case Condition.InProject(List<Glob> slugs) ->
          "(issue.project IN (SELECT id FROM project WHERE " + anyOf("slug", slugs) + "))";
    };
  }

  private String joined(List<Condition> parts, String word, String none) {
    return parts.isEmpty()
        ? none
        : parts.stream().map(this::of).collect(Collectors.joining(word, "(", ")"));
  }

  private static String states(Condition.InState in) {
    return in.states().stream()
        .map(IssueState::word)
        .collect(Collectors.joining("', '", "(issue.state IN ('", "'))"));
  }

  /// The tags are found first. Few of them that very many issues have are asked of each issue that
  /// is looked at, for a page of a list is full soon then; of others the issues are found, each
  /// once. So the effort is bounded by what has the tag, whatever part of the issues that is.
  ///
  /// @param more about `value`
  private String tagged(String name, Function<IssueConditions, String> more) {
    IssueConditions apart = new IssueConditions(handle, projects);
    List<Long> few =
        handle
            .createQuery(apart.tags(name, more) + " LIMIT " + (FEW_TAGS + 1))
            .bindMap(apart.values())
            .mapTo(Long.class)
            .list();
    if (few.size() > FEW_TAGS) {
      return "(issue.id IN (SELECT DISTINCT issue FROM issue_tag WHERE tag IN ("
          + tags(name, more)
          + ")))";
    }
    if (few.isEmpty()) {
      return "(" + NEVER + ")";
    }
    String tags = few.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return isCommon(tags)
        ? "(EXISTS (SELECT 1 FROM issue_tag WHERE issue_tag.issue = issue.id AND tag IN ("
            + tags
            + ")))"
        : "(issue.id IN (SELECT issue FROM issue_tag WHERE tag IN (" + tags + ")))";
  }

  private String tags(String name, Function<IssueConditions, String> more) {
    return "SELECT id FROM project_tag WHERE project IN ("
        + projects()
        + ") AND name = "
        + bind(name)
        + more.apply(this);
  }

  private boolean isCommon(String tags) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM (SELECT 1 FROM issue_tag WHERE tag IN ("
                    + tags
                    + ") LIMIT "
                    + MANY_ISSUES
                    + ") AS counted")
            .mapTo(Long.class)
            .one()
        == MANY_ISSUES;
  }

  /// In each project the one that comes last in the order of its releases.
  private String latestRelease() {
    KnownReleases releases = new KnownReleases(handle);
    return projects.stream()
        .flatMap(
            project ->
                releases.of(project).newest(null).stream()
                    .map(
                        latest ->
                            "(issue.project = "
                                + project
                                + " AND "
                                + tagged("release", asked -> " AND value = " + asked.bind(latest))
                                + ")"))
        .reduce((one, other) -> one + " OR " + other)
        .map(any -> "(" + any + ")")
        .orElse(NEVER);
  }

  private String says(Glob text) {
    return "((SELECT search FROM issue_text WHERE issue_text.issue = issue.id) LIKE "
        + bind("%" + like(text).toLowerCase(Locale.ROOT) + "%")
        + " ESCAPE '!')";
  }

  /// That an event of the issue happened within a span is told as nearly as its row can: that it
  /// was seen last after the beginning and first before the end.
  private static String happened(Condition.Happened happened) {
    Moment moment = happened.moment();
    Instant from = happened.from();
    Instant to = happened.to();
    String first = moment == Moment.lastSeen ? "issue.last_seen" : "issue.first_seen";
    String last = moment == Moment.firstSeen ? "issue.first_seen" : "issue.last_seen";
    String begins = from == null ? ALWAYS : last + " >= " + Database.micros(from);
    String ends = to == null ? ALWAYS : first + " < " + Database.micros(to);
    return "(" + begins + " AND " + ends + ")";
  }

  private String issue(String id) {
    return IssueId.parse(id)
        .map(
            name ->
                "(issue.number = "
                    + name.number()
                    + " AND issue.project IN (SELECT id FROM project WHERE slug = "
                    + bind(name.slug())
                    + "))")
        .orElse(NEVER);
  }

  /// Exactly as written, which an index finds; or in another case, as far as the letters are those
  /// of ASCII, which every database folds alike.
  private String anyOf(String column, List<Glob> globs) {
    return globs.stream()
        .map(
            glob ->
                glob.isLiteral()
                    ? equal(column, glob.pieces().getFirst())
                    : "lower(" + column + ") LIKE " + bind(folded(like(glob))) + " ESCAPE '!'")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private String equal(String column, String value) {
    return column + " = " + bind(value) + " OR lower(" + column + ") = " + bind(folded(value));
  }

  /// That the column begins with the text, in any case.
  String begins(String column, String prefix) {
    return prefix.isEmpty()
        ? ALWAYS
        : "(lower(" + column + ") LIKE " + bind(folded(literal(prefix)) + "%") + " ESCAPE '!')";
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + 32));
      }
    }
    return folded.toString();
  }

  private static String like(Glob glob) {
    return glob.pieces().stream().map(IssueConditions::literal).collect(Collectors.joining("%"));
  }

  /// The text with LIKE's wildcards taken literally.
  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  String bind(String value) {
    String name = "v" + values.size();
    values.put(name, value.replace('\u0000', '\uFFFD'));
    return ":" + name;
  }
}

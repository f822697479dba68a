package dev.suture.issue.query;

import dev.suture.issue.IssueState;
import dev.suture.issue.query.Condition.Count;
import dev.suture.issue.query.Condition.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a condition can ask of one event: its own tags, and where its issue stands.
///
/// @param latestRelease of the event's project; null when it has none
public record EventFacts(
    Map<String, String> tags,
    String title,
    Instant at,
    String project,
    Standing issue,
    @Nullable String latestRelease) {

  /// Of the event's issue.
  public record Standing(
      String id,
      IssueState state,
      @Nullable String assignee,
      Instant firstSeen,
      Instant lastSeen,
      long events,
      long users) {}

  public boolean match(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> parts.stream().allMatch(this::match);
      case Condition.Any(List<Condition> parts) -> parts.stream().anyMatch(this::match);
      case Condition.Not(Condition part) -> !match(part);
      case Condition.InState in -> in.states().contains(issue.state());
      case Condition.Unassigned _ -> issue.assignee() == null;
      case Condition.AssignedTo(List<Glob> holders) -> any(holders, issue.assignee());
      case Condition.Tagged(String name, List<Glob> values) -> any(values, tags.get(name));
      case Condition.HasTag(String name) -> tags.containsKey(name);
      case Condition.InLatestRelease _ ->
          latestRelease != null && latestRelease.equals(tags.get("release"));
      case Condition.Says(Glob text) -> text.isIn(title);
      case Condition.Happened happened -> within(happened);
      case Condition.Counted(Count count, long from, long to) -> {
        long number = count == Count.events ? issue.events() : issue.users();
        yield from <= number && number <= to;
      }
      case Condition.IsIssue(List<String> ids) -> ids.contains(issue.id());
      case Condition.InProject(List<Glob> slugs) -> any(slugs, project);
    };
  }

  private static boolean any(List<Glob> globs, @Nullable String value) {
    return value != null && globs.stream().anyMatch(glob -> glob.matches(value));
  }

  private boolean within(Condition.Happened happened) {
    Instant when =
        switch (happened.moment()) {
          case Moment.event -> at;
          case Moment.firstSeen -> issue.firstSeen();
          case Moment.lastSeen -> issue.lastSeen();
        };
    Instant from = happened.from();
    Instant to = happened.to();
    return (from == null || !when.isBefore(from)) && (to == null || when.isBefore(to));
  }
}

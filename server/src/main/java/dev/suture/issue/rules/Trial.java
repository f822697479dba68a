package dev.suture.issue.rules;

import dev.suture.event.Event;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Fingerprint.Join;
import dev.suture.issue.HashStore;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What rules would do, tried on events that are kept. Nothing is changed.
public final class Trial {
  private static final int EVENTS_OF_EACH = 5;

  private final IssueStore issues;
  private final HashStore hashes;
  private final RuledGrouping grouping;

  /// @param issues how many were looked at
  /// @param events how many were looked at
  /// @param changes where their next events would go elsewhere
  public record Result(int issues, int events, List<Change> changes) {}

  /// Events of one issue that would go elsewhere.
  ///
  /// @param to the issue that they would join; null for a new one
  /// @param hash of the group that they would make
  /// @param parts what that group shares
  public record Change(
      String issue,
      String title,
      int events,
      @Nullable String to,
      String hash,
      List<String> parts) {}

  public Trial(IssueStore issues, HashStore hashes) {
    this.issues = issues;
    this.hashes = hashes;
    this.grouping = new RuledGrouping(_ -> Rules.NONE, null);
  }

  /// @param recent issues of the project
  public Result run(long project, Rules rules, List<Issue> recent) {
    Map<String, Change> changes = new LinkedHashMap<>();
    int tried = 0;
    for (Issue issue : recent) {
      for (IssueStore.EventLine line : issues.events(issue.id(), EVENTS_OF_EACH)) {
        Event event = issues.event(project, line.id()).orElse(null);
        if (event != null) {
          tried++;
          Fingerprint fingerprint = grouping.group(event, rules).fingerprint();
          String to = leadsTo(project, fingerprint);
          if (!issue.id().equals(to)) {
            changes.merge(
                issue.id() + " " + fingerprint.hash(),
                new Change(
                    issue.id(), issue.title(), 1, to, fingerprint.hash(), fingerprint.parts()),
                (one, more) ->
                    new Change(
                        one.issue, one.title, one.events + more.events, to, one.hash, one.parts));
          }
        }
      }
    }
    return new Result(recent.size(), tried, new ArrayList<>(changes.values()));
  }

  private @Nullable String leadsTo(long project, Fingerprint fingerprint) {
    TreeSet<String> asked = new TreeSet<>(List.of(fingerprint.hash()));
    for (Join join : fingerprint.joins()) {
      asked.add(join.hash());
      if (join.unless() != null) {
        asked.add(join.unless());
      }
    }
    Map<String, String> known = hashes.issuesOf(project, asked);
    return fingerprint.<String>lead(known::get).orElse(null);
  }
}

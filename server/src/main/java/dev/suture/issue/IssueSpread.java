package dev.suture.issue;

import dev.suture.deploy.ReleaseOrder;
import dev.suture.issue.IssueStore.Share;
import java.time.Instant;
import java.util.List;

/// How the events of issues spread over their tags and users, and the order of their releases.
public interface IssueSpread {
  /// Every tag of an issue's events with its most frequent values; the tags with most events first.
  List<Tag> tags(String issue);

  record Tag(String name, List<Share> values) {}

  /// Who met an issue, as far as the events that are kept say; who met it last first.
  List<Met> users(String issue, int limit);

  /// @param name as in a list of events
  /// @param events of the newest that are kept
  record Met(String name, long events, Instant lastSeen, String lastEvent) {}

  /// The order of a project's releases.
  ///
  /// @param project slug
  ReleaseOrder releases(String project);
}

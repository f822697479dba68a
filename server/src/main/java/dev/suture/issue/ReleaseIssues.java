package dev.suture.issue;

import java.util.List;
import java.util.Map;

/// Which issues began or came back in which release.
public interface ReleaseIssues {
  /// How many issues of a project were seen first in each release.
  Map<String, Long> newInEach(long project);

  /// Ids of the issues that were seen first in a release, most events first.
  List<String> newIn(long project, String release, int limit);

  /// Ids of the issues that were resolved and came back in a release, most events first.
  List<String> regressedIn(long project, String release, int limit);
}

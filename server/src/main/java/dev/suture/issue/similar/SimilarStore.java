package dev.suture.issue.similar;

import dev.suture.issue.Issue;
import java.util.List;

/// Finds issues that are likely the same fault as another.
public interface SimilarStore {
  /// Of the same project, the most alike first.
  List<Similar> of(String issue, int limit);

  /// @param percent how alike, 0 to 100
  /// @param reasons why, in words of ours
  record Similar(Issue issue, int percent, List<String> reasons) {}
}

package dev.suture.feedback;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where feedback is kept.
public interface FeedbackStore {
  /// Stores it in the transaction of its batch.
  ///
  /// @return whether it is new: what is known already stays as it is
  boolean add(long project, Feedback feedback);

  /// Newest first.
  ///
  /// @param before the cursor of an earlier page; null for the first
  Page list(long project, @Nullable String before, int limit);

  /// What was written about the events of an issue, newest first.
  List<Feedback> ofIssue(String issue, int limit);

  Optional<Feedback> find(long project, String id);

  /// @param next cursor of the next page; null on the last
  record Page(List<Line> feedback, @Nullable String next) {}

  /// @param issue of the event that it is about, where that is known
  record Line(Feedback feedback, @Nullable String issue) {}
}

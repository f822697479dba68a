package dev.suture.ship;

import java.util.List;

/// Where questions of forges are kept.
public interface QuestionStore {
  /// Keeps a question that is not known yet by its project, source and key.
  void add(Question question);

  /// Replaces one by its id.
  void put(Question question);

  /// Those of all projects that wait for an answer, or whose answer was not delivered yet.
  List<Question> open();

  /// Newest first.
  List<Question> of(String project, int limit);
}

package dev.suture.cause.chain;

import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.time.Instant;
import java.util.List;

/// What the commits of a repository changed.
public interface History {
  /// The commits in `from..to` without merges, newest first; of very many the newest.
  List<Change> changes(Project project, String from, String to) throws Unreachable;

  /// @param author from the repository
  /// @param subject from the repository
  record Change(String commit, String author, Instant at, String subject, List<Hunk> hunks) {}

  /// Lines that follow one another and were replaced.
  ///
  /// @param at number of the first line after the change
  /// @param removed stripped of blanks around them
  /// @param added stripped of blanks around them
  record Hunk(String path, int at, List<String> removed, List<String> added) {}
}

package dev.suture.cause.chain;

import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the commits of a repository changed.
public interface History {
  /// The commits in `from..to` without merges, newest first; of very many the newest.
  List<Change> changes(Project project, String from, String to) throws Unreachable;

  /// The commits in `from..to` that changed any of those lines, wherever they stood before, newest
  /// first.
  ///
  /// @param stretches as they stand at `to`
  List<String> touching(Project project, String from, String to, List<Stretch> stretches)
      throws Unreachable;

  /// The commit in `from..to` that wrote a line, whoever indented or moved it since; empty when it
  /// is older.
  Optional<String> wrote(Project project, String from, String to, String path, int line)
      throws Unreachable;

  /// @param author from the repository
  /// @param subject from the repository
  /// @param request the merge request that brought it (`#12`, `!12`), by the number that the forge
  ///   wrote into its subject or into the merge; null when none is known
  record Change(
      String commit,
      String author,
      Instant at,
      String subject,
      @Nullable String request,
      List<Hunk> hunks) {}

  /// Lines that follow one another and were replaced.
  ///
  /// @param removed stripped of blanks around them
  /// @param added stripped of blanks around them
  record Hunk(String path, List<String> removed, List<String> added) {}

  /// Lines of a file.
  record Stretch(String path, int first, int last) {}
}

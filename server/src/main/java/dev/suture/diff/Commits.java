package dev.suture.diff;

import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what changes between commits, and writes commits that hold a part of it. Those are on no
/// branch, and the same part makes the same commit, so that what was built of it can be used again.
public interface Commits {
  List<FileChange> changed(Project project, String from, String to) throws Unreachable;

  /// Content of a text file by the id of its blob.
  String text(Project project, String blob) throws Unreachable;

  /// A commit upon `base` with other contents of some files, dated as `base`.
  ///
  /// @return its full id
  String write(Project project, String base, List<Entry> entries) throws Unreachable;

  /// A branch at a commit that was written, on the origin.
  void publish(Project project, String branch, String commit) throws Unreachable;

  /// @param mode as git writes it; null when the file is to be gone
  /// @param blob id of its content; null when the file is to be gone or `text` is given
  record Entry(String path, @Nullable String mode, @Nullable String blob, @Nullable String text) {}
}

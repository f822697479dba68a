package dev.suture.backport.presence;

import java.util.Comparator;
import java.util.List;

/// What a commit changes, as normalised hunks by file.
///
/// @param commit the id; empty for a sum of several or an inverse
/// @param whole false where so much changes that not all of it is kept
/// @param files in the order of their paths
public record Change(String commit, boolean whole, List<FileChange> files) {

  Change inverse() {
    return new Change(
        "",
        whole,
        files.stream()
            .map(FileChange::inverse)
            .sorted(Comparator.comparing(FileChange::path))
            .toList());
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /// Equal for equal changes, whatever lies around and between their hunks; 0 for none.
  long id() {
    long id = 0;
    for (FileChange file : files) {
      id = Normal.mixed(id * 31 + Normal.hash(file.path()));
      for (Hunk hunk : file.hunks()) {
        for (int i = 0; i < hunk.size(); i++) {
          id = Normal.mixed(id * 31 + hunk.lines()[i] + (hunk.isAdded(i) ? 1 : 2));
        }
      }
    }
    return id;
  }
}

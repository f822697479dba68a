package dev.suture.backport.presence;

import java.util.List;

/// What a change does to one file.
///
/// @param path after it; before it, where it removes the file
/// @param from path before it
record FileChange(String path, String from, List<Hunk> hunks) {

  FileChange inverse() {
    return new FileChange(from, path, hunks.stream().map(Hunk::inverse).toList());
  }

  String name() {
    return name(path);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

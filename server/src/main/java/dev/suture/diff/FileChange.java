package dev.suture.diff;

import org.jspecify.annotations.Nullable;

/// A file that differs between two commits. Renames are a file less and a file more.
///
/// @param oldMode as git writes it (`100644`); null when the file is new
/// @param oldBlob id of the content before; null when the file is new
/// @param newMode null when the file is gone
/// @param newBlob null when the file is gone
/// @param diff `git diff -U0` between the two contents; empty when one is missing or is no text
public record FileChange(
    String path,
    @Nullable String oldMode,
    @Nullable String oldBlob,
    @Nullable String newMode,
    @Nullable String newBlob,
    String diff) {

  /// Whether it can be taken line by line: same kind of file before and after, text on both sides.
  boolean isEdit() {
    return oldMode != null && oldMode.equals(newMode) && !diff.isEmpty();
  }
}

package dev.suture.repro.export;

import java.util.List;

/// A test to be committed.
///
/// @param folder of the repository that the project's own tests are in
/// @param files the test first, then its HAR
/// @param steps how many it does
/// @param says what to know of it, in words of ours
public record Exported(String folder, List<File> files, int steps, String says) {

  /// @param name without a folder
  public record File(String name, String text) {}
}

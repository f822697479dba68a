package dev.suture.carry;

import dev.suture.hotfix.Hotfix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of bringing a change onto a tree.
///
/// @param tree the result; null while something is in conflict
/// @param notes what was resolved, in words of ours
public record Picked(@Nullable String tree, List<Conflict> conflicts, List<String> notes) {

  /// One file that somebody has to decide about.
  ///
  /// @param kind in words of ours
  /// @param hunks with three sides each; empty when the file is no text, or is gone on one side
  public record Conflict(String path, String kind, List<Hunk> hunks) {}

  /// @param ours the line's text
  /// @param base the text that the fix was made on
  /// @param theirs the text with the fix
  /// @param from number of the first line of `ours` in the line's file
  /// @param oursBy the commits that last touched the line's text
  /// @param missing commits that the fix was made on and the line does not have
  public record Hunk(
      String ours,
      String base,
      String theirs,
      int from,
      List<Hotfix.Commit> oursBy,
      List<Hotfix.Commit> missing) {}

  public boolean isClean() {
    return tree != null;
  }
}

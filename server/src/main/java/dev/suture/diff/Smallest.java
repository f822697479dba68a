package dev.suture.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which pieces of a hotfix the fix cannot do without.
///
/// @param base commit that it starts from
/// @param head commit that was made smaller
/// @param pieces every hunk of the change, in the order of the diff
/// @param runs of the reproduction that it took
/// @param builds asked for
/// @param commit with nothing but what is needed, and the pieces that were not tried; null when
///   that is the whole change
public record Smallest(
    String base, String head, List<Piece> pieces, int runs, int builds, @Nullable String commit) {

  public enum Verdict {
    /// Without it, it is no fix.
    needed,
    /// It is a fix without it.
    notNeeded,
    /// Without it nothing could be told.
    unsure,
    /// Not tried: tests, documentation, comments, formatting.
    apart
  }

  /// @param hunk as it is in the change
  /// @param idle parts of a needed hunk that the fix does without
  public record Piece(Hunk hunk, Verdict verdict, List<Hunk> idle) {}

  public long count(Verdict verdict) {
    return pieces.stream().filter(piece -> piece.verdict() == verdict).count();
  }
}

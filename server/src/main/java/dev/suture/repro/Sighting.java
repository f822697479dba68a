package dev.suture.repro;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reproduction showed at one commit that somebody asked about.
///
/// @param name that the commit was asked for by: a branch, a tag, a line; empty for what is live
/// @param commit full id
/// @param said the end of what its build or its server printed, where that is what failed; captured
///   text
public record Sighting(
    String issue,
    String name,
    String commit,
    ReproVerdict verdict,
    double confidence,
    List<Run> runs,
    Instant at,
    @Nullable String said) {
  private static final int LONGEST = 4_000;

  /// @param said cut from its beginning
  static @Nullable String end(@Nullable String said) {
    return said == null || said.length() <= LONGEST
        ? said
        : said.substring(said.length() - LONGEST);
  }
}

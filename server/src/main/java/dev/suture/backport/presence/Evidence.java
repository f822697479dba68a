package dev.suture.backport.presence;

import org.jspecify.annotations.Nullable;

/// What one step of the ladder found.
///
/// @param found whether it speaks for the fix being there
/// @param commit on the line that it speaks of; null where there is none
/// @param words in words of ours; commit ids and figures only, never text of the repository
public record Evidence(Step step, boolean found, @Nullable String commit, String words) {

  /// The steps, from cheap to dear.
  public enum Step {
    /// The fix itself is in the line's history.
    ancestry,
    /// A message names the commit it was picked from, and its change agrees.
    trailer,
    /// The same patch, its context included.
    patch,
    /// The same patch, context left out.
    change,
    /// The same author at the same second, in the same files.
    authorship,
    /// Hunks that are alike.
    likeness,
    /// What the tip of the line holds.
    tip
  }
}

package dev.suture.backport.presence;

import dev.suture.backport.presence.Evidence.Step;

/// A commit of a line that makes a change or takes it back.
///
/// @param how the first step that found it
/// @param match how alike the two changes are
record Find(int commit, Step how, Match match) {

  /// Whether more than likeness speaks for it.
  boolean isSure() {
    return switch (how) {
      case ancestry, trailer, patch, change -> true;
      case authorship, likeness, tip -> false;
    };
  }
}

package dev.suture.mcp;

import java.util.List;
import java.util.Optional;

/// The two ways in which a client may speak: with an `initialize` handshake, or with its version on
/// every request. Both are answered without a session.
enum Era {
  legacy,
  modern;

  static final String NEWEST = "2026-07-28";

  /// The only one with batches, and the last without a version in each request.
  static final String OLDEST = "2025-03-26";

  /// Revisions with a handshake, newest first.
  static final List<String> LEGACY = List.of("2025-11-25", "2025-06-18", OLDEST);

  /// All revisions, newest first.
  static final List<String> ALL = List.of(NEWEST, "2025-11-25", "2025-06-18", OLDEST);

  static Optional<Era> of(String version) {
    if (version.equals(NEWEST)) {
      return Optional.of(modern);
    }
    return LEGACY.contains(version) ? Optional.of(legacy) : Optional.empty();
  }
}

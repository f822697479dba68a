package dev.suture.ingest;

import org.jspecify.annotations.Nullable;

/// What became of a delivery at the door.
public sealed interface Receipt {
  /// It is durable.
  ///
  /// @param id of the event in it; null when it holds none
  /// @param rejected how many things in it are over a limit and are not kept
  record Accepted(@Nullable String id, int rejected) implements Receipt {}

  /// No key, a wrong one, or several that disagree.
  record Denied(String reason) implements Receipt {}

  /// It breaks the protocol's grammar or does not decode.
  record Broken(String reason) implements Receipt {}

  record TooLarge(long limit) implements Receipt {}

  /// There is no room; nothing was kept.
  record NoRoom(int retrySeconds) implements Receipt {}
}

package dev.suture.ingest;

import dev.suture.ingest.limit.Backoff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a delivery at the door.
public sealed interface Receipt {
  /// It is durable.
  ///
  /// @param id of the event in it; null when it holds none
  /// @param rejected how many things in it are over a limit and are not kept
  /// @param backoffs what its sender should hold back from now on
  record Accepted(@Nullable String id, int rejected, List<Backoff> backoffs) implements Receipt {
    public Accepted(@Nullable String id, int rejected) {
      this(id, rejected, List.of());
    }
  }

  /// All of it is over a limit of its key or project; nothing was kept.
  record Limited(List<Backoff> backoffs) implements Receipt {}

  /// No key, a wrong one, or several that disagree.
  record Denied(String reason) implements Receipt {}

  /// It breaks the protocol's grammar or does not decode.
  record Broken(String reason) implements Receipt {}

  record TooLarge(long limit) implements Receipt {}

  /// There is no room; nothing was kept.
  record NoRoom(int retrySeconds) implements Receipt {}
}

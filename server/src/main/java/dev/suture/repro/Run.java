package dev.suture.repro;

import java.util.List;

/// One run of a reproduction, and what was seen in it.
///
/// @param says how it went, in words of ours
/// @param steps how many steps of it were done
/// @param unrecorded requests that the recording holds no answer to, as `GET /path`; captured text
/// @param ms how long it took, without building
public record Run(Seen seen, String says, int steps, List<String> unrecorded, long ms) {
  public enum Seen {
    /// The failure that was captured.
    failed,
    /// All of it was done, and the failure did not come.
    passed,
    /// It did not come to its end, or failed in another way.
    unclear
  }

  static Run unclear(String says) {
    return new Run(Seen.unclear, says, 0, List.of(), 0);
  }
}

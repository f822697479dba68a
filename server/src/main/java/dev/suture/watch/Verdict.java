package dev.suture.watch;

import java.util.List;

/// What a watch says of its deployment.
public sealed interface Verdict {
  /// The rate is shown to be below the worst that is tolerated, and nothing alarms.
  record Healthy() implements Verdict {}

  /// The rate has risen.
  ///
  /// @param issues ids of those to blame, the surest first; empty when none stands out
  record Degraded(List<String> issues) implements Verdict {}

  /// Neither is shown yet.
  ///
  /// @param need what a doubling would take to be noticed
  record Undecided(Need need) implements Verdict {}

  /// Some that should report have fallen silent, which error counts alone would praise.
  record Silent() implements Verdict {}

  /// The word on the wire and in the database.
  default String word() {
    return switch (this) {
      case Healthy _ -> "healthy";
      case Degraded _ -> "degraded";
      case Undecided _ -> "undecided";
      case Silent _ -> "silent";
    };
  }
}

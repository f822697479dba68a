package dev.suture.watch;

import dev.suture.deploy.Deployment;
import java.time.Instant;
import java.util.List;

/// A deployment under watch: what was counted since, and what it says.
///
/// @param until when the watch closes; what came later is not looked at
/// @param baseline what ran in the environment before
/// @param points one for each stretch since the deployment, oldest first
public record Watch(
    Deployment deployment,
    Instant until,
    Baseline baseline,
    Judgement judgement,
    List<Point> points) {

  /// One stretch of time, with the evidence after it.
  ///
  /// @param errors sessions of the release that crashed or met an error nobody caught
  /// @param sessions of the release
  /// @param besideErrors the same of the releases that ran beside it
  /// @param besideSessions of the releases that ran beside it
  /// @param logE logarithm of the e-value so far
  public record Point(
      Instant at,
      long errors,
      long sessions,
      long besideErrors,
      long besideSessions,
      double logE) {}
}

package dev.suture.watch;

import dev.suture.deploy.Deployment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deployment under watch: what was counted since, and what it says.
///
/// @param until when the watch closes; what came later is not looked at
/// @param counted what was counted
/// @param baseline what ran in the environment before
/// @param points one for each stretch since the deployment, oldest first
public record Watch(
    Deployment deployment,
    Instant until,
    Counted counted,
    Baseline baseline,
    Judgement judgement,
    List<Point> points) {

  /// @param over what errors are counted over: `session` or `minute`
  /// @param fixed id of the issue that it is to end; null when it is no hotfix of one
  /// @param hosts that owe heartbeats and those that are there; null when none sends any
  public record Counted(String over, @Nullable String fixed, @Nullable Hosts hosts) {}

  /// @param due hosts that owe a heartbeat
  /// @param live those of them that are alive
  public record Hosts(int due, int live) {}

  /// One stretch of time, with the evidence after it.
  ///
  /// @param errors sessions of the release that crashed or met an error nobody caught; events where
  ///   they are counted over minutes
  /// @param sessions of the release; minutes, weighed by what the hour usually brings, where they
  ///   are counted over those
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

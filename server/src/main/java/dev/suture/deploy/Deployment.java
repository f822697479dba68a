package dev.suture.deploy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A release put into an environment.
///
/// @param project slug
/// @param release the version's name, as events carry it
/// @param commit full commit id; null when the caller does not know it
public record Deployment(
    long id,
    String project,
    String environment,
    String release,
    @Nullable String commit,
    Kind kind,
    Instant at) {

  /// What a deployment was made for.
  public enum Kind {
    normal,
    hotfix,
    rollback
  }
}

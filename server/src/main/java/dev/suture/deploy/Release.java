package dev.suture.deploy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a project that a build announced.
///
/// @param project slug
/// @param version its name, as events carry it
/// @param commit full id of its newest commit; null while nobody said
/// @param released when it was finalized; null until then
public record Release(
    String project,
    String version,
    @Nullable String commit,
    Instant created,
    @Nullable Instant released) {

  /// The same release with other commits, or with none.
  public Release withCommit(@Nullable String head) {
    return new Release(project, version, head, created, released);
  }

  public Release released(Instant at) {
    return new Release(project, version, commit, created, at);
  }
}

package dev.suture.deploy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A release put into an environment.
///
/// @param project slug
/// @param release the version's name, as events carry it
/// @param commit full commit id; null when the caller does not know it
/// @param at when it was done
/// @param started when it was begun; null when that was not said
/// @param stage of a rollout: a ring, or a share of the traffic; null for everyone at once
/// @param source what told of it, a word of ours: `api`, `github`; null for a call of ours
/// @param key what the source calls it: told twice, it is kept once; null when it has no name
/// @param link a page of the source about it
public record Deployment(
    long id,
    String project,
    String environment,
    String release,
    @Nullable String commit,
    Kind kind,
    Instant at,
    @Nullable Instant started,
    @Nullable String stage,
    @Nullable String source,
    @Nullable String key,
    @Nullable String link) {

  public Deployment(
      long id,
      String project,
      String environment,
      String release,
      @Nullable String commit,
      Kind kind,
      Instant at) {
    this(id, project, environment, release, commit, kind, at, null, null, null, null, null);
  }

  /// The same, as it is kept.
  public Deployment withId(long kept) {
    return new Deployment(
        kept, project, environment, release, commit, kind, at, started, stage, source, key, link);
  }

  public Deployment with(Kind derived) {
    return new Deployment(
        id, project, environment, release, commit, derived, at, started, stage, source, key, link);
  }

  /// What a deployment was made for.
  public enum Kind {
    normal,
    hotfix,
    rollback
  }
}

package dev.suture.dora;

import dev.suture.deploy.Deployment.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A deployment as another tool tells of it, before it is checked against what is known.
///
/// @param release null when only the commit is known
/// @param kind null when the tool does not say
/// @param at when it was done; null for now
/// @param key what the tool calls it
/// @param ref the branch or tag that it was made from
public record Told(
    String environment,
    @Nullable String release,
    @Nullable String commit,
    @Nullable Kind kind,
    @Nullable String stage,
    @Nullable Instant started,
    @Nullable Instant at,
    String source,
    @Nullable String key,
    @Nullable String link,
    @Nullable String ref) {}

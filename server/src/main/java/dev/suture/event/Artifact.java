package dev.suture.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An uploaded source map.
///
/// @param debugId lower-case UUID; null when the map is found by release and URL
/// @param release the release it was uploaded for; null when only the debug id counts
/// @param url of the built file, `~/assets/app.js` for any host
/// @param bytes length of the map as stored, uncompressed
public record Artifact(
    long project,
    @Nullable String debugId,
    @Nullable String release,
    @Nullable String url,
    long bytes,
    Instant uploaded,
    String blob) {}

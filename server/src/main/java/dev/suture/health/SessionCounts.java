package dev.suture.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Sessions that a server counted by itself, of one stretch of time.
///
/// @param started when they began, on the server's clock
/// @param user the one that all of them belong to, as sent; null when they are not told apart
public record SessionCounts(Instant started, @Nullable String user, Tally tally, Place place) {}

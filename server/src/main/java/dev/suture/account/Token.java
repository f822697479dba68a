package dev.suture.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A secret that programs sign in by.
///
/// @param hint how it begins and ends, to tell it from others
/// @param account that it acts for; null for a token of projects
/// @param projects ids, of a token without an account
/// @param maker the actor who made it
/// @param expires null for never
/// @param seen when it was last used, to five minutes; null for never
public record Token(
    long id,
    String hint,
    String name,
    @Nullable Long account,
    List<Long> projects,
    Set<Scope> scopes,
    String maker,
    Instant created,
    @Nullable Instant expires,
    @Nullable Instant seen) {
  static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  public boolean isOver(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}

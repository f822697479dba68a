package dev.suture.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address that is opened once: it makes an account, or sets a password anew.
///
/// @param email whom it is for; null when whoever has it may say
/// @param role of the account that it makes
/// @param team that the new account joins
/// @param account whose password it sets
/// @param maker the actor who made it
public record Link(
    long id,
    Kind kind,
    @Nullable String email,
    @Nullable Role role,
    @Nullable Long team,
    @Nullable Long account,
    String maker,
    Instant created,
    Instant expires) {

  public enum Kind {
    /// Makes the first account, an owner.
    first(Duration.ofHours(1)),
    invitation(Duration.ofDays(7)),
    /// Sets the password of an account.
    password(Duration.ofHours(24));

    private final Duration life;

    Kind(Duration life) {
      this.life = life;
    }

    public Duration life() {
      return life;
    }
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expires);
  }
}

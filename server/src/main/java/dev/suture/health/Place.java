package dev.suture.health;

import org.jspecify.annotations.Nullable;

/// Where a session ran.
///
/// @param release the version's name, as events carry it
/// @param environment empty when the sender names none
public record Place(String release, String environment) {
  public static Place of(String release, @Nullable String environment) {
    return new Place(release, environment == null ? "" : environment);
  }
}

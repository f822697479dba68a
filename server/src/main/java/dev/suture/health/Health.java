package dev.suture.health;

import dev.suture.health.HealthStore.ReleaseHealth;
import org.jspecify.annotations.Nullable;

/// How well a release runs, in figures. A rate is null where there is nothing to take it of.
///
/// @param crashFreeSessions share of the sessions that did not crash, 0 to 1
/// @param crashFreeUsers share of the users who met no crash, 0 to 1
/// @param adoption share that the release has of the last day's sessions, 0 to 1
/// @param trend by how much the share of crash-free sessions changed against the stretch before
public record Health(
    Tally sessions,
    long users,
    long crashedUsers,
    @Nullable Double crashFreeSessions,
    @Nullable Double crashFreeUsers,
    @Nullable Double adoption,
    @Nullable Double trend) {

  /// @param before the same release in the stretch before; null when it had no session then
  /// @param lastDay sessions of this release in the last day
  /// @param lastDayOfAll sessions of every release in the last day
  public static Health of(
      ReleaseHealth now, @Nullable ReleaseHealth before, long lastDay, long lastDayOfAll) {
    boolean any = now.tally().sessions() > 0;
    Double rate = any ? Double.valueOf(now.tally().crashFree()) : null;
    return new Health(
        now.tally(),
        now.users(),
        now.crashedUsers(),
        rate,
        now.users() > 0 ? Double.valueOf(now.crashFreeUsers()) : null,
        lastDayOfAll > 0 ? Double.valueOf(Math.clamp((double) lastDay / lastDayOfAll, 0, 1)) : null,
        any && before != null && before.tally().sessions() > 0
            ? Double.valueOf(now.tally().crashFree() - before.tally().crashFree())
            : null);
  }
}

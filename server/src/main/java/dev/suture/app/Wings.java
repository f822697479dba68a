package dev.suture.app;

import dev.suture.alert.Tallies;
import dev.suture.git.NativeGit;
import dev.suture.hotfix.HotfixStore;
import dev.suture.http.Api;
import dev.suture.store.Database;
import java.time.InstantSource;
import java.util.List;

/// All wings, in the order of the loop.
final class Wings {
  private Wings() {}

  /// What every wing may stand on.
  record Base(
      Config config,
      Database database,
      Api.Rooms rooms,
      HotfixStore hotfixes,
      NativeGit git,
      Tallies tallies,
      InstantSource clock) {}

  static List<Wing> of(Base base) {
    ReproWing repro = ReproWing.of(base);
    WatchWing watch = WatchWing.of(base);
    ShipWing ship = ShipWing.of(base, repro, watch.watching());
    return List.of(
        repro.wing(),
        watch.wing(),
        ship.wing(),
        DiffWing.of(base, repro.oracle()),
        DoraWing.of(base, watch.watching(), ship.questions()),
        CauseWing.of(base),
        AlertWing.of(base, watch.watching()),
        LineWing.of(base),
        BackportWing.of(base, repro.vetting()),
        TaskWing.of(base));
  }
}

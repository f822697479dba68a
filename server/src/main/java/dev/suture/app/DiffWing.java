package dev.suture.app;

import dev.suture.diff.Narrowings;
import dev.suture.diff.Oracle;
import dev.suture.git.PartialCommits;
import dev.suture.http.DiffApi;
import dev.suture.store.SqlNarrowings;
import java.util.List;

/// What a hotfix changes, and which of it the fix can do without.
final class DiffWing {
  private DiffWing() {}

  static Wing of(Wings.Base base, Oracle oracle) {
    Narrowings narrowings =
        new Narrowings(
            new Narrowings.Sources(
                base.rooms().projects(),
                base.hotfixes(),
                new SqlNarrowings(base.database()),
                new PartialCommits(base.git()),
                oracle),
            base.clock());
    narrowings.resume();
    return new Wing(DiffApi.routes(base.rooms(), narrowings), List.of(), List.of(narrowings));
  }
}

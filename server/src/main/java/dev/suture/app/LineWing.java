package dev.suture.app;

import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.LinesOfProject;
import dev.suture.hotfix.OutsideFixes;
import dev.suture.hotfix.ReleaseGuard;
import dev.suture.http.LineApi;
import dev.suture.store.SqlAudit;
import dev.suture.store.SqlExemptions;
import java.time.Duration;
import java.util.List;

/// Lines of development: which there are, what they owe, and what came into them from outside.
final class LineWing {
  private static final Duration LOOK = Duration.ofMinutes(5);

  private LineWing() {}

  static Wing of(Wings.Base base) {
    Hotfixes.Sources sources = sources(base);
    LineApi.Rooms rooms =
        new LineApi.Rooms(
            sources,
            base.rooms().hotfixes(),
            new LinesOfProject(base.rooms().deployments(), base.git(), base.clock()),
            new ReleaseGuard(sources, base.git(), base.clock()),
            new SqlAudit(base.database()),
            base.clock());
    OutsideFixes outside = new OutsideFixes(sources, base.git(), base.clock());
    return new Wing(
        LineApi.routes(rooms),
        List.of(),
        List.of(Ticker.every(LOOK, "outside fixes", outside::look)));
  }

  static Hotfixes.Sources sources(Wings.Base base) {
    return new Hotfixes.Sources(
        base.rooms().projects(),
        base.rooms().issues(),
        base.rooms().deployments(),
        base.hotfixes(),
        new SqlExemptions(base.database()));
  }
}

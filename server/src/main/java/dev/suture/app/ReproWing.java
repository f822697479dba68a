package dev.suture.app;

import dev.suture.browser.BrowserRig;
import dev.suture.carry.Vetting;
import dev.suture.diff.Oracle;
import dev.suture.http.Api;
import dev.suture.http.ProofApi;
import dev.suture.http.ReproductionApi;
import dev.suture.http.Route;
import dev.suture.mcp.CheckHotfix;
import dev.suture.mcp.GetReproduction;
import dev.suture.repro.Proofs;
import dev.suture.repro.Reproductions;
import dev.suture.repro.Seal;
import dev.suture.repro.export.Exports;
import dev.suture.repro.minimal.Minimals;
import dev.suture.sandbox.Sandbox;
import dev.suture.sandbox.SandboxedApplications;
import dev.suture.sourcemap.BuiltStacks;
import dev.suture.store.SqlMinimals;
import dev.suture.store.SqlProofs;
import dev.suture.store.SqlSecrets;
import java.util.ArrayList;
import java.util.List;

/// Reproductions and proofs, run in Chromium against applications in a sandbox.
///
/// @param proofs what the gate of a ship asks as well
/// @param oracle what the smallest diff asks
/// @param vetting what a backport has to pass
record ReproWing(Wing wing, Proofs proofs, Oracle oracle, Vetting vetting) {

  static ReproWing of(Wings.Base base) {
    SandboxConfig config = base.config().sandbox();
    Sandbox sandbox = new Sandbox(config.mode(), config.buildNetwork());
    SandboxedApplications applications =
        new SandboxedApplications(
            base.config().data().resolve("builds"), base.git(), sandbox, base.clock());
    BrowserRig rig =
        new BrowserRig(
            applications,
            new BuiltStacks(),
            base.config().data().resolve("browser"),
            System.getenv(),
            base.clock());
    SqlProofs store = new SqlProofs(base.database());
    Api.Rooms rooms = base.rooms();
    Reproductions reproductions =
        new Reproductions(
            new Reproductions.Sources(
                rooms.issues(),
                rooms.captures(),
                rooms.blobs(),
                rooms.deployments(),
                rooms.repository()),
            rig,
            store,
            base.clock());
    Proofs proofs =
        new Proofs(
            new Proofs.Sources(rooms.projects(), reproductions, rooms.blobs()),
            new Proofs.Means(
                rig, applications, store, new Seal(new SqlSecrets(base.database()).of("proof"))),
            base.clock());
    Minimals minimals =
        new Minimals(
            rooms.projects(), reproductions, rig, new SqlMinimals(base.database()), base.clock());
    minimals.resume();
    Exports exports = new Exports(rooms.repository(), reproductions, minimals);
    List<Route> routes =
        new ArrayList<>(ReproductionApi.routes(rooms, reproductions, minimals, exports));
    routes.addAll(ProofApi.routes(rooms, proofs));
    return new ReproWing(
        new Wing(
            routes,
            List.of(
                new GetReproduction(rooms.issues(), rooms.projects(), reproductions, minimals),
                new CheckHotfix(rooms.hotfixes(), proofs)),
            List.of(sandbox, rig, minimals)),
        proofs,
        new FixOracle(reproductions, rig, applications),
        new ResultVetting(base.git(), reproductions, rig, applications));
  }
}

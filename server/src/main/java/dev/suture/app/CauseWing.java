package dev.suture.app;

import dev.suture.cause.Evidence;
import dev.suture.cause.Origin;
import dev.suture.cause.chain.Causes;
import dev.suture.git.GitSources;
import dev.suture.http.Api;
import dev.suture.http.CauseApi;
import dev.suture.syntax.TreeSitterParser;

/// Why an issue fails.
final class CauseWing {
  private CauseWing() {}

  static Wing of(Wings.Base base) {
    Api.Rooms rooms = base.rooms();
    Causes causes =
        new Causes(
            new Evidence(rooms.issues(), rooms.captures(), rooms.blobs()),
            new Origin(
                rooms.projects(),
                rooms.deployments(),
                rooms.repository(),
                base.hotfixes(),
                rooms.lives().trust()),
            new GitSources(base.git()),
            new TreeSitterParser());
    return Wing.of(CauseApi.routes(causes));
  }
}

package dev.suture.app;

import dev.suture.event.upload.Assembly;
import dev.suture.http.Api;
import dev.suture.http.Route;
import dev.suture.http.SentryCli;
import dev.suture.sentry.ArtifactBundle;
import dev.suture.store.ChunkFiles;
import dev.suture.store.Database;
import dev.suture.store.SqlReleases;
import java.time.InstantSource;
import java.util.List;

/// What `sentry-cli` and the bundler plugins call, over the rooms of the operator's own API.
public final class SentryCliRoutes {
  private SentryCliRoutes() {}

  public static List<Route> of(
      Api.Rooms rooms, Database database, ChunkFiles chunks, InstantSource clock) {
    Assembly uploads =
        new Assembly(
            chunks,
            new ArtifactBundle(ArtifactBundle.Limits.USUAL),
            rooms.sourceMaps(),
            rooms.artifacts(),
            clock);
    return SentryCli.routes(
        new SentryCli.Rooms(
            rooms.projects(),
            new SqlReleases(database),
            rooms.deployments(),
            rooms.repository(),
            uploads),
        clock);
  }
}

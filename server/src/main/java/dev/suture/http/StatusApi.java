package dev.suture.http;

import dev.suture.ingest.OutcomeStore;
import dev.suture.ingest.Queue;
import java.time.Duration;
import java.util.List;

/// How the server is doing: what waits to be digested, and how everything that arrived ended.
final class StatusApi {
  private final Api.Rooms rooms;
  private final String version;

  StatusApi(Api.Rooms rooms, String version) {
    this.rooms = rooms;
    this.version = version;
  }

  List<Route> routes() {
    return List.of(Api.operator("GET", "/status", this::status));
  }

  private Answer status(Call call) {
    Queue.Backlog backlog = rooms.queue().backlog();
    return Answer.json(
        200,
        new Status(
            version,
            new Backlog(backlog.arrivals(), backlog.bytes(), seconds(backlog.oldest())),
            rooms.outcomes().tallies().stream()
                .filter(tally -> call.principal().reach().has(tally.project()))
                .toList()));
  }

  private static double seconds(Duration age) {
    return age.toMillis() / 1000.0;
  }

  record Status(String version, Backlog backlog, List<OutcomeStore.Tally> outcomes) {}

  record Backlog(long arrivals, long bytes, double oldestSeconds) {}
}

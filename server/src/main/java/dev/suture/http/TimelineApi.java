package dev.suture.http;

import dev.suture.dora.History;
import dev.suture.dora.Outcomes;
import dev.suture.health.HealthStore.Bucket;
import dev.suture.health.HealthStore.Window;
import dev.suture.health.Tally;
import dev.suture.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was deployed into an environment of one project, and how its sessions went meanwhile.
final class TimelineApi {
  private static final int MOST_POINTS = 360;

  private final DoraApi.Rooms rooms;
  private final InstantSource clock;

  TimelineApi(DoraApi.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(Api.operator("GET", "/projects/{slug}/timeline", this::timeline));
  }

  private Answer timeline(Call call) {
    Project project = rooms.api().project(call.param("slug"));
    DoraQuery query = DoraQuery.of(call, rooms, clock.instant());
    dev.suture.dora.Window window = query.window();
    History history = rooms.gathering().of(project.slug(), query.environment(), clock.instant());
    List<DoraApi.Judged> deployments =
        Outcomes.of(history).stream()
            .filter(each -> !each.delivery().at().isBefore(window.from()))
            .filter(each -> each.delivery().at().isBefore(window.to()))
            .map(DoraApi.Judged::of)
            .toList()
            .reversed();
    return Answer.json(
        200,
        new Timeline(
            project.slug(),
            query.environment(),
            rooms.gathering().environments(project.slug()),
            window.from(),
            window.to(),
            deployments,
            rates(project, query)));
  }

  private List<RatePoint> rates(Project project, DoraQuery query) {
    Instant from = query.window().from().truncatedTo(ChronoUnit.HOURS);
    Instant to = query.window().to();
    long hours = Math.max(1, Duration.between(from, to).toHours());
    long step = Math.max(1, (hours + MOST_POINTS - 1) / MOST_POINTS);
    Map<Instant, Tally> pieces = new TreeMap<>();
    for (Bucket bucket :
        rooms
            .api()
            .running()
            .health()
            .series(new Window(project.id(), from, to), null, query.environment())) {
      long piece = Duration.between(from, bucket.from()).toHours() / step;
      Instant at = from.plus(Duration.ofHours(piece * step));
      pieces.merge(at, bucket.tally(), Tally::plus);
    }
    return pieces.entrySet().stream()
        .map(
            each ->
                new RatePoint(
                    each.getKey(),
                    each.getValue().sessions(),
                    each.getValue().crashed() + each.getValue().unhandled()))
        .toList();
  }

  /// @param deployments newest first
  /// @param rates oldest first, without the stretches in which nothing ran
  record Timeline(
      String project,
      String environment,
      List<String> environments,
      Instant from,
      Instant to,
      List<DoraApi.Judged> deployments,
      List<RatePoint> rates) {}

  record RatePoint(Instant at, long sessions, long failed) {}
}

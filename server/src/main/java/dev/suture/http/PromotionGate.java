package dev.suture.http;

import dev.suture.account.Scope;
import dev.suture.deploy.Deployment;
import dev.suture.deploy.Live;
import dev.suture.project.Project;
import dev.suture.ship.Lookout;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// May a release get more traffic? For plain curl: 200 yes, 425 not shown yet, 409 no. With
/// `?as=metric` always 200 with the number 1, 0 or -1, for whatever reads a metric.
public final class PromotionGate {
  private static final int LOOKED_THROUGH = 1_000;

  private final Api.Rooms rooms;
  private final Lookout lookout;
  private final InstantSource clock;

  private PromotionGate(Api.Rooms rooms, Lookout lookout, InstantSource clock) {
    this.rooms = rooms;
    this.lookout = lookout;
    this.clock = clock;
  }

  public static List<Route> routes(Api.Rooms rooms, Lookout lookout, InstantSource clock) {
    PromotionGate gate = new PromotionGate(rooms, lookout, clock);
    return List.of(
        Api.operator("GET", "/projects/{slug}/gate", gate::answer)
            .needing(Scope.failureRead, Scope.releaseWrite));
  }

  private Answer answer(Call call) {
    Project project = rooms.project(call.param("slug"));
    Lookout.Seen seen = seen(project, call);
    boolean asMetric = call.query("as").filter("metric"::equals).isPresent();
    GateAnswer told =
        new GateAnswer(
            seen.word().name(),
            switch (seen.word()) {
              case promote -> 1;
              case hold -> 0;
              case halt -> -1;
            },
            seen.says());
    return Answer.json(asMetric ? 200 : status(seen.word()), told);
  }

  private Lookout.Seen seen(Project project, Call call) {
    String environment = call.query("environment").orElse(Live.ENVIRONMENT);
    Optional<String> release = call.query("release").filter(text -> !text.isEmpty());
    Optional<Deployment> deployment =
        rooms.deployments().all(project.slug(), LOOKED_THROUGH).stream()
            .filter(each -> each.environment().equals(environment))
            .filter(each -> release.isEmpty() || release.get().equals(each.release()))
            .findFirst();
    return deployment
        .map(found -> lookout.look(project, found, clock.instant()))
        .orElseGet(
            () -> new Lookout.Seen(Lookout.Word.hold, "No deployment of this was recorded."));
  }

  private static int status(Lookout.Word word) {
    return switch (word) {
      case promote -> 200;
      case hold -> 425;
      case halt -> 409;
    };
  }

  /// @param value 1 to promote, 0 to wait, -1 to halt
  record GateAnswer(String verdict, int value, String says) {}
}

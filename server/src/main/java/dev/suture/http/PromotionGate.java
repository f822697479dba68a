package dev.suture.http;

import dev.suture.account.Scope;
import dev.suture.deploy.Live;
import dev.suture.project.Project;
import dev.suture.ship.Lookout;
import dev.suture.ship.Rollouts;
import java.util.List;

/// May a release get more traffic? For plain curl: 200 yes, 425 not shown yet, 409 no. With
/// `?as=metric` always 200 with the number 1, 0 or -1, for whatever reads a metric.
public final class PromotionGate {
  private final Api.Rooms rooms;
  private final Rollouts rollouts;

  private PromotionGate(Api.Rooms rooms, Rollouts rollouts) {
    this.rooms = rooms;
    this.rollouts = rollouts;
  }

  public static List<Route> routes(Api.Rooms rooms, Rollouts rollouts) {
    PromotionGate gate = new PromotionGate(rooms, rollouts);
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
    return rollouts.mayGrow(
        new Rollouts.Wanted(
            project,
            call.query("environment").orElse(Live.ENVIRONMENT),
            call.query("release").filter(text -> !text.isEmpty()).orElse(null),
            null));
  }

  static int status(Lookout.Word word) {
    return switch (word) {
      case promote -> 200;
      case hold -> 425;
      case halt -> 409;
    };
  }

  /// @param value 1 to promote, 0 to wait, -1 to halt
  record GateAnswer(String verdict, int value, String says) {}
}

package dev.suture.http;

import dev.suture.deploy.Deployment;
import dev.suture.project.Project;
import dev.suture.watch.Judge;
import dev.suture.watch.Need;
import dev.suture.watch.Verdict;
import dev.suture.watch.Watch;
import dev.suture.watch.Watching;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a deployment did to the live error rate.
public final class WatchApi {
  private static final int LOOKED_THROUGH = 1_000;

  private final Api.Rooms rooms;
  private final InstantSource clock;
  private final Watching watching;

  private WatchApi(Api.Rooms rooms, Watching watching, InstantSource clock) {
    this.rooms = rooms;
    this.watching = watching;
    this.clock = clock;
  }

  public static List<Route> routes(Api.Rooms rooms, Watching watching, InstantSource clock) {
    WatchApi api = new WatchApi(rooms, watching, clock);
    return List.of(Api.operator("GET", "/projects/{slug}/deployments/{id}/watch", api::watch));
  }

  private Answer watch(Call call) {
    Project project = rooms.project(call.param("slug"));
    String id = call.param("id");
    Deployment deployment =
        rooms.deployments().all(project.slug(), LOOKED_THROUGH).stream()
            .filter(each -> Long.toString(each.id()).equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("This project has no deployment with this id."));
    Instant now = clock.instant();
    return Answer.json(
        200,
        watching
            .of(project.id(), deployment, now)
            .map(watch -> DeploymentWatch.of(watch, now))
            .orElseGet(() -> DeploymentWatch.nothing(deployment, now)));
  }

  /// @param open whether it goes on
  /// @param missing what to do so that there is something to compare; null when there is
  /// @param issues ids of those to blame, the surest first
  /// @param ratio new rate over old rate; null while nothing was expected
  /// @param evidence e-value against "the rate has not risen", as its logarithm
  /// @param alarmAt the logarithm at which it alarms
  /// @param over what errors are counted over: `session` or `minute`
  /// @param silence e-value against "all that should report do", as its logarithm
  /// @param silentAt the logarithm at which it is called silent
  /// @param fixed the issue that it is to end; null when it is no hotfix of one
  /// @param hosts that owe heartbeats; null when none sends any
  /// @param promotion e-value against "the rate has doubled or worse", as its logarithm
  /// @param promoteAt the logarithm at which more traffic is safe
  /// @param need what a doubling would take to be noticed from here on; null when it is settled, or
  ///   nothing is known of before
  record DeploymentWatch(
      Deployment deployment,
      Instant until,
      boolean open,
      String verdict,
      @Nullable String missing,
      String over,
      List<String> issues,
      @Nullable Double ratio,
      double evidence,
      double alarmAt,
      double promotion,
      double promoteAt,
      double silence,
      double silentAt,
      @Nullable Fixed fixed,
      Watch.@Nullable Hosts hosts,
      @Nullable Before before,
      @Nullable Need need,
      List<Watch.Point> points) {

    static DeploymentWatch of(Watch watch, Instant now) {
      var judgement = watch.judgement();
      double ratio = judgement.ratio();
      return new DeploymentWatch(
          watch.deployment(),
          watch.until(),
          now.isBefore(watch.until()),
          judgement.verdict().word(),
          null,
          watch.counted().over(),
          judgement.verdict() instanceof Verdict.Degraded(List<String> issues) ? issues : List.of(),
          Double.isNaN(ratio) ? null : ratio,
          judgement.logE(),
          Math.log(1 / Judge.USUAL.alpha()),
          judgement.logPromotion(),
          Math.log(1 / Judge.USUAL.promotion().beta()),
          judgement.silence(),
          Math.log(1 / Judge.USUAL.silenceAlpha()),
          watch.counted().fixed() == null || Double.isNaN(judgement.gone())
              ? null
              : new Fixed(watch.counted().fixed(), judgement.gone()),
          watch.counted().hosts(),
          new Before(watch.baseline().errors(), (long) watch.baseline().exposure()),
          watch.baseline().exposure() >= 1
                  && judgement.verdict() instanceof Verdict.Undecided(Need need)
              ? need
              : null,
          watch.points());
    }

    static DeploymentWatch nothing(Deployment deployment, Instant now) {
      Instant until = deployment.at().plus(Watching.LENGTH);
      return new DeploymentWatch(
          deployment,
          until,
          now.isBefore(until),
          "undecided",
          "Neither sessions nor errors were reported both before this deployment and since: switch"
              + " session tracking on in the SDK.",
          "session",
          List.of(),
          null,
          0,
          Math.log(1 / Judge.USUAL.alpha()),
          0,
          Math.log(1 / Judge.USUAL.promotion().beta()),
          0,
          Math.log(1 / Judge.USUAL.silenceAlpha()),
          null,
          null,
          null,
          null,
          List.of());
    }
  }

  /// @param gone confidence that it no longer happens, 0 to 1
  record Fixed(String issue, double gone) {}

  /// What ran before.
  record Before(long errors, long sessions) {}
}

package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.watch.Need;
import dev.suture.watch.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the API answers about a watch, for the golden sample.
final class WatchSamples {
  private WatchSamples() {}

  static Map<String, Object> answers() {
    return Map.of(
        "DeploymentWatch",
        new WatchApi.DeploymentWatch(
            Bodies.live(),
            Bodies.live().at().plus(Duration.ofHours(24)),
            true,
            "undecided",
            null,
            "session",
            List.of(),
            1.5,
            0.25,
            4.5,
            1.75,
            3.0,
            0.5,
            5.25,
            new WatchApi.Fixed("shop-1", 0.75),
            new Watch.Hosts(10, 9),
            new WatchApi.Before(120, 60_000),
            new Need(28.5, 7125.0, 95.0),
            List.of(new Watch.Point(Bodies.AT, 1, 400, 2, 1_200, 0.25))));
  }
}

package dev.suture.http;

import dev.suture.account.Scope;
import dev.suture.deploy.Live;
import dev.suture.project.Project;
import dev.suture.watch.Heartbeats;
import dev.suture.watch.Heartbeats.Host;
import dev.suture.watch.Heartbeats.Place;
import dev.suture.watch.Watch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hosts that say that they are there. It takes a token: whoever only knows the public key of a
/// project must not be able to stop its rollouts with hosts that he made up.
public final class HeartbeatApi {
  private static final int LEAST_SECONDS = 5;
  private static final int MOST_SECONDS = 300;
  private static final int USUAL_SECONDS = 10;

  private final Api.Rooms rooms;
  private final Heartbeats heartbeats;
  private final InstantSource clock;

  private HeartbeatApi(Api.Rooms rooms, Heartbeats heartbeats, InstantSource clock) {
    this.rooms = rooms;
    this.heartbeats = heartbeats;
    this.clock = clock;
  }

  public static List<Route> routes(Api.Rooms rooms, Heartbeats heartbeats, InstantSource clock) {
    HeartbeatApi api = new HeartbeatApi(rooms, heartbeats, clock);
    return List.of(
        Api.operator("GET", "/projects/{slug}/heartbeats", api::list),
        Api.operator("POST", "/projects/{slug}/heartbeats", api::beat).needing(Scope.releaseWrite));
  }

  private Answer beat(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    Beat beat = call.json(Beat.class);
    int every = beat.every() == null ? USUAL_SECONDS : beat.every();
    if (beat.host() == null || every < LEAST_SECONDS || every > MOST_SECONDS) {
      throw Refusal.invalid(
          "A heartbeat has a host, and comes every 5 to 300 seconds.",
          "Send {\"host\": \"web-3\", \"release\": \"shop@1.4.1\", \"every\": 10}.");
    }
    String host = DeploymentApi.word(beat.host());
    String environment =
        DeploymentApi.word(beat.environment() == null ? Live.ENVIRONMENT : beat.environment());
    Place place = new Place(project.id(), environment);
    if (Boolean.TRUE.equals(beat.leaving())) {
      heartbeats.leave(place, host);
      return Answer.json(200, view(place));
    }
    String release = beat.release() == null ? "" : DeploymentApi.word(beat.release());
    Instant now = clock.instant();
    if (!heartbeats.beat(place, new Host(host, release, Duration.ofSeconds(every), now, now))) {
      throw new Refusal(
          409,
          "conflict",
          "This environment has as many hosts as can be kept.",
          "Send the heartbeats of a group of hosts as one.");
    }
    return Answer.json(200, view(place));
  }

  private Answer list(Call call) {
    Project project = rooms.project(call.param("slug"));
    Instant now = clock.instant();
    return Answer.json(
        200,
        new HostList(
            heartbeats.environments(project.id()).stream()
                .flatMap(
                    environment ->
                        heartbeats.hosts(new Place(project.id(), environment)).stream()
                            .map(host -> HostView.of(environment, host, now)))
                .toList()));
  }

  private Counted view(Place place) {
    Watch.Hosts counted = heartbeats.counted(place, clock.instant());
    return new Counted(counted.due(), counted.live());
  }

  /// @param every seconds between two heartbeats; 10 when it is not said
  /// @param leaving true when the host is shut down on purpose
  record Beat(
      @Nullable String host,
      @Nullable String release,
      @Nullable String environment,
      @Nullable Integer every,
      @Nullable Boolean leaving) {}

  /// @param live of the known hosts of the environment
  record Counted(int hosts, int live) {}

  record HostList(List<HostView> hosts) {}

  record HostView(
      String environment, String host, @Nullable String release, Instant last, boolean live) {
    static HostView of(String environment, Host host, Instant now) {
      return new HostView(
          environment,
          host.name(),
          host.release().isEmpty() ? null : host.release(),
          host.last(),
          host.isLive(now));
    }
  }
}

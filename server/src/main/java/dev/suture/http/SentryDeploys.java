package dev.suture.http;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.Release;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deploys of a release, each recorded as a deployment of every project that has the release.
final class SentryDeploys {
  private static final int LOOK_BACK = 200;
  private static final String PATH = "/organizations/{organization}/releases/{version}/deploys";

  private final SentryCli.Rooms rooms;
  private final InstantSource clock;

  SentryDeploys(SentryCli.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        SentryCli.route("GET", PATH, this::list), SentryCli.route("POST", PATH, this::add));
  }

  private Answer list(Call call) {
    List<Deploy> deploys = new ArrayList<>();
    for (Release release : SentryReleases.known(rooms, call)) {
      for (Deployment deployment : rooms.deployments().all(release.project(), LOOK_BACK)) {
        if (deployment.release().equals(release.version())) {
          deploys.add(shown(deployment));
        }
      }
    }
    return Answer.json(200, deploys);
  }

  private Answer add(Call call) throws IOException {
    NewDeploy wanted = SentryCli.json(call, NewDeploy.class);
    if (wanted.environment() == null) {
      throw Refusal.invalid("A deploy has an environment.", "Add `-e production`.");
    }
    String environment = DeploymentApi.word(wanted.environment());
    List<Release> releases = SentryReleases.known(rooms, call);
    List<String> only =
        rooms.projects(call, wanted.projects()).stream().map(Project::slug).toList();
    List<Release> deployed =
        releases.stream()
            .filter(release -> only.isEmpty() || only.contains(release.project()))
            .toList();
    if (deployed.isEmpty()) {
      throw Refusal.invalid(
          "The release does not belong to this project.",
          "Announce it there with `sentry-cli releases new`.");
    }
    List<Deployment> added = new ArrayList<>();
    for (Release release : deployed) {
      added.add(
          rooms
              .deployments()
              .add(
                  new Deployment(
                      0,
                      release.project(),
                      environment,
                      release.version(),
                      release.commit(),
                      Deployment.Kind.normal,
                      wanted.dateFinished() == null
                          ? clock.instant()
                          : DeploymentApi.past(wanted.dateFinished(), clock))));
    }
    return Answer.json(201, shown(added.getFirst()));
  }

  private static Deploy shown(Deployment deployment) {
    return new Deploy(Long.toString(deployment.id()), deployment.environment(), deployment.at());
  }

  record NewDeploy(
      @Nullable String environment,
      @Nullable Instant dateFinished,
      @Nullable List<String> projects) {
    NewDeploy {
      projects = SentryCli.whole(projects);
    }
  }

  record Deploy(String id, String environment, Instant dateFinished) {}
}

package dev.suture.http;

import dev.suture.deploy.Deployment;
import dev.suture.dora.DerivedKind;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was put into which environment, told by a deploy script.
final class DeploymentApi {
  private static final int SHOWN = 100;
  private static final int LOOK_BACK = 2_000;
  private static final Duration SMALL_DRIFT = Duration.ofMinutes(5);

  private final Api.Rooms rooms;
  private final InstantSource clock;

  DeploymentApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects/{slug}/deployments", this::list),
        Api.operator("POST", "/projects/{slug}/deployments", this::add));
  }

  private Answer list(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(200, new Deployments(rooms.deployments().all(project.slug(), SHOWN)));
  }

  private Answer add(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    NewDeployment wanted = call.json(NewDeployment.class);
    String release = wanted.release() == null ? wanted.commit() : wanted.release();
    if (release == null) {
      throw Refusal.invalid(
          "A deployment has a release, a commit, or both.",
          "Send {\"release\": \"shop@1.4.0\", \"commit\": \"<id, tag or branch>\"}.");
    }
    Deployment deployment =
        new Deployment(
            0,
            project.slug(),
            word(wanted.environment() == null ? "production" : wanted.environment()),
            word(release),
            wanted.commit() == null
                ? null
                : CommitName.full(rooms.repository(), project, wanted.commit()),
            wanted.kind() == null ? Deployment.Kind.normal : wanted.kind(),
            wanted.at() == null ? clock.instant() : past(wanted.at(), clock),
            wanted.started() == null ? null : past(wanted.started(), clock),
            wanted.stage() == null ? null : word(wanted.stage()),
            "api",
            wanted.key() == null ? null : word(wanted.key()),
            null);
    Optional<Deployment> known =
        wanted.key() == null ? Optional.empty() : rooms.deployments().known(deployment);
    return known.isPresent()
        ? Answer.json(200, known.get())
        : Answer.json(201, rooms.deployments().add(ofKind(deployment, wanted)));
  }

  /// What it was made for is derived where the caller does not say.
  private Deployment ofKind(Deployment deployment, NewDeployment wanted) {
    return wanted.kind() != null
        ? deployment
        : deployment.with(
            DerivedKind.of(
                deployment,
                rooms.deployments().all(deployment.project(), LOOK_BACK),
                rooms.hotfixes().all(),
                wanted.commit()));
  }

  /// A time to come would keep every later deployment from being the newest.
  static Instant past(Instant at, InstantSource clock) {
    if (at.isBefore(Instant.EPOCH) || at.isAfter(clock.instant().plus(SMALL_DRIFT))) {
      throw Refusal.invalid(
          "This time lies in the future or before 1970; it is when something was done.",
          "Leave it out to record it as of now.");
    }
    return at;
  }

  static String word(String text) {
    boolean spoilt =
        text.codePoints()
            .anyMatch(
                each ->
                    Character.isISOControl(each) || Character.getType(each) == Character.SURROGATE);
    if (text.isBlank() || text.length() > 200 || spoilt) {
      throw Refusal.invalid("Environment and release are 1 to 200 characters on one line.", null);
    }
    return text;
  }

  record Deployments(List<Deployment> deployments) {}

  /// @param key a name of the caller's own: sent twice, it is recorded once
  record NewDeployment(
      @Nullable String environment,
      @Nullable String release,
      @Nullable String commit,
      Deployment.@Nullable Kind kind,
      @Nullable Instant at,
      @Nullable Instant started,
      @Nullable String stage,
      @Nullable String key) {}
}

package dev.suture.http;

import dev.suture.account.Secret;
import dev.suture.deploy.Live;
import dev.suture.dora.DeliveryStore;
import dev.suture.dora.Notice;
import dev.suture.dora.Recorder;
import dev.suture.dora.Recorder.Unfit;
import dev.suture.dora.Told;
import dev.suture.project.Project;
import dev.suture.ship.Lookout.Seen;
import dev.suture.ship.Lookout.Word;
import dev.suture.ship.Rollouts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The webhooks of a Flagger canary, one address for each of their types; Flagger goes on at any
/// answer of 2xx. It sends no headers of one's own, so the secret stands in the hook's metadata.
///
/// Source of the payload and of what the types mean: docs.flagger.app, "Webhooks".
public final class FlaggerHooks {
  /// Rooms that it asks and tells.
  public record Rooms(
      Api.Rooms api, DeliveryStore deliveries, Recorder recorder, Rollouts rollouts) {}

  private static final HookSecrets.Asked TOKEN =
      new HookSecrets.Asked(
          "This does not carry the project's secret.",
          "Make a secret in the project's settings and set it as metadata.token of the webhook.");

  private final Rooms rooms;
  private final InstantSource clock;

  private FlaggerHooks(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  public static List<Route> routes(Rooms rooms, InstantSource clock) {
    FlaggerHooks hooks = new FlaggerHooks(rooms, clock);
    return List.of(
        new Route("POST", "/hooks/{slug}/flagger/{type}", Route.Access.anyone, hooks::answer));
  }

  private Answer answer(Call call) throws IOException {
    Canary canary = call.json(Canary.class);
    Project project = project(call, canary);
    Rollouts.Wanted wanted =
        new Rollouts.Wanted(
            project,
            canary.told("environment").orElse(Live.ENVIRONMENT),
            canary.told("release").orElse(null),
            canary.told("commit").orElse(null));
    return switch (call.param("type")) {
      case "confirm-rollout" -> said(rooms.rollouts().mayBegin(wanted));
      case "pre-rollout" -> begun(wanted, canary);
      case "rollout" -> unlessHalted(rooms.rollouts().mayGrow(wanted));
      case "confirm-traffic-increase", "confirm-promotion" ->
          said(rooms.rollouts().mayGrow(wanted));
      case "rollback" -> back(rooms.rollouts().mayGrow(wanted));
      case "post-rollout", "event" -> ended(wanted, canary);
      default ->
          throw Refusal.notFound("Flagger has no webhook of this type that is answered here.");
    };
  }

  private Project project(Call call, Canary canary) {
    return new HookSecrets(rooms.api().projects(), rooms.deliveries())
        .project(
            call.param("slug"),
            secret -> canary.told("token").filter(given -> Secret.same(secret, given)).isPresent(),
            TOKEN);
  }

  private static Answer said(Seen seen) {
    return Answer.json(PromotionGate.status(seen.word()), Said.of(seen));
  }

  /// Each other answer counts as a failed check, which at Flagger's threshold is a rollback: only
  /// harm is one.
  private static Answer unlessHalted(Seen seen) {
    return Answer.json(seen.word() == Word.halt ? 409 : 200, Said.of(seen));
  }

  /// Here it is the other way round: 2xx is the word to go back.
  private static Answer back(Seen seen) {
    return Answer.json(seen.word() == Word.halt ? 200 : 425, Said.of(seen));
  }

  private Answer begun(Rollouts.Wanted wanted, Canary canary) {
    Seen seen = rooms.rollouts().mayBegin(wanted);
    if (seen.word() == Word.promote) {
      record(wanted, canary, "canary");
    }
    return said(seen);
  }

  private Answer ended(Rollouts.Wanted wanted, Canary canary) {
    switch (canary.phase() == null ? "" : canary.phase()) {
      case "Succeeded" -> record(wanted, canary, "everyone");
      case "Failed" ->
          rooms
              .recorder()
              .broken(
                  wanted.project(),
                  new Notice.Broken(
                      wanted.environment(),
                      wanted.release(),
                      canary.key(),
                      "flagger",
                      clock.instant()));
      default -> {}
    }
    return Answer.json(200, new Said("noted", "Thank you."));
  }

  private void record(Rollouts.Wanted wanted, Canary canary, String stage) {
    if (wanted.release() == null && wanted.commit() == null) {
      return;
    }
    Told told =
        new Told(
            wanted.environment(),
            wanted.release(),
            wanted.commit(),
            null,
            stage,
            null,
            null,
            "flagger",
            canary.key() + " " + stage,
            null,
            null);
    try {
      rooms.recorder().record(wanted.project(), told, clock.instant());
    } catch (Unfit unfit) {
      throw Refusal.invalid(String.valueOf(unfit.getMessage()), null);
    }
  }

  /// @param checksum of the canary's revision
  /// @param metadata as its webhook sets it; `token`, `release`, `commit` and `environment` are
  ///   read
  record Canary(
      @Nullable String name,
      @Nullable String namespace,
      @Nullable String phase,
      @Nullable String checksum,
      @Nullable Map<String, String> metadata) {
    Optional<String> told(String key) {
      return Optional.ofNullable(metadata).map(all -> all.get(key)).filter(text -> !text.isBlank());
    }

    String key() {
      return namespace + "/" + name + " " + checksum;
    }
  }

  /// @param says why, in words of ours
  record Said(String verdict, String says) {
    static Said of(Seen seen) {
      return new Said(seen.word().name(), seen.says());
    }
  }
}

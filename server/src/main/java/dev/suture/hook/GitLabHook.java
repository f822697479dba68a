package dev.suture.hook;

import dev.suture.dora.HookReader;
import dev.suture.dora.Notice;
import dev.suture.dora.Told;
import dev.suture.ship.Question;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// GitLab's deployment events, with the secret as `X-Gitlab-Token`.
public final class GitLabHook implements HookReader {
  static final String SOURCE = "gitlab";

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public boolean genuine(String secret, Sent sent) {
    return Signature.token(secret, sent, "X-Gitlab-Token");
  }

  @Override
  public List<Notice> read(Sent sent) throws NotUnderstood {
    JsonNode body = Payload.tree(sent.body());
    if (!Payload.need(body, "/object_kind").equals("deployment")) {
      return List.of(
          new Notice.Nothing("Of GitLab's events only those of deployments are heeded."));
    }
    String status = Payload.need(body, "/status");
    if (status.equals("blocked")) {
      return List.of(asked(body));
    }
    if (!status.equals("success")) {
      return List.of(
          new Notice.Nothing("Nothing is in production before a deployment's status is success."));
    }
    String ref = Payload.text(body, "/ref");
    String environment = sent.parameter("environment").orElse(null);
    return List.of(
        new Notice.Deployed(
            new Told(
                environment == null ? Payload.need(body, "/environment") : environment,
                Payload.version(ref),
                Payload.commit(Payload.text(body, "/commit_url")),
                null,
                null,
                null,
                Payload.time(body, "/status_changed_at"),
                SOURCE,
                Payload.need(body, "/deployment_id"),
                Payload.text(body, "/deployable_url"),
                ref)));
  }

  /// A deployment to a protected environment that waits for its approval.
  private static Notice asked(JsonNode body) throws NotUnderstood {
    String commit = Payload.commit(Payload.text(body, "/commit_url"));
    if (commit == null) {
      throw new NotUnderstood("The field commit_url names no full commit id.");
    }
    long deployment = Payload.number(body, "/deployment_id");
    return new Notice.Asks(
        new Question.Asked(
            SOURCE,
            Long.toString(deployment),
            Payload.need(body, "/environment"),
            commit,
            Map.of("deployment", deployment)));
  }

  /// @param deployment as the API has it
  /// @param environment to use instead of its own; null for its own
  static Told told(JsonNode deployment, @Nullable String environment) throws NotUnderstood {
    String ref = Payload.text(deployment, "/ref");
    return new Told(
        environment == null ? Payload.need(deployment, "/environment/name") : environment,
        Payload.version(ref),
        Payload.need(deployment, "/sha"),
        null,
        null,
        Payload.time(deployment, "/deployable/started_at", "/created_at"),
        Payload.time(deployment, "/finished_at", "/deployable/finished_at", "/updated_at"),
        SOURCE,
        Payload.need(deployment, "/id"),
        Payload.text(deployment, "/deployable/web_url"),
        ref);
  }
}

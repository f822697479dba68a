package dev.suture.hook;

import dev.suture.deploy.Deployment.Kind;
import dev.suture.dora.HookReader;
import dev.suture.dora.Notice;
import dev.suture.dora.Told;
import dev.suture.ship.Question;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// GitHub's `deployment_status` and `deployment_protection_rule` webhooks, signed with HMAC-SHA-256
/// in `X-Hub-Signature-256`.
public final class GitHubHook implements HookReader {
  static final String SOURCE = "github";

  private static final Pattern RUN =
      Pattern.compile("/actions/runs/([0-9]{1,18})/deployment_protection_rule$");

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public boolean genuine(String secret, Sent sent) {
    return Signature.signed(secret, sent, "X-Hub-Signature-256");
  }

  @Override
  public List<Notice> read(Sent sent) throws NotUnderstood {
    String event = sent.header("X-GitHub-Event").orElse("deployment_status");
    if (event.equals("deployment_protection_rule")) {
      return List.of(asked(Payload.tree(sent.body())));
    }
    if (!event.equals("deployment_status")) {
      return List.of(
          new Notice.Nothing(
              "Of GitHub's events deployment_status and deployment_protection_rule are heeded."));
    }
    JsonNode body = Payload.tree(sent.body());
    String state = Payload.need(body, "/deployment_status/state");
    if (!state.equals("success")) {
      return List.of(
          new Notice.Nothing("Nothing is in production before the state of a status is success."));
    }
    Instant done = Payload.time(body, "/deployment_status/created_at");
    return List.of(
        new Notice.Deployed(
            told(body.path("deployment"), done, sent.parameter("environment").orElse(null))));
  }

  /// A custom deployment protection rule; the run is read off the address that GitHub gives for the
  /// answer, which itself is not called.
  private static Notice asked(JsonNode body) throws NotUnderstood {
    Matcher run = RUN.matcher(Payload.need(body, "/deployment_callback_url"));
    if (!run.find()) {
      throw new NotUnderstood("The field deployment_callback_url names no run.");
    }
    String asked = Payload.need(body, "/environment");
    return new Notice.Asks(
        new Question.Asked(
            SOURCE,
            run.group(1) + " " + asked,
            asked,
            Payload.need(body, "/deployment/sha"),
            Map.of(
                "run",
                Long.parseLong(run.group(1)),
                "installation",
                Payload.number(body, "/installation/id"))));
  }

  /// @param deployment as the API and the webhook both have it
  /// @param environment to use instead of its own; null for its own
  static Told told(JsonNode deployment, @Nullable Instant done, @Nullable String environment)
      throws NotUnderstood {
    String ref = Payload.text(deployment, "/ref");
    String release = Payload.text(deployment, "/payload/release", "/payload/version");
    return new Told(
        environment == null ? Payload.need(deployment, "/environment") : environment,
        release == null ? Payload.version(ref) : release,
        Payload.need(deployment, "/sha"),
        kind(deployment),
        Payload.text(deployment, "/payload/stage"),
        Payload.time(deployment, "/created_at"),
        done,
        SOURCE,
        Payload.need(deployment, "/id"),
        Payload.text(deployment, "/payload/web_url"),
        ref);
  }

  private static @Nullable Kind kind(JsonNode deployment) {
    String said = Payload.text(deployment, "/payload/kind", "/task");
    return said == null
        ? null
        : switch (said) {
          case "rollback", "deploy:rollback" -> Kind.rollback;
          case "hotfix", "deploy:hotfix" -> Kind.hotfix;
          case "normal" -> Kind.normal;
          default -> null;
        };
  }
}

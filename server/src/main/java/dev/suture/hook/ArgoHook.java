package dev.suture.hook;

import dev.suture.dora.HookReader;
import dev.suture.dora.Notice;
import dev.suture.dora.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Argo CD's notifications: a webhook whose body is `{{toJson .app}}`, the Application as the
/// cluster has it, with the secret as bearer token.
///
/// Its revision is of the repository that holds the manifests. Where that is the project's own,
/// `?revision=commit` says so; else the version of the label or the image's tag tells the release.
public final class ArgoHook implements HookReader {
  @Override
  public String source() {
    return "argocd";
  }

  @Override
  public boolean genuine(String secret, Sent sent) {
    return Signature.bearer(secret, sent);
  }

  @Override
  public List<Notice> read(Sent sent) throws NotUnderstood {
    JsonNode body = Payload.tree(sent.body());
    JsonNode app = body.has("app") ? body.path("app") : body;
    String name = Payload.need(app, "/metadata/name");
    String phase = Payload.text(app, "/status/operationState/phase");
    String health = Payload.text(app, "/status/health/status");
    if (!"Succeeded".equals(phase) || !"Healthy".equals(health)) {
      return List.of(
          new Notice.Nothing("Nothing is deployed before the sync has succeeded and is healthy."));
    }
    String revision =
        Payload.text(app, "/status/operationState/syncResult/revision", "/status/sync/revision");
    String image = Payload.text(app, "/status/summary/images/0");
    String release =
        Payload.text(
            app, "/metadata/labels/app.kubernetes.io~1version", "/metadata/annotations/version");
    String tag = tag(image);
    boolean ownRepository = sent.parameter("revision").filter("commit"::equals).isPresent();
    String finished = Payload.text(app, "/status/operationState/finishedAt");
    String environment = sent.parameter("environment").orElse("production");
    return List.of(
        new Notice.Deployed(
            new Told(
                environment,
                release == null && !ownRepository ? tag : release,
                ownRepository ? Payload.commit(revision) : Payload.commit(tag),
                null,
                null,
                Payload.time(app, "/status/operationState/startedAt"),
                finished == null ? null : Payload.time(finished),
                source(),
                String.join(
                    " ", environment, name, String.valueOf(revision), String.valueOf(finished)),
                null,
                null)));
  }

  private static @Nullable String tag(@Nullable String image) {
    if (image == null) {
      return null;
    }
    String plain = image.replaceFirst("@sha256:.*$", "");
    int at = plain.lastIndexOf(':');
    return at > plain.lastIndexOf('/') ? plain.substring(at + 1) : null;
  }
}

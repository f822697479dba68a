package dev.suture.hook;

import dev.suture.deploy.Deployment.Kind;
import dev.suture.dora.HookReader;
import dev.suture.dora.Notice;
import dev.suture.dora.Told;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Events of Flux's notification controller: its `generic-hmac` provider signs them in
/// `X-Signature`; its `generic` one sends the secret as bearer token.
public final class FluxHook implements HookReader {
  private static final Set<String> DONE =
      Set.of(
          "ReconciliationSucceeded", "InstallSucceeded", "UpgradeSucceeded", "RollbackSucceeded");

  @Override
  public String source() {
    return "flux";
  }

  @Override
  public boolean genuine(String secret, Sent sent) {
    return Signature.signed(secret, sent, "X-Signature") || Signature.bearer(secret, sent);
  }

  @Override
  public List<Notice> read(Sent sent) throws NotUnderstood {
    JsonNode body = Payload.tree(sent.body());
    String kind = Payload.need(body, "/involvedObject/kind");
    String reason = Payload.need(body, "/reason");
    boolean applies = kind.equals("Kustomization") || kind.equals("HelmRelease");
    if (!applies || !DONE.contains(reason) || "error".equals(Payload.text(body, "/severity"))) {
      return List.of(
          new Notice.Nothing("Only what a Kustomization or HelmRelease has applied is heeded."));
    }
    JsonNode told = body.path("metadata");
    String revision = revision(told);
    String release =
        Payload.text(told, "/release", "/app-version", "/helm.toolkit.fluxcd.io~1app-version");
    String commit = Payload.commit(revision);
    String named = Payload.text(told, "/environment", "/env");
    String environment = sent.parameter("environment").orElse(named == null ? "production" : named);
    String when = Payload.text(body, "/timestamp");
    return List.of(
        new Notice.Deployed(
            new Told(
                environment,
                release == null && commit == null ? revision : release,
                commit,
                reason.equals("RollbackSucceeded") ? Kind.rollback : null,
                Payload.text(told, "/stage"),
                null,
                when == null ? null : Payload.time(when),
                source(),
                String.join(
                    " ",
                    environment,
                    Payload.need(body, "/involvedObject/name"),
                    String.valueOf(revision),
                    String.valueOf(when)),
                null,
                revision)));
  }

  private static @Nullable String revision(JsonNode metadata) {
    return Payload.text(
        metadata,
        "/revision",
        "/kustomize.toolkit.fluxcd.io~1revision",
        "/helm.toolkit.fluxcd.io~1revision");
  }
}

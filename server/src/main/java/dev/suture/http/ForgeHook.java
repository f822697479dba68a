package dev.suture.http;

import dev.suture.carry.ForgeSite;
import dev.suture.carry.ForgeStore;
import dev.suture.io.Outbound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/// What a forge calls when something was pushed or merged. It only makes Suture look at the origin
/// sooner: nothing of the body is believed, but its signature must be right.
final class ForgeHook {
  private static final long LARGEST = 8 << 20;

  private final ForgeStore forges;
  private final BackportApi.Looked looked;

  ForgeHook(ForgeStore forges, BackportApi.Looked looked) {
    this.forges = forges;
    this.looked = looked;
  }

  Answer answer(Call call) throws IOException {
    Optional<ForgeSite> site = forges.of(call.param("slug"));
    byte[] body = call.bytes(LARGEST);
    if (site.isEmpty() || !isSigned(call, site.get(), body)) {
      throw new Refusal(
          403,
          "forbidden",
          "The call is not signed with this project's secret.",
          "Set the secret that PUT /api/v1/projects/{slug}/forge answered at the forge.");
    }
    looked.soon(call.param("slug"));
    return Answer.json(202, Map.of("looking", true));
  }

  private static boolean isSigned(Call call, ForgeSite site, byte[] body) {
    String wanted =
        switch (site.kind()) {
          case github -> "sha256=" + Outbound.hmac(site.secret(), body);
          case gitlab -> site.secret();
          case gitea -> Outbound.hmac(site.secret(), body);
        };
    String header =
        switch (site.kind()) {
          case github -> "X-Hub-Signature-256";
          case gitlab -> "X-Gitlab-Token";
          case gitea -> "X-Gitea-Signature";
        };
    return call.header(header).map(said -> same(said, wanted)).orElse(false);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}

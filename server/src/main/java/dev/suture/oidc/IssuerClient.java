package dev.suture.oidc;

import dev.suture.account.IdentityProvider.Reason;
import dev.suture.account.IdentityProvider.Refused;
import dev.suture.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Fetches small JSON from the issuer and from the addresses that its own discovery names. It
/// follows no redirect and reads a bounded answer.
final class IssuerClient {
  private static final int MOST = 512 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final URI issuer;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  IssuerClient(URI issuer) {
    this.issuer = issuer;
  }

  /// An address that the issuer's discovery names; never a less secure one than the issuer's own.
  URI named(String text) throws Refused {
    try {
      URI uri = URI.create(text);
      boolean secure = "https".equals(uri.getScheme());
      boolean asTheIssuer = String.valueOf(uri.getScheme()).equals(issuer.getScheme());
      if (uri.getHost() != null && (secure || asTheIssuer)) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      throw new Refused(Reason.unreachable, "the issuer names no address: " + malformed);
    }
    throw new Refused(Reason.unreachable, "the issuer names an address that is not secure");
  }

  JsonNode get(URI address) throws Refused {
    return send(HttpRequest.newBuilder(address).GET());
  }

  JsonNode post(URI address, String form, String authorization) throws Refused {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private JsonNode send(HttpRequest.Builder request) throws Refused {
    try {
      HttpResponse<InputStream> answer =
          http.send(
              request.timeout(LONGEST).header("Accept", "application/json").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(MOST + 1);
        if (answer.statusCode() != 200 || bytes.length > MOST) {
          throw new Refused(
              Reason.unreachable, "the issuer answered with status " + answer.statusCode());
        }
        return Json.MAPPER.readTree(bytes);
      }
    } catch (IOException | JacksonException failed) {
      throw new Refused(Reason.unreachable, "the issuer does not answer: " + failed.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refused(Reason.unreachable, "stopped");
    }
  }
}

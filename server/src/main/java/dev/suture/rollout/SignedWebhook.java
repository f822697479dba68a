package dev.suture.rollout;

import dev.suture.io.Outbound;
import dev.suture.json.Json;
import dev.suture.ship.Deployer.Failed;
import dev.suture.ship.Deployer.Order;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// Asks an address to deploy: a POST with the order as JSON, signed over its bytes. It answers 2xx
/// once the release is there.
public final class SignedWebhook {
  private final Outbound outbound;
  private final String secret;

  public SignedWebhook(Outbound outbound, String secret) {
    this.outbound = outbound;
    this.secret = secret;
  }

  void check(String target) throws Failed {
    try {
      outbound.check(URI.create(target));
    } catch (IOException | IllegalArgumentException refused) {
      throw new Failed("The webhook of suture.yml cannot be called: " + refused.getMessage());
    }
  }

  void call(String target, Order order) throws Failed {
    byte[] body = Json.MAPPER.writeValueAsBytes(order);
    try {
      Outbound.Reply reply =
          outbound.post(
              URI.create(target),
              body,
              Map.of(
                  "X-Suture-Signature",
                  "sha256=" + Outbound.hmac(secret, body),
                  "Idempotency-Key",
                  order.step()));
      if (reply.status() / 100 != 2) {
        throw new Failed("The webhook answered " + reply.status() + ".");
      }
    } catch (IOException | IllegalArgumentException failed) {
      throw new Failed("The webhook could not be called: " + failed.getMessage());
    }
  }
}

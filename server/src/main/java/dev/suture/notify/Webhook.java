package dev.suture.notify;

import dev.suture.alert.Alert;
import dev.suture.alert.Channel;
import dev.suture.alert.Delivery;
import dev.suture.alert.Message;
import dev.suture.alert.Severity;
import dev.suture.io.Outbound;
import dev.suture.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A webhook of one's own: the whole message as JSON, signed over its bytes. Captured text is in it
/// as captured, in the fields `told.quote` and `told.since`.
final class Webhook implements Tongue {
  /// What is sent.
  record Body(
      String id,
      Delivery.Action action,
      boolean repeat,
      String project,
      String headline,
      Severity severity,
      Instant at,
      List<Item> alerts) {}

  /// @param key the same from the beginning of an alert to its end
  /// @param bundle where the failure bundle is read; null where there is no issue
  record Item(String key, String link, @Nullable String bundle, Alert alert) {}

  @Override
  public List<Post> posts(Channel channel, String secret, Message message) {
    byte[] body =
        Json.MAPPER.writeValueAsBytes(
            new Body(
                message.id(),
                message.action(),
                message.repeat(),
                message.project(),
                message.headline(),
                message.severity(),
                message.at(),
                message.alerts().stream()
                    .map(
                        alert ->
                            new Item(
                                alert.key(message.project()),
                                message.link(alert),
                                message.bundle(alert),
                                alert))
                    .toList()));
    return List.of(
        new Post(
            URI.create(channel.address()),
            body,
            Map.of(
                "X-Suture-Signature",
                "sha256=" + Outbound.hmac(secret, body),
                "Idempotency-Key",
                message.id())));
  }
}

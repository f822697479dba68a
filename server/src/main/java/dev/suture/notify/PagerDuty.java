package dev.suture.notify;

import dev.suture.alert.Alert;
import dev.suture.alert.Channel;
import dev.suture.alert.Delivery;
import dev.suture.alert.Message;
import dev.suture.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The Events API of PagerDuty, version 2. Each alert has a key of its own, so that what is sent
/// twice is one incident, and an end finds its beginning.
final class PagerDuty implements Tongue {
  private static final int LONGEST_SUMMARY = 1_000;

  @Override
  public List<Post> posts(Channel channel, String secret, Message message) {
    List<Post> posts = new ArrayList<>();
    if (message.action() == Delivery.Action.test) {
      String key = message.id();
      posts.add(post(channel, payload(event(secret, "trigger", key), message, "info")));
      posts.add(post(channel, event(secret, "resolve", key)));
      return posts;
    }
    for (Alert alert : message.alerts()) {
      ObjectNode event = event(secret, action(message.action()), alert.key(message.project()));
      if (event.path("event_action").asString().equals("trigger")) {
        details(payload(event, message, alert.severity().name()), message, alert);
      }
      posts.add(post(channel, event));
    }
    return posts;
  }

  private static String action(Delivery.Action action) {
    return switch (action) {
      case trigger, escalate, test -> "trigger";
      case acknowledge -> "acknowledge";
      case resolve -> "resolve";
    };
  }

  private static ObjectNode event(String secret, String action, String key) {
    return Json.MAPPER
        .createObjectNode()
        .put("routing_key", secret)
        .put("event_action", action)
        .put("dedup_key", key);
  }

  private static ObjectNode payload(ObjectNode event, Message message, String severity) {
    event.put("client", "Suture").put("client_url", message.base());
    event
        .putObject("payload")
        .put("summary", Plain.cut(message.headline(), LONGEST_SUMMARY))
        .put("source", message.project())
        .put("severity", severity)
        .put("timestamp", message.at().toString());
    return event;
  }

  private static void details(ObjectNode event, Message message, Alert alert) {
    Shown shown =
        Shown.of(
                new Message(
                    message.id(),
                    message.action(),
                    message.repeat(),
                    message.project(),
                    message.rule(),
                    message.base(),
                    message.at(),
                    List.of(alert)))
            .getFirst();
    ObjectNode payload = (ObjectNode) event.get("payload");
    payload.put("component", message.project()).put("group", Plain.of(message.rule()));
    payload.put("class", alert.kind());
    ObjectNode details = payload.putObject("custom_details");
    details.put("what", shown.says());
    if (!shown.quote().isEmpty()) {
      details.put("captured", shown.quote());
    }
    if (!shown.release().isEmpty()) {
      details.put("release", shown.release()).put("since", shown.since());
    }
    shown.facts().forEach(fact -> details.put(fact.name(), fact.value()));
    ArrayNode links = event.putArray("links");
    shown
        .links()
        .forEach(link -> links.addObject().put("href", link.address()).put("text", link.label()));
  }

  private static Post post(Channel channel, ObjectNode event) {
    return new Post(URI.create(channel.address()), Json.MAPPER.writeValueAsBytes(event), Map.of());
  }
}

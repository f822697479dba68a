package dev.suture.notify;

import dev.suture.alert.Alert;
import dev.suture.alert.Channel;
import dev.suture.alert.Delivery;
import dev.suture.alert.Message;
import dev.suture.alert.Severity;
import dev.suture.alert.Told;
import dev.suture.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Alertmanager: its API, to which alerts are posted, and the format of its webhook, which many
/// receivers understand. Labels tell an alert and hold nothing captured; annotations describe it.
final class Alertmanager implements Tongue {
  private static final Duration AT_MOST = Duration.ofDays(7);
  private static final String STILL = "0001-01-01T00:00:00Z";

  private final boolean webhook;

  /// @param webhook the format of its webhook, rather than its API
  Alertmanager(boolean webhook) {
    this.webhook = webhook;
  }

  @Override
  public List<Post> posts(Channel channel, String secret, Message message) {
    Map<String, String> headers =
        secret.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + secret);
    ArrayNode alerts = Json.MAPPER.createArrayNode();
    if (message.alerts().isEmpty()) {
      Instant at = message.at();
      add(alerts, test(message), new Times(at, at.plusSeconds(60), STILL), message.base());
    }
    for (Alert alert : message.alerts()) {
      Instant ended = alert.ended();
      Instant end = ended == null ? alert.opened().plus(AT_MOST) : ended;
      add(
          alerts,
          labels(message, alert),
          new Times(alert.opened(), end, ended == null ? STILL : ended.toString()),
          message.link(alert));
      describe((ObjectNode) alerts.get(alerts.size() - 1), message, alert);
    }
    if (webhook) {
      return List.of(
          new Post(
              URI.create(channel.address()),
              Json.MAPPER.writeValueAsBytes(envelope(message, alerts)),
              headers));
    }
    return List.of(
        new Post(
            URI.create(channel.address().replaceAll("/+$", "") + "/api/v2/alerts"),
            Json.MAPPER.writeValueAsBytes(alerts),
            headers));
  }

  /// @param shownEnd as the webhook has it, which has a word for "not yet"
  private record Times(Instant from, Instant to, String shownEnd) {}

  private void add(ArrayNode alerts, Map<String, String> labels, Times times, String link) {
    ObjectNode alert = alerts.addObject();
    labels.forEach(alert.putObject("labels")::put);
    alert.putObject("annotations");
    alert.put("startsAt", times.from().toString());
    alert.put("endsAt", webhook ? times.shownEnd() : times.to().toString());
    alert.put("generatorURL", link);
    if (webhook) {
      alert.put("status", times.shownEnd().equals(STILL) ? "firing" : "resolved");
      alert.put("fingerprint", fingerprint(labels));
    }
  }

  private static String fingerprint(Map<String, String> labels) {
    long hash = 0xcbf29ce484222325L;
    for (char each : labels.toString().toCharArray()) {
      hash = (hash ^ each) * 0x100000001b3L;
    }
    return String.format("%016x", hash);
  }

  private static Map<String, String> test(Message message) {
    return new TreeMap<>(
        Map.of(
            "alertname",
            "SutureTest",
            "project",
            message.project(),
            "severity",
            Severity.info.name()));
  }

  private static Map<String, String> labels(Message message, Alert alert) {
    return new TreeMap<>(
        Map.of(
            "alertname", Plain.of(alert.ruleName()),
            "project", message.project(),
            "kind", alert.kind(),
            "severity", alert.severity().name(),
            "suture_alert", alert.key(message.project())));
  }

  private static void describe(ObjectNode into, Message message, Alert alert) {
    Told told = alert.told();
    ObjectNode annotations = (ObjectNode) into.get("annotations");
    annotations.put("summary", told.says());
    if (told.quote() != null) {
      annotations.put("captured", Plain.of(told.quote()));
    }
    Told.Since since = told.since();
    if (since != null) {
      annotations.put("release", Plain.of(since.release()));
      annotations.put("deployed", since.at().toString());
    }
    annotations.put("link", message.link(alert));
    String bundle = message.bundle(alert);
    if (bundle != null) {
      annotations.put("bundle", bundle);
    }
    told.facts().forEach(fact -> annotations.put(key(fact.name()), fact.value()));
  }

  private static String key(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  private static ObjectNode envelope(Message message, ArrayNode alerts) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("version", "4");
    body.put("groupKey", "{}:{project=\"" + message.project() + "\"}");
    body.put("truncatedAlerts", 0);
    body.put("status", message.action() == Delivery.Action.resolve ? "resolved" : "firing");
    body.put("receiver", "suture");
    body.putObject("groupLabels").put("project", message.project());
    body.putObject("commonLabels").put("project", message.project());
    body.putObject("commonAnnotations");
    body.put("externalURL", message.base());
    body.set("alerts", alerts);
    return body;
  }
}

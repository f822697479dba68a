package dev.suture.repro.export;

import dev.suture.capture.Exchange;
import dev.suture.json.Json;
import dev.suture.repro.Reproduction.Channel;
import dev.suture.repro.Reproduction.Message;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Recorded exchanges as HAR 1.2, <https://w3c.github.io/web-performance/specs/HAR/Overview.html>.
/// Fields of our own begin with an underscore, as that asks: times from the first step in
/// milliseconds, and how many steps were done when an answer or a message came.
final class Har {
  private static final Set<String> LEFT_OUT =
      Set.of("content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive");
  private static final String HTTP = "HTTP/1.1";

  private final Played play;
  private final double from;

  Har(Played play) {
    this.play = play;
    this.from = play.steps().getFirst().at();
  }

  String text() {
    JsonNode state = Json.MAPPER.readTree(play.scene().state());
    ObjectNode log = Json.MAPPER.createObjectNode();
    log.put("version", "1.2");
    log.putObject("creator").put("name", "Suture").put("version", "1");
    ArrayNode entries = log.putArray("entries");
    play.exchanges().forEach(each -> entries.add(entry(each)));
    ArrayNode channels = log.putArray("_channels");
    play.channels().forEach(each -> channels.add(channel(each)));
    ObjectNode storage = log.putObject("_storage");
    for (String kept : List.of("local", "session", "databases")) {
      storage.set(kept, state.path(kept));
    }
    log.set("_random", state.path("random"));
    ObjectNode whole = Json.MAPPER.createObjectNode();
    whole.set("log", log);
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
  }

  private ObjectNode entry(Exchange exchange) {
    ObjectNode entry = Json.MAPPER.createObjectNode();
    double end = exchange.at() + exchange.ms();
    entry.put("startedDateTime", Instant.ofEpochMilli(Math.round(exchange.at())).toString());
    entry.put("time", exchange.ms());
    entry.put("_start", exchange.at() - from);
    entry.put("_end", end - from);
    entry.put("_step", stepsBefore(end));
    ObjectNode request = entry.putObject("request");
    request.put("method", exchange.method()).put("url", exchange.url()).put("httpVersion", HTTP);
    request.putArray("headers");
    unknown(request);
    request.putArray("queryString");
    String sent = exchange.requestBody();
    if (sent != null) {
      String type = exchange.requestHeaders().getOrDefault("content-type", "text/plain");
      request.putObject("postData").put("mimeType", type).put("text", sent);
    }
    ObjectNode response = entry.putObject("response");
    response.put("status", exchange.status()).put("statusText", "").put("httpVersion", HTTP);
    headers(response.putArray("headers"), exchange.responseHeaders());
    unknown(response);
    response.put("redirectURL", "");
    String body = exchange.responseBody() == null ? "" : exchange.responseBody();
    response
        .putObject("content")
        .put("size", body.getBytes(StandardCharsets.UTF_8).length)
        .put("mimeType", exchange.responseHeaders().getOrDefault("content-type", "text/plain"))
        .put("text", body);
    entry.putObject("cache");
    entry.putObject("timings").put("send", 0).put("wait", exchange.ms()).put("receive", 0);
    return entry;
  }

  private static void unknown(ObjectNode message) {
    message.putArray("cookies");
    message.put("headersSize", -1).put("bodySize", -1);
  }

  private static void headers(ArrayNode list, Map<String, String> headers) {
    headers.forEach(
        (name, value) -> {
          if (!LEFT_OUT.contains(name)) {
            list.addObject().put("name", name).put("value", value);
          }
        });
  }

  private ObjectNode channel(Channel channel) {
    ObjectNode node = Json.MAPPER.valueToTree(channel);
    ArrayNode messages = node.putArray("messages");
    for (Message message : channel.messages()) {
      ObjectNode said = Json.MAPPER.valueToTree(message);
      said.put("_step", stepsBefore(channel.at() + message.after()));
      messages.add(said);
    }
    return node;
  }

  private long stepsBefore(double moment) {
    return play.steps().stream().mapToDouble(Step::at).filter(at -> at <= moment).count();
  }
}

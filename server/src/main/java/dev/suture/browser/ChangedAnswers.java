package dev.suture.browser;

import dev.suture.capture.Exchange;
import dev.suture.json.Json;
import dev.suture.repro.Applications.Asked;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Served;
import dev.suture.repro.Reproduction.Played;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which recorded answers another commit would give in another way. Both servers are asked the same
/// requests in the same order; where the commit's own answer differs from that of the commit that
/// was live, what changed is its doing, and a run at it has to see it. All else stays as recorded:
/// the data of production are not in a repository.
final class ChangedAnswers {
  private static final Set<String> LEFT_OUT = Set.of("host", "content-length", "connection");

  private ChangedAnswers() {}

  /// What an application answers to the recorded requests that were made to its own origin, by the
  /// exchange's id.
  static Map<String, Reply> ask(Played play, Served application) {
    String origin = Answers.origin(play.scene().url());
    Map<String, Reply> replies = new LinkedHashMap<>();
    for (Exchange exchange : play.exchanges()) {
      if (Answers.origin(exchange.url()).equals(origin)) {
        Map<String, String> headers = new HashMap<>(exchange.requestHeaders());
        headers.keySet().removeAll(LEFT_OUT);
        headers.put("host", origin.replaceAll("^https?://", ""));
        String body = exchange.requestBody();
        if (body != null && body.startsWith("{")) {
          headers.putIfAbsent("content-type", "application/json");
        }
        replies.put(
            exchange.id(),
            application.ask(
                new Asked(
                    exchange.method(),
                    Answers.target(exchange.url()),
                    headers,
                    body == null ? null : body.getBytes(StandardCharsets.UTF_8))));
      }
    }
    return replies;
  }

  /// @param live answers of the commit that was live, from two beginnings: what differs between
  ///   them differs by itself
  static Map<String, Reply> between(List<Map<String, Reply>> live, Map<String, Reply> now) {
    Map<String, Reply> changed = new LinkedHashMap<>();
    now.forEach(
        (id, reply) -> {
          Reply one = live.getFirst().get(id);
          Reply other = live.getLast().get(id);
          if (one == null || other == null || reply.status() == 0 || one.status() == 0) {
            return;
          }
          boolean steady = isSame(one, other);
          boolean same = steady ? isSame(one, reply) : isSameShape(one, reply);
          if (!same) {
            changed.put(id, reply);
          }
        });
    return changed;
  }

  private static boolean isSame(Reply one, Reply other) {
    return one.status() == other.status() && Arrays.equals(one.body(), other.body());
  }

  private static boolean isSameShape(Reply one, Reply other) {
    return one.status() == other.status() && shape(one).equals(shape(other));
  }

  private static Object shape(Reply reply) {
    try {
      return shape(Json.MAPPER.readTree(reply.body()));
    } catch (JacksonException none) {
      return "text";
    }
  }

  private static Object shape(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Map<String, Object> fields = new TreeMap<>();
      object.properties().forEach(each -> fields.put(each.getKey(), shape(each.getValue())));
      return fields;
    }
    if (node instanceof ArrayNode list) {
      List<Object> items = new ArrayList<>();
      list.forEach(each -> items.add(shape(each)));
      return items;
    }
    return node.getNodeType();
  }
}

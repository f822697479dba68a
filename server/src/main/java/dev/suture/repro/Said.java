package dev.suture.repro;

import dev.suture.capture.Exchange;
import dev.suture.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A value that a request says, in its query or in its body. What a GraphQL request says of itself
/// is none.
///
/// @param place method, path and where in the request it stands
/// @param isText false for a number or a truth value of a JSON body
record Said(String place, String text, boolean isText) {
  private static final int MOST = 100;
  private static final Pattern PAIR = Pattern.compile("[?&]([^=&#]+)=([^&#]*)");
  private static final Pattern FORM =
      Pattern.compile("[^=&\\s{}\\[\\]\"]+=[^=&\\s]*(&[^=&\\s]+=[^=&\\s]*)*");

  /// What was said at a moment.
  record Request(double at, List<Said> said) {}

  static List<Request> all(List<Exchange> exchanges) {
    return exchanges.stream().map(each -> new Request(each.at(), of(each))).toList();
  }

  private static List<Said> of(Exchange exchange) {
    List<Said> all = new ArrayList<>();
    String at = exchange.method() + " " + exchange.url().replaceAll("[?#].*$", "");
    pairs(at + " ?", exchange.url(), all);
    String body = exchange.requestBody();
    if (body != null && (body.startsWith("{") || body.startsWith("["))) {
      json(at, body, all);
    } else if (body != null && FORM.matcher(body).matches()) {
      pairs(at + " &", "&" + body, all);
    }
    return all;
  }

  private static void pairs(String at, String text, List<Said> all) {
    Matcher pair = PAIR.matcher(text);
    while (all.size() < MOST && pair.find()) {
      all.add(new Said(at + pair.group(1), decoded(pair.group(2)), true));
    }
  }

  private static void json(String at, String body, List<Said> all) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      if (json.path("query").isString() && (json.has("variables") || json.has("operationName"))) {
        String asked = json.path("operationName").asString(json.path("query").asString(""));
        leaves(at + " " + asked, json.path("variables"), all);
      } else {
        leaves(at + " ", json, all);
      }
    } catch (JacksonException none) {
      return;
    }
  }

  private static void leaves(String at, JsonNode node, List<Said> all) {
    if (all.size() >= MOST) {
      return;
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(each -> leaves(at + "." + each.getKey(), each.getValue(), all));
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        leaves(at + "." + i, list.get(i), all);
      }
    } else if (node.isValueNode() && !node.isNull()) {
      all.add(new Said(at, node.asString(), node.isString()));
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}

package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Step;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The answers before a failure, by the requests of a program that they may belong to, and what
/// stands in them.
final class Answers {
  private final List<Exchange> answered;
  private final boolean respelt;
  private final Map<String, Optional<JsonNode>> bodies = new HashMap<>();

  /// @param answered before the failure, in the order of their answers
  /// @param respelt whether the program changes how keys are spelt
  Answers(List<Exchange> answered, boolean respelt) {
    this.answered = answered;
    this.respelt = respelt;
  }

  List<Exchange> all() {
    return answered;
  }

  /// Those whose addresses have one segment where the code puts a value, else those that have more.
  List<Exchange> fitting(Origin.Asked asked) {
    String url = asked.url();
    if (url != null && url.contains(".*")) {
      Origin.Asked near =
          new Origin.Asked(asked.method(), url.replace(".*", "[^/?#]*"), asked.operation());
      List<Exchange> fitting = answered.stream().filter(each -> fits(near, each)).toList();
      if (!fitting.isEmpty()) {
        return fitting;
      }
    }
    return answered.stream().filter(each -> fits(asked, each)).toList();
  }

  /// Whether one of the values is known to have come from an answer that was recorded.
  boolean gave(Set<Origin> origins) {
    return origins.stream()
        .anyMatch(
            origin ->
                origin.source() instanceof Origin.Request request
                    && isExact(request)
                    && !fitting(request.asked()).isEmpty());
  }

  /// Whether an exchange was refused, or no answer came.
  static boolean isRefused(Exchange exchange) {
    return exchange.status() >= 400 || exchange.status() == 0;
  }

  static boolean isExact(Origin.Request request) {
    Origin.Asked asked = request.asked();
    return asked.operation() != null
        || (asked.url() != null && !asked.url().replaceAll("\\.\\*|[()?:|]", "").isEmpty());
  }

  /// A value in an answer.
  ///
  /// @param field path of it in the body
  /// @param made whether what the program has was made of it
  record Value(Exchange exchange, String field, JsonNode node, boolean made) {}

  /// The values that a path leads to, every element that it may mean.
  List<Value> values(Exchange exchange, Origin.Style style, List<Step> path) {
    List<Value> found = new ArrayList<>();
    JsonNode body = body(exchange).orElse(null);
    if (body != null) {
      for (List<Step> way : ways(style, path, body)) {
        walk(exchange, body, way, "$", found);
      }
    }
    return found;
  }

  Spelling spelling(JsonNode body) {
    return new Spelling(respelt ? body : MissingNode.getInstance());
  }

  private void walk(
      Exchange exchange, JsonNode node, List<Step> path, String where, List<Value> found) {
    if (path.isEmpty()) {
      found.add(new Value(exchange, where, node, false));
      return;
    }
    List<Step> rest = path.subList(1, path.size());
    switch (path.getFirst()) {
      case Step.Key(String name) -> {
        if (node.isObject()) {
          String spelt = spelling(node).of(node, name);
          walk(exchange, node.path(spelt), rest, where + "." + spelt, found);
        }
      }
      case Step.Index(int at) -> {
        if (node.isArray()) {
          JsonNode child = at < node.size() ? node.path(at) : MissingNode.getInstance();
          walk(exchange, child, rest, where + "[" + at + "]", found);
        }
      }
      case Step.Each _, Step.Pick _ -> {
        if (node.isArray()) {
          for (int at = 0; at < node.size(); at++) {
            walk(exchange, node.path(at), rest, where + "[" + at + "]", found);
          }
        } else if (node.isObject()) {
          node.properties()
              .forEach(
                  each ->
                      walk(exchange, each.getValue(), rest, where + "." + each.getKey(), found));
        }
      }
      case Step.Body _ -> walk(exchange, node, rest, where, found);
      case Step.Made _, Step.Cut _, Step.Matched _ ->
          found.add(new Value(exchange, where, node, true));
      case Step.Failed _ -> {}
    }
  }

  /// The paths in the body that a path from the answer can mean.
  static List<List<Step>> ways(Origin.Style style, List<Step> path, JsonNode body) {
    boolean reads = !path.isEmpty() && path.getFirst() instanceof Step.Body;
    boolean data =
        !path.isEmpty()
            && path.getFirst() instanceof Step.Key(String word)
            && word.matches(style == Origin.Style.any ? "data|body|\\$data" : "data");
    List<Step> rest = path.isEmpty() ? path : path.subList(1, path.size());
    if (reads) {
      return List.of(rest);
    }
    return switch (style) {
      case response -> List.of();
      case data -> data ? List.of(rest) : List.of();
      case body -> List.of(path);
      case any -> data ? either(rest, path, body) : List.of(path);
    };
  }

  /// `data` or `body` is the client's word for the body, or a property of the body: where the body
  /// has only what one of the two needs, that one is meant.
  private static List<List<Step>> either(List<Step> rest, List<Step> path, JsonNode body) {
    if (!body.isObject() || rest.isEmpty() || !(rest.getFirst() instanceof Step.Key(String next))) {
      return List.of(rest, path);
    }
    boolean own = path.getFirst() instanceof Step.Key(String word) && body.has(word);
    boolean client = body.has(next);
    return own == client ? List.of(rest, path) : List.of(own ? path : rest);
  }

  private boolean fits(Origin.Asked asked, Exchange exchange) {
    if (asked.method() != null && !asked.method().equalsIgnoreCase(exchange.method())) {
      return false;
    }
    if (asked.operation() != null && !operation(exchange).equals(asked.operation())) {
      return false;
    }
    return asked.url() == null || fitsAddress(asked.url(), exchange.url());
  }

  private static boolean fitsAddress(String pattern, String url) {
    String path = url.replaceFirst("^[a-z]+://[^/]*", "");
    String plain = path.replaceFirst("[?#].*$", "");
    Pattern compiled = Pattern.compile("(?s)(?:" + pattern + ")");
    return compiled.matcher(url).matches()
        || compiled.matcher(path).matches()
        || compiled.matcher(plain).matches()
        || compiled.matcher(url.replaceFirst("[?#].*$", "")).matches()
        || compiled
            .matcher(
                java.net.URLDecoder.decode(
                    path.replace("%", "%25"), java.nio.charset.StandardCharsets.UTF_8))
            .matches()
        || endsWith(compiled, plain, path);
  }

  /// A client with an address of its own before the path.
  private static boolean endsWith(Pattern pattern, String plain, String path) {
    for (int at = plain.indexOf('/', 1); at > 0; at = plain.indexOf('/', at + 1)) {
      if (pattern.matcher(plain.substring(at)).matches()
          || pattern.matcher(path.substring(at)).matches()) {
        return true;
      }
      if (pattern.matcher(plain.substring(at + 1)).matches()
          || pattern.matcher(path.substring(at + 1)).matches()) {
        return true;
      }
    }
    return false;
  }

  private static String operation(Exchange exchange) {
    String body = exchange.requestBody();
    if (body == null) {
      return "";
    }
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      String named = json.path("operationName").asString("");
      if (!named.isEmpty()) {
        return named;
      }
      var operation =
          Pattern.compile("\\b(?:query|mutation|subscription)\\s+(\\w+)")
              .matcher(json.path("query").asString(""));
      return operation.find() ? operation.group(1) : "";
    } catch (JacksonException noJson) {
      return "";
    }
  }

  Optional<JsonNode> body(Exchange exchange) {
    return bodies.computeIfAbsent(exchange.id(), _ -> parsed(exchange.responseBody()));
  }

  private static Optional<JsonNode> parsed(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readTree(text));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }
}

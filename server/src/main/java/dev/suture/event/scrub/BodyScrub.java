package dev.suture.event.scrub;

import dev.suture.json.Json;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The body of a request, value by value where it is JSON or a form: what a value is called says
/// most of whether it is a secret. Any other body is one text.
final class BodyScrub {
  private static final Pattern FORM =
      Pattern.compile("[\\w.%+\\[\\]-]{1,200}=[^&=\\s]*(?:&[\\w.%+\\[\\]-]{1,200}=[^&=\\s]*)*");

  /// Takes out of one value what must not be kept.
  interface Values {
    String apply(@Nullable Path path, String name, String value);
  }

  private final Values values;

  BodyScrub(Values values) {
    this.values = values;
  }

  /// The same text when there is nothing to take out.
  String scrub(@Nullable Path path, String body) {
    if (body.startsWith("{") || body.startsWith("[")) {
      try {
        JsonNode sent = Json.MAPPER.readTree(body);
        JsonNode clean = clean(path, "", sent);
        return clean.equals(sent) ? body : Json.MAPPER.writeValueAsString(clean);
      } catch (JacksonException none) {
        return values.apply(path, "", body);
      }
    }
    return FORM.matcher(body).matches() ? form(path, body) : values.apply(path, "", body);
  }

  /// @param name of the field that it stands in, or that its list stands in
  private JsonNode clean(@Nullable Path path, String name, JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode clean = Json.MAPPER.createObjectNode();
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        String field = each.getKey();
        clean.set(field, clean(path == null ? null : path.to(field), field, each.getValue()));
      }
      return clean;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode clean = Json.MAPPER.createArrayNode();
      int at = 0;
      for (JsonNode each : list) {
        clean.add(clean(path == null ? null : path.to("" + at++), name, each));
      }
      return clean;
    }
    if (node.isNull()) {
      return node;
    }
    String value = node.asString();
    String clean = values.apply(path, name, value);
    return clean.equals(value) ? node : StringNode.valueOf(clean);
  }

  private String form(@Nullable Path path, String body) {
    List<String> pairs = new ArrayList<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(pair.substring(0, equals));
      String value = decoded(pair.substring(equals + 1));
      String clean = values.apply(path == null ? null : path.to(name), name, value);
      pairs.add(
          clean.equals(value)
              ? pair
              : pair.substring(0, equals + 1) + URLEncoder.encode(clean, StandardCharsets.UTF_8));
    }
    return String.join("&", pairs);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}

package dev.suture.repro;

import dev.suture.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The body of a request as it was sent. SDKs tell what they have parsed: of a form its fields.
final class SentBody {
  private static final String TYPE = "content-type";
  private static final String FORM = "application/x-www-form-urlencoded";

  private SentBody() {}

  /// Empty when there is none, or when what the event has is not what was sent.
  ///
  /// @param body as the event has it
  /// @param headers of the request, by lower-case name; gets the type where that is missing
  static Optional<String> of(@Nullable String body, SortedMap<String, String> headers) {
    if (body == null || body.isEmpty()) {
      return Optional.empty();
    }
    JsonNode parsed = parsed(body);
    String type = headers.getOrDefault(TYPE, "").toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/")) {
      return Optional.empty();
    }
    if (type.startsWith(FORM) && parsed != null) {
      return parsed instanceof ObjectNode fields ? Optional.of(form(fields)) : Optional.empty();
    }
    if (parsed != null) {
      headers.putIfAbsent(TYPE, "application/json");
    }
    return Optional.of(body);
  }

  private static @Nullable JsonNode parsed(String body) {
    if (!body.startsWith("{") && !body.startsWith("[")) {
      return null;
    }
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException none) {
      return null;
    }
  }

  private static String form(ObjectNode fields) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : fields.properties()) {
      Iterable<JsonNode> values =
          each.getValue() instanceof ArrayNode list ? list : List.of(each.getValue());
      for (JsonNode value : values) {
        pairs.add(encoded(each.getKey()) + "=" + encoded(value.asString("")));
      }
    }
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package dev.suture.mcp;

import dev.suture.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// JSON Schema 2020-12, as far as tools need it.
final class Schemas {
  static final Map<String, Object> TEXT = Map.of("type", "string");
  static final Map<String, Object> INTEGER = Map.of("type", "integer");

  /// Definitions are read before anything is asked, so they do not spell out what the answer shows.
  static final Map<String, Object> RECORD = Map.of("type", "object");

  /// The same of a list.
  static final Map<String, Object> LIST = Map.of("type", "array");

  private Schemas() {}

  static Map<String, Object> text(String description) {
    return ordered("type", "string", "description", description);
  }

  static Map<String, Object> choice(String description, List<String> values) {
    Map<String, Object> schema = ordered("type", "string", "enum", values);
    schema.put("description", description);
    return schema;
  }

  static Map<String, Object> integer(String description, int least, int most) {
    Map<String, Object> schema = ordered("type", "integer", "minimum", least);
    schema.put("maximum", most);
    schema.put("description", description);
    return schema;
  }

  static Map<String, Object> array(Map<String, Object> items) {
    return ordered("type", "array", "items", items);
  }

  /// What a caller sends: these members and no others.
  static Map<String, Object> object(Map<String, Object> properties, String... required) {
    Map<String, Object> schema = record(properties, required);
    schema.put("additionalProperties", false);
    return schema;
  }

  /// What is answered: these members at least.
  static Map<String, Object> record(Map<String, Object> properties, String... required) {
    Map<String, Object> schema = ordered("type", "object", "properties", new TreeMap<>(properties));
    if (required.length > 0) {
      schema.put("required", List.of(required));
    }
    return schema;
  }

  static JsonNode tree(Map<String, Object> schema) {
    return Json.MAPPER.valueToTree(schema);
  }

  private static Map<String, Object> ordered(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(first, firstValue);
    schema.put(second, secondValue);
    return schema;
  }
}

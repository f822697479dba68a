package dev.suture.mcp;

import java.util.List;
import java.util.Map;

/// What the fixtures ask a client for.
final class ConformanceForms {
  private static final Map<String, Object> WORD = Map.of("type", "string");

  static final Map<String, Object> USER =
      Map.of(
          "username",
          Map.of("type", "string", "description", "User's response"),
          "email",
          Map.of("type", "string", "description", "User's email address"));

  static final Map<String, Object> DEFAULTS =
      Map.of(
          "name",
          Map.of("type", "string", "default", "John Doe"),
          "age",
          Map.of("type", "integer", "default", 30),
          "score",
          Map.of("type", "number", "default", 95.5),
          "status",
          Map.of(
              "type",
              "string",
              "enum",
              List.of("active", "inactive", "pending"),
              "default",
              "active"),
          "verified",
          Map.of("type", "boolean", "default", true));

  static final Map<String, Object> CHOICES =
      Map.of(
          "untitledSingle",
          Map.of("type", "string", "enum", List.of("option1", "option2", "option3")),
          "titledSingle",
          Map.of("type", "string", "oneOf", titled("value", "First Option", "Second Option")),
          "legacyEnum",
          Map.of(
              "type",
              "string",
              "enum",
              List.of("opt1", "opt2", "opt3"),
              "enumNames",
              List.of("Option One", "Option Two", "Option Three")),
          "untitledMulti",
          Map.of(
              "type",
              "array",
              "items",
              Map.of("type", "string", "enum", List.of("option1", "option2", "option3"))),
          "titledMulti",
          Map.of(
              "type",
              "array",
              "items",
              Map.of("anyOf", titled("value", "First Choice", "Second Choice"))));

  private ConformanceForms() {}

  private static List<Map<String, String>> titled(String value, String first, String second) {
    return List.of(
        Map.of("const", value + "1", "title", first),
        Map.of("const", value + "2", "title", second));
  }

  static Map<String, Object> form(
      String message, Map<String, Object> properties, String... required) {
    return Map.of(
        "message",
        message,
        "requestedSchema",
        Map.of("type", "object", "properties", properties, "required", List.of(required)));
  }

  static Map<String, Object> sampling(String prompt, int tokens) {
    return Map.of(
        "messages",
        List.of(Map.of("role", "user", "content", Map.of("type", "text", "text", prompt))),
        "maxTokens",
        tokens);
  }

  static InputRequired.Question ask(String message, String property, String type) {
    return new InputRequired.Question(
        "elicitation/create",
        form(
            message,
            Map.of(property, type.equals("string") ? WORD : Map.of("type", type)),
            property));
  }

  static InputRequired.Question sample(String prompt, int tokens) {
    return new InputRequired.Question("sampling/createMessage", sampling(prompt, tokens));
  }

  static InputRequired.Question roots() {
    return new InputRequired.Question("roots/list", Map.of());
  }
}

package dev.suture.mcp;

import dev.suture.account.Principal;
import dev.suture.account.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The arguments of a call, checked against the tool's own schema, and its caller. No sentence
/// repeats them.
final class Arguments {
  private final JsonNode values;
  private final Principal who;

  /// @throws ToolProblem when one is missing, unknown or of the wrong kind
  static Arguments of(JsonNode values, JsonNode schema, Principal who) throws ToolProblem {
    JsonNode properties = schema.path("properties");
    for (String name : values.propertyNames()) {
      if (!properties.has(name)) {
        throw new ToolProblem(
            "There is an argument that this tool does not have. It takes: "
                + String.join(", ", names(properties))
                + ".");
      }
    }
    for (JsonNode required : schema.path("required")) {
      if (values.path(required.asString()).isMissingNode()) {
        throw new ToolProblem("The argument " + required.asString() + " is missing.");
      }
    }
    for (String name : names(properties)) {
      check(name, values.path(name), properties.path(name));
    }
    return new Arguments(values, who);
  }

  private Arguments(JsonNode values, Principal who) {
    this.values = values;
    this.who = who;
  }

  Reach reach() {
    return who.reach();
  }

  /// Who calls.
  Principal who() {
    return who;
  }

  String required(String name) {
    return values.path(name).asString();
  }

  Optional<String> text(String name) {
    JsonNode value = values.path(name);
    return value.isString() && !value.asString().isEmpty()
        ? Optional.of(value.asString())
        : Optional.empty();
  }

  int integer(String name, int otherwise) {
    return values.path(name).asInt(otherwise);
  }

  private static void check(String name, JsonNode value, JsonNode schema) throws ToolProblem {
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    boolean isInteger = schema.path("type").asString().equals("integer");
    if (isInteger ? !value.isIntegralNumber() : !value.isString()) {
      throw new ToolProblem(
          "The argument " + name + " is " + (isInteger ? "a whole number." : "a string."));
    }
    if (isInteger
        && (value.asDouble() < schema.path("minimum").asDouble()
            || value.asDouble() > schema.path("maximum").asDouble())) {
      throw new ToolProblem(
          "The argument "
              + name
              + " is a number from "
              + schema.path("minimum").asInt()
              + " to "
              + schema.path("maximum").asInt()
              + ".");
    }
    List<String> choices = new ArrayList<>();
    schema.path("enum").forEach(choice -> choices.add(choice.asString()));
    if (!choices.isEmpty() && !choices.contains(value.asString())) {
      throw new ToolProblem(
          "The argument " + name + " is one of: " + String.join(", ", choices) + ".");
    }
  }

  private static List<String> names(JsonNode properties) {
    return List.copyOf(properties.propertyNames());
  }
}

package dev.suture.mcp;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The tools that the official conformance suite calls.
final class ConformanceTools {
  static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
  private static final String SILENCE =
      "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

  private static final Map<String, Object> NO_ARGUMENTS = Map.of("type", "object");
  private static final Set<String> STREAMED =
      Set.of(
          "test_tool_with_logging",
          "test_tool_with_progress",
          "test_sampling",
          "test_elicitation",
          "test_elicitation_sep1034_defaults",
          "test_elicitation_sep1330_enums");
  private static final List<String> WHOLE =
      List.of(
          "test_simple_text",
          "test_image_content",
          "test_audio_content",
          "test_embedded_resource",
          "test_multiple_content_types",
          "test_error_handling",
          "test_missing_capability",
          "test_streaming_elicitation",
          "test_logging_tool");

  private ConformanceTools() {}

  static List<Method> methods() {
    return List.of(
        Fixture.list("tools/list", Map.of("tools", definitions())),
        new Fixture(
            "tools/call",
            "name",
            Optional.empty(),
            call -> STREAMED.contains(toolOf(call)),
            ConformanceTools::call));
  }

  private static List<Map<String, Object>> definitions() {
    return Stream.of(WHOLE, STREAMED.stream().sorted().toList(), ConformanceInputs.TOOLS)
        .flatMap(List::stream)
        .<Map<String, Object>>map(
            name ->
                Map.of("name", name, "description", "Of the suite.", "inputSchema", NO_ARGUMENTS))
        .toList();
  }

  private static String toolOf(Method.Call call) {
    return call.params().path("name").asString("");
  }

  private static Object call(Method.Call call) throws RpcProblem, IOException {
    String tool = toolOf(call);
    if (ConformanceInputs.TOOLS.contains(tool)) {
      return ConformanceInputs.call(tool, call);
    }
    return switch (tool) {
      case "test_simple_text" -> said("This is a simple text response for testing.");
      case "test_image_content" -> content(image());
      case "test_audio_content" ->
          content(Map.of("type", "audio", "data", SILENCE, "mimeType", "audio/wav"));
      case "test_embedded_resource" ->
          content(
              resource(
                  "test://embedded-resource",
                  "text/plain",
                  "This is an embedded resource content."));
      case "test_multiple_content_types" ->
          content(
              text("Multiple content types test:"),
              image(),
              resource(
                  "test://mixed-content-resource",
                  "application/json",
                  "{\"test\":\"data\",\"value\":123}"));
      case "test_error_handling" ->
          Map.of(
              "isError",
              true,
              "content",
              List.of(text("This tool intentionally returns an error for testing")));
      case "test_missing_capability" -> {
        needs(call, "sampling");
        yield said("The client can sample.");
      }
      case "test_streaming_elicitation", "test_logging_tool" -> said("Nothing was asked.");
      case "test_tool_with_logging" -> logged(call);
      case "test_tool_with_progress" -> progressed(call);
      case "test_sampling" -> sampled(call);
      case "test_elicitation" -> elicited(call);
      case "test_elicitation_sep1034_defaults" -> completed(call, ConformanceForms.DEFAULTS);
      case "test_elicitation_sep1330_enums" -> completed(call, ConformanceForms.CHOICES);
      default -> throw RpcProblem.params("Unknown tool");
    };
  }

  static void needs(Method.Call call, String capability) throws RpcProblem {
    if (!can(call, capability)) {
      throw new RpcProblem(
          -32021,
          400,
          "The client did not declare a capability that this needs",
          Map.of("requiredCapabilities", Map.of(capability, Map.of())));
    }
  }

  static boolean can(Method.Call call, String capability) {
    return call.params()
        .path("_meta")
        .path("io.modelcontextprotocol/clientCapabilities")
        .has(capability);
  }

  private static Object logged(Method.Call call) throws IOException {
    for (String line :
        List.of("Tool execution started", "Tool processing data", "Tool execution completed")) {
      call.stream().tell("notifications/message", Map.of("level", "info", "data", line));
    }
    return said("Logged three lines.");
  }

  private static Object progressed(Method.Call call) throws IOException {
    JsonNode token = call.params().path("_meta").path("progressToken");
    for (int done = 0; done <= 100 && !token.isMissingNode(); done += 50) {
      call.stream()
          .tell(
              "notifications/progress",
              Map.of("progressToken", token, "progress", done, "total", 100));
    }
    return said("Done.");
  }

  private static Object sampled(Method.Call call) throws RpcProblem, IOException {
    String prompt = call.params().path("arguments").path("prompt").asString("");
    JsonNode answer =
        call.stream().ask("sampling/createMessage", ConformanceForms.sampling(prompt, 100));
    return said("LLM response: " + answer.path("content").path("text").asString(""));
  }

  private static Object elicited(Method.Call call) throws RpcProblem, IOException {
    String message = call.params().path("arguments").path("message").asString("");
    JsonNode answer =
        call.stream()
            .ask(
                "elicitation/create",
                ConformanceForms.form(message, ConformanceForms.USER, "username", "email"));
    return said("User response: " + answer);
  }

  private static Object completed(Method.Call call, Map<String, Object> properties)
      throws RpcProblem, IOException {
    JsonNode answer =
        call.stream()
            .ask("elicitation/create", ConformanceForms.form("Please fill this in", properties));
    return said(
        "Elicitation completed: action="
            + answer.path("action").asString("")
            + ", content="
            + answer.path("content"));
  }

  static Object said(String text) {
    return content(text(text));
  }

  private static Object content(Object... parts) {
    return Map.of("content", List.of(parts));
  }

  static Map<String, Object> text(String text) {
    return Map.of("type", "text", "text", text);
  }

  static Map<String, Object> image() {
    return Map.of("type", "image", "data", PIXEL, "mimeType", "image/png");
  }

  static Map<String, Object> resource(String uri, String type, String text) {
    return Map.of(
        "type", "resource", "resource", Map.of("uri", uri, "mimeType", type, "text", text));
  }
}

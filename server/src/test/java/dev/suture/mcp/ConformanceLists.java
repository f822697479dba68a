package dev.suture.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The resources and prompts of the suite, and the methods of the older revisions.
final class ConformanceLists {
  private static final Pattern TEMPLATE = Pattern.compile("test://template/([a-z0-9]+)/data");

  private ConformanceLists() {}

  static List<Method> methods() {
    return List.of(
        new Ping(),
        Fixture.list(
            "resources/list",
            Map.of(
                "resources",
                List.of(
                    listed("test://static-text", "text/plain"),
                    listed("test://static-binary", "image/png")))),
        Fixture.list(
            "resources/templates/list",
            Map.of(
                "resourceTemplates",
                List.of(
                    Map.of(
                        "uriTemplate", "test://template/{id}/data",
                        "name", "template",
                        "description", "Of the suite.",
                        "mimeType", "application/json")))),
        new Fixture(
            "resources/read",
            "uri",
            Optional.of(Method.Freshness.NONE),
            _ -> false,
            ConformanceLists::read),
        Fixture.list("prompts/list", Map.of("prompts", prompts())),
        new Fixture("prompts/get", "name", Optional.empty(), _ -> false, ConformanceLists::prompt),
        Fixture.of(
            "completion/complete",
            _ -> Map.of("completion", Map.of("values", List.of("paris", "park")))),
        legacy("logging/setLevel"),
        legacy("resources/subscribe"),
        legacy("resources/unsubscribe"));
  }

  /// A method that the newest revision does not have any more.
  private static Method legacy(String name) {
    return new Method() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Set<Era> eras() {
        return Set.of(Era.legacy);
      }

      @Override
      public Object answer(Call call) {
        return Map.of();
      }
    };
  }

  private static Map<String, String> listed(String uri, String type) {
    return Map.of("uri", uri, "name", uri, "description", "Of the suite.", "mimeType", type);
  }

  private static Object read(Method.Call call) throws RpcProblem {
    String uri = call.params().path("uri").asString("");
    if (uri.equals("test://static-text")) {
      return contents(
          uri, "text/plain", "text", "This is the content of the static text resource.");
    }
    if (uri.equals("test://static-binary")) {
      return contents(uri, "image/png", "blob", ConformanceTools.PIXEL);
    }
    Matcher template = TEMPLATE.matcher(uri);
    if (!template.matches()) {
      throw RpcProblem.noResource(call.era(), uri);
    }
    String id = template.group(1);
    return contents(
        uri,
        "application/json",
        "text",
        "{\"id\":\"%s\",\"templateTest\":true,\"data\":\"Data for ID: %s\"}".formatted(id, id));
  }

  private static Object contents(String uri, String type, String member, String value) {
    return Map.of("contents", List.of(Map.of("uri", uri, "mimeType", type, member, value)));
  }

  private static List<Map<String, Object>> prompts() {
    return List.of(
        Map.of("name", "test_simple_prompt", "description", "Of the suite."),
        Map.of(
            "name",
            "test_prompt_with_arguments",
            "description",
            "Of the suite.",
            "arguments",
            List.of(argument("arg1"), argument("arg2"))),
        Map.of(
            "name",
            "test_prompt_with_embedded_resource",
            "description",
            "Of the suite.",
            "arguments",
            List.of(argument("resourceUri"))),
        Map.of("name", "test_prompt_with_image", "description", "Of the suite."),
        Map.of("name", "test_input_required_result_prompt", "description", "Of the suite."));
  }

  private static Map<String, Object> argument(String name) {
    return Map.of("name", name, "description", "Of the suite.", "required", true);
  }

  private static Object prompt(Method.Call call) throws RpcProblem {
    JsonNode arguments = call.params().path("arguments");
    return switch (call.params().path("name").asString("")) {
      case "test_simple_prompt" ->
          messages(ConformanceTools.text("This is a simple prompt for testing."));
      case "test_prompt_with_arguments" ->
          messages(
              ConformanceTools.text(
                  "Prompt with arguments: arg1='%s', arg2='%s'"
                      .formatted(
                          arguments.path("arg1").asString(""),
                          arguments.path("arg2").asString(""))));
      case "test_prompt_with_embedded_resource" ->
          messages(
              ConformanceTools.resource(
                  arguments.path("resourceUri").asString(""),
                  "text/plain",
                  "Embedded resource content for testing."),
              ConformanceTools.text("Please process the embedded resource above."));
      case "test_prompt_with_image" ->
          messages(
              ConformanceTools.image(), ConformanceTools.text("Please analyze the image above."));
      case "test_input_required_result_prompt" -> {
        JsonNode context =
            call.params().path("inputResponses").path("user_context").path("content");
        yield context.isObject()
            ? messages(ConformanceTools.text("In the context of " + context.path("context")))
            : ConformanceInputs.asks(
                Map.of(
                    "user_context",
                    ConformanceForms.ask(
                        "What context should the prompt use?", "context", "string")),
                null);
      }
      default -> throw RpcProblem.params("Unknown prompt");
    };
  }

  private static Object messages(Object... contents) {
    return Map.of(
        "messages",
        Arrays.stream(contents)
            .map(content -> Map.of("role", "user", "content", content))
            .toList());
  }
}

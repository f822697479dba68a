package dev.suture.mcp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The tools of the suite that need something of the client before they answer.
final class ConformanceInputs {
  private static final String BASE = "test_input_required_result_";
  private static final byte[] KEY = "a key of this run".getBytes(StandardCharsets.UTF_8);

  static final List<String> TOOLS =
      List.of(
          BASE + "elicitation",
          BASE + "sampling",
          BASE + "list_roots",
          BASE + "request_state",
          BASE + "multiple_inputs",
          BASE + "multi_round",
          BASE + "tampered_state",
          BASE + "capabilities");

  private ConformanceInputs() {}

  static Object call(String tool, Method.Call call) throws RpcProblem {
    JsonNode inputs = call.params().path("inputResponses");
    JsonNode name = inputs.path("user_name").path("content").path("name");
    return switch (tool.substring(BASE.length())) {
      case "elicitation" ->
          name.isString()
              ? ConformanceTools.said("Hello, " + name.asString() + "!")
              : asks(
                  Map.of("user_name", ConformanceForms.ask("What is your name?", "name", "string")),
                  null);
      case "sampling" -> {
        JsonNode answer = inputs.path("capital_question").path("content").path("text");
        yield answer.isString()
            ? ConformanceTools.said(answer.asString())
            : asks(
                Map.of(
                    "capital_question",
                    ConformanceForms.sample("What is the capital of France?", 100)),
                null);
      }
      case "list_roots" -> {
        JsonNode roots = inputs.path("client_roots").path("roots");
        yield roots.isArray()
            ? ConformanceTools.said("The roots are " + roots)
            : asks(Map.of("client_roots", ConformanceForms.roots()), null);
      }
      case "request_state", "tampered_state" ->
          inputs.has("confirm")
              ? confirmed(call)
              : asks(
                  Map.of("confirm", ConformanceForms.ask("Please confirm", "ok", "boolean")),
                  sealed("confirm"));
      case "multiple_inputs" -> several(call, inputs);
      case "multi_round" -> rounds(call, inputs);
      default -> capable(call);
    };
  }

  private static Object confirmed(Method.Call call) throws RpcProblem {
    opened(call);
    return ConformanceTools.said("state-ok");
  }

  private static Object several(Method.Call call, JsonNode inputs) throws RpcProblem {
    Map<String, InputRequired.Question> questions = new LinkedHashMap<>();
    questions.put("user_name", ConformanceForms.ask("What is your name?", "name", "string"));
    questions.put("greeting", ConformanceForms.sample("Generate a greeting", 50));
    questions.put("client_roots", ConformanceForms.roots());
    if (!questions.keySet().stream().allMatch(inputs::has)) {
      return asks(questions, sealed("several"));
    }
    opened(call);
    return ConformanceTools.said("All three came.");
  }

  private static Object rounds(Method.Call call, JsonNode inputs) throws RpcProblem {
    if (inputs.has("step2")) {
      opened(call);
      return ConformanceTools.said("Both steps came.");
    }
    if (inputs.has("step1")) {
      opened(call);
      return asks(
          Map.of(
              "step2",
              ConformanceForms.ask("Step 2: What is your favorite color?", "color", "string")),
          sealed("two"));
    }
    return asks(
        Map.of("step1", ConformanceForms.ask("Step 1: What is your name?", "name", "string")),
        sealed("one"));
  }

  private static Object capable(Method.Call call) {
    Map<String, InputRequired.Question> questions = new LinkedHashMap<>();
    Predicate<String> can = capability -> ConformanceTools.can(call, capability);
    if (can.test("sampling")) {
      questions.put("greeting", ConformanceForms.sample("Generate a greeting", 50));
    }
    if (can.test("elicitation")) {
      questions.put("user_name", ConformanceForms.ask("What is your name?", "name", "string"));
    }
    return asks(questions, null);
  }

  static Object asks(Map<String, InputRequired.Question> questions, @Nullable String state) {
    return new InputRequired(questions, state);
  }

  private static String sealed(String state) {
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(state.getBytes(StandardCharsets.UTF_8))
        + "."
        + mac(state);
  }

  private static void opened(Method.Call call) throws RpcProblem {
    String[] parts = call.params().path("requestState").asString("").split("\\.", 2);
    String state =
        parts.length == 2
            ? new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)
            : "";
    if (parts.length != 2 || !mac(state).equals(parts[1])) {
      throw RpcProblem.params("requestState is not what this server gave");
    }
  }

  private static String mac(String state) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(state.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

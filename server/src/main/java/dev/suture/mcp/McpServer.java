package dev.suture.mcp;

import dev.suture.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers one message at a time, in whichever revision it is written; nothing is remembered
/// between two.
public final class McpServer {
  private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);
  private static final int MOST_IN_BATCH = 20;
  private static final String META = "io.modelcontextprotocol/";

  private final Map<String, Method> methods = new TreeMap<>();
  private final Identity identity;
  private final Questions questions = new Questions();

  /// @param more tools of other rooms, after those that every server has
  /// @param version of Suture
  public McpServer(McpRooms rooms, List<Tool> more, String version) {
    this(methods(rooms, more), Capabilities.OURS, version);
  }

  McpServer(List<Method> offered, Capabilities capabilities, String version) {
    identity = new Identity("suture", "Suture", version);
    methods.put("initialize", new Initialize(identity, capabilities));
    methods.put("server/discover", new Discover(capabilities));
    offered.forEach(method -> methods.put(method.name(), method));
  }

  private static List<Method> methods(McpRooms rooms, List<Tool> more) {
    List<Tool> tools =
        new ArrayList<>(
            List.of(
                new FindFailures(rooms),
                new GetFailure(rooms),
                new GetEvidence(rooms),
                new OpenHotfix(rooms),
                new ScopeHotfix(rooms)));
    tools.addAll(more);
    return List.of(
        new Ping(),
        new ToolsList(tools),
        new ToolsCall(tools, rooms),
        new ResourcesList(),
        new ResourceTemplatesList(),
        new ResourcesRead(rooms),
        new PromptsList(),
        new PromptsGet(),
        new Complete(rooms));
  }

  public McpResponse handle(McpRequest request) {
    try {
      JsonNode message = read(request.body());
      return message.isArray() ? batch(request, message) : handle(request, message, true);
    } catch (RpcProblem problem) {
      return error(null, problem);
    }
  }

  /// Several messages in one body, which only the oldest revision has; its clients name no version.
  private McpResponse batch(McpRequest request, JsonNode messages) throws RpcProblem {
    boolean oldest = request.header().apply(Headers.VERSION).orElse(Era.OLDEST).equals(Era.OLDEST);
    if (!oldest || messages.isEmpty() || messages.size() > MOST_IN_BATCH) {
      throw RpcProblem.refused(
          RpcProblem.INVALID_REQUEST,
          oldest
              ? "A batch has 1 to " + MOST_IN_BATCH + " messages"
              : "Batches are of revision " + Era.OLDEST + " only: send one message at a time");
    }
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    for (JsonNode message : messages) {
      byte[] answer = body(handle(request, message, false));
      if (answer.length > 0) {
        answers.write(answers.size() == 0 ? '[' : ',');
        answers.writeBytes(answer);
      }
    }
    if (answers.size() == 0) {
      return new McpResponse.Whole(202, new byte[0]);
    }
    answers.write(']');
    return new McpResponse.Whole(200, answers.toByteArray());
  }

  private static byte[] body(McpResponse response) {
    return switch (response) {
      case McpResponse.Whole whole -> whole.body();
      case McpResponse.Lacking lacking -> lacking.body();
      case McpResponse.Streamed _ -> new byte[0];
    };
  }

  /// @param events whether the answer may be a stream of them
  private McpResponse handle(McpRequest request, JsonNode message, boolean events) {
    JsonNode id = message.path("id");
    if (!message.has("method") && (message.has("result") || message.has("error"))) {
      questions.answered(message);
      return new McpResponse.Whole(202, new byte[0]);
    }
    try {
      return isRequest(message, id)
          ? answer(request, message, events)
          : new McpResponse.Whole(202, new byte[0]);
    } catch (RpcProblem | IOException | RuntimeException failure) {
      return refused(id, failure);
    }
  }

  private static boolean isRequest(JsonNode message, JsonNode id) throws RpcProblem {
    boolean isRequest = id.isString() || id.isIntegralNumber();
    if (!message.path("jsonrpc").asString("").equals("2.0")
        || !message.path("method").isString()
        || !(isRequest || id.isMissingNode())) {
      throw RpcProblem.refused(
          RpcProblem.INVALID_REQUEST, "A message is one JSON-RPC 2.0 request or notification");
    }
    return isRequest;
  }

  private McpResponse answer(McpRequest request, JsonNode message, boolean events)
      throws RpcProblem, IOException {
    JsonNode id = message.path("id");
    String name = message.path("method").asString();
    JsonNode params = message.path("params");
    Era era = era(request, name, params);
    Method method = methods.get(name);
    if (era == Era.modern) {
      checkModern(request, params, name, method);
    }
    if (method == null || !method.eras().contains(era)) {
      throw RpcProblem.unknownMethod(era);
    }
    Method.Call call = new Method.Call(era, params, request.who(), null);
    return events && method.streams(call)
        ? new McpResponse.Streamed(out -> stream(method, call, id, out))
        : answered(method, call, id);
  }

  private McpResponse.Whole answered(Method method, Method.Call call, JsonNode id)
      throws RpcProblem, IOException {
    Object result = method.answer(call);
    return rendered(200, id, "result", call.era() == Era.modern ? modern(method, result) : result);
  }

  private void stream(Method method, Method.Call call, JsonNode id, OutputStream out)
      throws IOException {
    Stream stream = new Stream(out, questions);
    McpResponse.Whole last;
    try {
      last = answered(method, call.on(stream), id);
    } catch (RpcProblem | RuntimeException failure) {
      last = failed(id, failure);
    }
    stream.send(last.body());
  }

  private static McpResponse refused(JsonNode id, Exception failure) {
    McpResponse.Whole whole = failed(id, failure);
    return failure instanceof RpcProblem problem
            && problem.data() instanceof RpcProblem.Lacking(String scopes)
        ? new McpResponse.Lacking(scopes, whole.body())
        : whole;
  }

  private static McpResponse.Whole failed(JsonNode id, Exception failure) {
    if (failure instanceof RpcProblem problem) {
      return error(id, problem);
    }
    LOG.error("a request of the Model Context Protocol failed", failure);
    return rendered(
        500,
        id,
        "error",
        new Fault(RpcProblem.INTERNAL, "The server failed; its log says how", null));
  }

  /// By how the client opens: a version in `_meta` is of the newest revision, `initialize` without
  /// one is of the older ones, and otherwise the header says.
  private static Era era(McpRequest request, String method, JsonNode params) throws RpcProblem {
    if (meta(params, "protocolVersion").isPresent() || method.equals("server/discover")) {
      return Era.modern;
    }
    if (method.equals("initialize")) {
      return Era.legacy;
    }
    Optional<String> header = request.header().apply(Headers.VERSION);
    if (header.isPresent()) {
      return Era.of(header.get()).orElseThrow(() -> RpcProblem.version(header.get()));
    }
    return Era.legacy;
  }

  private static void checkModern(
      McpRequest request, JsonNode params, String name, @Nullable Method method) throws RpcProblem {
    String version =
        meta(params, "protocolVersion")
            .orElseThrow(
                () ->
                    RpcProblem.refused(
                        RpcProblem.INVALID_PARAMS, "_meta has no " + META + "protocolVersion"));
    Headers.same(request.header(), Headers.VERSION, version);
    if (!version.equals(Era.NEWEST)) {
      throw RpcProblem.version(version);
    }
    if (!params.path("_meta").path(META + "clientCapabilities").isObject()) {
      throw RpcProblem.refused(
          RpcProblem.INVALID_PARAMS, "_meta has no " + META + "clientCapabilities");
    }
    Headers.same(request.header(), Headers.METHOD, name);
    if (method != null) {
      Headers.check(request.header(), version, method, params);
    }
  }

  private static Optional<String> meta(JsonNode params, String key) {
    JsonNode value = params.path("_meta").path(META + key);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  private JsonNode modern(Method method, Object result) {
    ObjectNode tree = Json.MAPPER.valueToTree(result);
    boolean complete = !(result instanceof InputRequired);
    tree.put("resultType", complete ? "complete" : "input_required");
    method
        .freshness()
        .filter(_ -> complete)
        .ifPresent(
            kept -> {
              tree.put("ttlMs", kept.ttlMs());
              tree.put("cacheScope", kept.cacheScope());
            });
    tree.putObject("_meta").set(META + "serverInfo", Json.MAPPER.valueToTree(identity));
    return tree;
  }

  private static JsonNode read(byte[] body) throws RpcProblem {
    try {
      JsonNode message = Json.MAPPER.readTree(body);
      if (!message.isObject() && !message.isArray()) {
        throw RpcProblem.refused(RpcProblem.INVALID_REQUEST, "A message is one JSON object");
      }
      return message;
    } catch (JacksonException noJson) {
      throw RpcProblem.refused(RpcProblem.PARSE, "The body is no JSON");
    }
  }

  private static McpResponse.Whole error(@Nullable JsonNode id, RpcProblem problem) {
    return rendered(
        problem.status(),
        id,
        "error",
        new Fault(problem.code(), problem.sentence(), problem.data()));
  }

  private static McpResponse.Whole rendered(
      int status, @Nullable JsonNode id, String member, Object value) {
    ObjectNode message = Json.MAPPER.createObjectNode();
    message.put("jsonrpc", "2.0");
    if (id != null && (id.isString() || id.isIntegralNumber())) {
      message.set("id", id);
    }
    message.set(member, Json.MAPPER.valueToTree(value));
    return new McpResponse.Whole(status, Json.MAPPER.writeValueAsBytes(message));
  }

  record Fault(int code, String message, @Nullable Object data) {}
}

package dev.suture.mcp;

import dev.suture.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes messages as clients of the two eras do.
final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String META = "io.modelcontextprotocol/";

  private final URI endpoint;
  private final String token;

  Client(URI endpoint) {
    this(endpoint, null);
  }

  /// @param token to sign in by; null for none
  Client(URI endpoint, String token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  record Reply(int status, String body) {
    JsonNode json() {
      return Json.MAPPER.readTree(body);
    }

    JsonNode result() {
      return json().path("result");
    }

    int code() {
      return json().path("error").path("code").asInt();
    }
  }

  Reply legacy(String method, Map<String, Object> params) throws Exception {
    return post(message(method, params), Map.of("MCP-Protocol-Version", Era.LEGACY.getFirst()));
  }

  Reply modern(String method, Map<String, Object> params) throws Exception {
    return post(withMeta(method, params, Era.NEWEST), headers(method, params));
  }

  static Map<String, String> headers(String method, Map<String, Object> params) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("MCP-Protocol-Version", Era.NEWEST);
    headers.put("Mcp-Method", method);
    Object name = params.getOrDefault("uri", params.get("name"));
    if (name != null) {
      headers.put("Mcp-Name", name.toString());
    }
    return headers;
  }

  static ObjectNode withMeta(String method, Map<String, Object> params, String version) {
    ObjectNode message = message(method, params);
    ObjectNode meta = ((ObjectNode) message.path("params")).putObject("_meta");
    meta.put(META + "protocolVersion", version);
    meta.putObject(META + "clientCapabilities");
    return message;
  }

  static ObjectNode message(String method, Map<String, Object> params) {
    ObjectNode message = Json.MAPPER.createObjectNode();
    message.put("jsonrpc", "2.0").put("id", 7).put("method", method);
    message.set("params", Json.MAPPER.valueToTree(params));
    return message;
  }

  Reply post(JsonNode message, Map<String, String> headers) throws Exception {
    return post(Json.MAPPER.writeValueAsString(message), headers);
  }

  Reply post(String body, Map<String, String> headers) throws Exception {
    List<String> pairs = new ArrayList<>(List.of("Content-Type", "application/json"));
    headers.forEach(
        (name, value) -> {
          pairs.add(name);
          pairs.add(value);
        });
    if (token != null) {
      pairs.addAll(List.of("Authorization", "Bearer " + token));
    }
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(endpoint)
                .headers(pairs.toArray(String[]::new))
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new Reply(answer.statusCode(), answer.body());
  }
}

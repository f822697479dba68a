package dev.suture.mcp;

import dev.suture.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Standard input and output as a bridge to the endpoint of a running server: a line in, a POST, a
/// line out. Nothing but the protocol is written.
public final class Stdio {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final String DATA = "data: ";
  private static final String META = "io.modelcontextprotocol/protocolVersion";

  private static final Logger LOG = LoggerFactory.getLogger(Stdio.class);

  private final URI endpoint;
  private final @Nullable String token;
  private final OutputStream out;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /// The revision that an older client agreed on; it does not repeat it.
  private volatile String spoken = Era.LEGACY.getFirst();

  /// @param endpoint the server's `/mcp`
  /// @param token to sign in by; null for none
  public Stdio(URI endpoint, @Nullable String token, OutputStream out) {
    this.endpoint = endpoint;
    this.token = token;
    this.out = out;
  }

  /// Returns when the input has ended and all that was asked is answered.
  public void run(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          take(line, asking);
        }
      }
    }
  }

  private void take(String line, ExecutorService asking) throws IOException {
    JsonNode message;
    try {
      message = Json.MAPPER.readTree(line);
    } catch (JacksonException noJson) {
      write(fault(null, RpcProblem.PARSE, "The line is no JSON"));
      return;
    }
    if (message.path("method").asString("").equals("initialize")) {
      forward(message);
    } else {
      asking.execute(() -> forward(message));
    }
  }

  private void forward(JsonNode message) {
    JsonNode id = message.path("id");
    try {
      HttpResponse<InputStream> answer =
          client.send(request(message), HttpResponse.BodyHandlers.ofInputStream());
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
        events(message, answer.body());
        return;
      }
      byte[] body = answer.body().readAllBytes();
      if (body.length > 0) {
        answered(message, body);
      } else if (!id.isMissingNode() && message.has("method")) {
        write(fault(id, RpcProblem.INTERNAL, "The server answered nothing"));
      }
    } catch (IOException unreachable) {
      if (!id.isMissingNode()) {
        quietly(
            fault(
                id,
                RpcProblem.INTERNAL,
                "No Suture server answers at "
                    + endpoint
                    + ". Start it with ./suture up, or give its address with --server."));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void events(JsonNode message, InputStream body) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DATA)) {
          answered(message, line.substring(DATA.length()).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private void answered(JsonNode message, byte[] body) throws IOException {
    JsonNode answer;
    try {
      answer = Json.MAPPER.readTree(body);
    } catch (JacksonException foreign) {
      write(
          fault(
              message.path("id"),
              RpcProblem.INTERNAL,
              "What answers at " + endpoint + " does not speak the Model Context Protocol."));
      return;
    }
    if (!answer.path("jsonrpc").isString()) {
      String why = answer.path("error").path("message").asString("The server refused the request.");
      write(fault(message.path("id"), RpcProblem.INTERNAL, why));
      return;
    }
    if (message.path("method").asString("").equals("initialize")) {
      spoken = answer.path("result").path("protocolVersion").asString(spoken);
    }
    write(answer);
  }

  private HttpRequest request(JsonNode message) {
    JsonNode params = message.path("params");
    String method = message.path("method").asString("");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header(
                Headers.VERSION, Headers.encoded(params.path("_meta").path(META).asString(spoken)))
            .header(Headers.METHOD, Headers.encoded(method))
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(message)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    String name = params.path(method.equals("resources/read") ? "uri" : "name").asString("");
    if (!name.isEmpty()) {
      request.header(Headers.NAME, Headers.encoded(name));
    }
    return request.build();
  }

  private static JsonNode fault(@Nullable JsonNode id, int code, String message) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.put("jsonrpc", "2.0");
    if (id != null && !id.isMissingNode()) {
      answer.set("id", id);
    }
    answer.set("error", Json.MAPPER.valueToTree(new McpServer.Fault(code, message, null)));
    return answer;
  }

  private void quietly(JsonNode message) {
    try {
      write(message);
    } catch (IOException gone) {
      LOG.debug("whoever asked has closed its end", gone);
    }
  }

  private synchronized void write(JsonNode message) throws IOException {
    out.write(Json.MAPPER.writeValueAsBytes(message));
    out.write('\n');
    out.flush();
  }
}

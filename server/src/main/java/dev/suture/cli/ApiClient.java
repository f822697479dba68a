package dev.suture.cli;

import dev.suture.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The HTTP API of a running server, as the commands need it.
final class ApiClient implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(25);

  private final URI server;
  private final @Nullable String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /// @param token to sign in by; null for none
  ApiClient(URI server, @Nullable String token) {
    this.server = server;
    this.token = token;
  }

  URI server() {
    return server;
  }

  @Nullable String token() {
    return token;
  }

  JsonNode get(String path) {
    return json(send("GET", path, BodyPublishers.noBody(), "application/json"));
  }

  String text(String path, String mediaType) {
    return send("GET", path, BodyPublishers.noBody(), mediaType);
  }

  JsonNode delete(String path) {
    return json(send("DELETE", path, BodyPublishers.noBody(), "application/json"));
  }

  JsonNode send(String method, String path, Map<String, ?> body) {
    return json(
        send(
            method,
            path,
            BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)),
            "application/json"));
  }

  JsonNode put(String path, Path file) throws IOException {
    return json(send("PUT", path, BodyPublishers.ofFile(file), "application/json"));
  }

  JsonNode post(String path, Path file) throws IOException {
    return json(send("POST", path, BodyPublishers.ofFile(file), "application/json"));
  }

  /// A path below `/api/v1` from its segments, each encoded.
  static String path(String... segments) {
    StringBuilder path = new StringBuilder("/api/v1");
    for (String segment : segments) {
      path.append('/').append(encoded(segment));
    }
    return path.toString();
  }

  /// A path with the parameters that are not empty.
  static String query(String path, Map<String, String> parameters) {
    StringBuilder query = new StringBuilder(path);
    char before = '?';
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      if (!parameter.getValue().isEmpty()) {
        query.append(before).append(parameter.getKey()).append('=');
        query.append(encoded(parameter.getValue()));
        before = '&';
      }
    }
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String send(String method, String path, BodyPublisher body, String accept) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(method, body)
            .header("Accept", accept)
            .header("Content-Type", "application/json")
            .timeout(LONGEST);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        throw refused(response);
      }
      return response.body();
    } catch (IOException unreached) {
      throw Failure.cannotTell(
          "No Suture server answers at "
              + server
              + ". Start one with `suture up`, or name another with --server URL.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Failure.cannotTell("Stopped.");
    }
  }

  private Failure refused(HttpResponse<String> response) {
    try {
      JsonNode error = Json.MAPPER.readTree(response.body()).path("error");
      String message = error.path("message").asString("");
      if (!message.isEmpty()) {
        String remedy = error.path("remedy").asString("");
        String said = Terminal.cell(message + (remedy.isEmpty() ? "" : " " + remedy), 2_000);
        boolean mayNotAsk = response.statusCode() == 401 || response.statusCode() == 403;
        return mayNotAsk ? Failure.cannotTell(said) : Failure.refused(said);
      }
    } catch (JacksonException notOurs) {
      return stranger(response);
    }
    return stranger(response);
  }

  private Failure stranger(HttpResponse<String> response) {
    return Failure.cannotTell(
        "What answers at "
            + server
            + " is not a Suture server of this version (status "
            + response.statusCode()
            + "): name the right one with --server URL.");
  }

  private JsonNode json(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException notOurs) {
      throw Failure.cannotTell(
          "What answers at " + server + " is no Suture server: name one with --server URL.");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

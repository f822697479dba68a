package dev.suture.bench;

import dev.suture.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A whole server with one project in it, seen from outside.
final class Target {
  private static final int SEGMENTS = 100_000;
  private static final long POLL_MILLIS = 100;
  private static final int SOURCE_BYTES = 9_000_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String token;
  private final String path;

  /// Makes the project and uploads the map of the script that its browsers run. Spike protection is
  /// off: all of the load is a spike, and all of it is to be digested.
  Target(int port, String token) throws Exception {
    this.port = port;
    this.token = token;
    JsonNode project =
        call("POST", "/projects", Json.MAPPER.writeValueAsBytes(new Project("bench", "Bench")));
    URI dsn = URI.create(project.path("dsn").asString());
    this.path = "/api" + dsn.getPath() + "/envelope/?sentry_key=" + dsn.getUserInfo();
    long version = call("GET", "/projects/bench/settings", null).path("version").asLong();
    call(
        "PATCH",
        "/projects/bench/settings",
        Json.MAPPER.writeValueAsBytes(new Settings(version, new Limits(List.of(), false))));
    call(
        "PUT",
        "/projects/bench/artifacts?debugId=" + Fault.DEBUG_ID,
        GeneratedMap.json(SEGMENTS, SOURCE_BYTES, 5));
  }

  private record Project(String slug, String name) {}

  private record Settings(long version, Limits limits) {}

  private record Limits(List<String> project, boolean spikeProtection) {}

  Load load(int connections) {
    return new Load(port, path, connections);
  }

  /// How many events are stored.
  long stored() throws Exception {
    long count = 0;
    for (JsonNode tally : call("GET", "/status", null).path("outcomes")) {
      if (tally.path("category").asString().equals("event")
          && tally.path("outcome").asString().equals("stored")) {
        count += tally.path("count").asLong();
      }
    }
    return count;
  }

  /// How many arrivals wait to be digested.
  long waiting() throws Exception {
    return call("GET", "/status", null).path("backlog").path("arrivals").asLong();
  }

  /// Waits until so many events are stored.
  void awaitStored(long count) throws Exception {
    long started = System.nanoTime();
    for (long stored = stored(); stored < count; stored = stored()) {
      if (System.nanoTime() - started > LONGEST.toNanos()) {
        throw new IOException("only " + stored + " of " + count + " events were digested");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /// The issue whose title holds a text, with how many events it is listed and counted.
  Optional<Listed> issue(String text) throws Exception {
    for (JsonNode row : call("GET", "/issues?project=bench&q=" + text, null).path("issues")) {
      JsonNode issue = row.path("issue");
      return Optional.of(new Listed(issue.path("id").asString(), issue.path("events").asLong()));
    }
    return Optional.empty();
  }

  record Listed(String id, long events) {}

  private JsonNode call(String method, String path, byte @Nullable [] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + " answered " + answer.statusCode());
    }
    return Json.MAPPER.readTree(answer.body());
  }
}

package dev.suture.bench.cause;

import dev.suture.app.Config;
import dev.suture.app.Suture;
import dev.suture.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A whole server, and the repositories of the cases. Each case is a project: with its repository,
/// the source maps of its build, its releases and its capture, all by the doors that a user takes.
final class World implements AutoCloseable {
  private static final long POLL_MILLIS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int LONGEST_SLUG = 40;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path faults;
  private final Suture server;
  private final JsonNode seeded;

  private World(Path faults, Suture server, JsonNode seeded) {
    this.faults = faults;
    this.server = server;
    this.seeded = seeded;
  }

  static World open(Path faults, Path scratch, Set<String> apps) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    JsonNode seeded = seed(faults, scratch.resolve("repositories"), apps);
    Map<String, String> settings = Map.of("data", scratch.resolve("data").toString(), "port", "0");
    return new World(faults, Suture.start(Config.of(settings)), seeded);
  }

  private static JsonNode seed(Path faults, Path out, Set<String> apps) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("node", faults + "/harness/seed.mjs", "--out", out.toString()));
    command.addAll(apps);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] told = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException("the repositories of the cases were not made");
    }
    return Json.MAPPER.readTree(told);
  }

  byte[] envelope(String app, Truth truth) throws IOException {
    return Files.readAllBytes(faults.resolve("captures/" + app + "/" + truth.name() + ".envelope"));
  }

  /// Brings a case in and gives the id of its issue.
  String bringIn(String app, Truth truth) throws Exception {
    String slug = slug(app + "-" + truth.name());
    JsonNode repository = seeded.path(app + "/" + truth.name());
    if (!repository.path("brokenBy").asString("").equals(truth.commit())) {
      throw new IOException(slug + " was captured from other sources: capture it again");
    }
    JsonNode project =
        json("POST", "/projects", new NewProject(slug, slug, repository.path("origin").asString()));
    for (Truth.SourceMap map : truth.maps()) {
      call(
          "PUT",
          "/projects/%s/artifacts?release=%s&url=%s"
              .formatted(slug, encoded(truth.live().release()), encoded(map.url())),
          map(map.file()));
    }
    for (Truth.Build build : new Truth.Build[] {truth.before(), truth.live()}) {
      json(
          "POST",
          "/projects/" + slug + "/deployments",
          new Deployment("production", build.release(), build.commit()));
    }
    send(project.path("dsn").asString(), envelope(app, truth));
    return awaitIssue(slug);
  }

  /// A project's slug has at most 40 characters.
  private static String slug(String name) {
    return name.length() <= LONGEST_SLUG
        ? name
        : name.substring(0, LONGEST_SLUG).replaceAll("-$", "");
  }

  /// An envelope names in its first line where it goes; only that is changed.
  private void send(String dsn, byte[] envelope) throws Exception {
    URI address = URI.create(dsn);
    String path = "/api" + address.getPath() + "/envelope/?sentry_key=" + address.getUserInfo();
    byte[] plain = envelope[0] == 0x1f ? unpacked(envelope) : envelope;
    int end = 0;
    while (plain[end] != '\n') {
      end++;
    }
    ObjectNode head = (ObjectNode) Json.MAPPER.readTree(Arrays.copyOf(plain, end));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(Json.MAPPER.writeValueAsBytes(head.put("dsn", dsn)));
    body.write(plain, end, plain.length - end);
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IOException("an envelope was answered " + status);
    }
  }

  private String awaitIssue(String slug) throws Exception {
    long started = System.nanoTime();
    while (System.nanoTime() - started < LONGEST.toNanos()) {
      JsonNode first = get("/issues?project=" + slug).path("issues").path(0).path("issue");
      if (first.has("id")) {
        return first.path("id").asString();
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IOException("the capture of " + slug + " made no issue");
  }

  JsonNode get(String path) throws Exception {
    return Json.MAPPER.readTree(call("GET", path, null));
  }

  String text(String path) throws Exception {
    return new String(call("GET", path, null), StandardCharsets.UTF_8);
  }

  /// How long each of some calls of `tools/list` took, in milliseconds, after as many others.
  double[] toolLists(int calls) throws Exception {
    String asked = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";
    HttpRequest request =
        HttpRequest.newBuilder(uri("/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("Authorization", "Bearer " + server.operatorToken())
            .POST(BodyPublishers.ofString(asked))
            .build();
    double[] millis = new double[calls];
    for (int call = -calls; call < calls; call++) {
      long started = System.nanoTime();
      String said = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      double took = (System.nanoTime() - started) / 1e6;
      if (!said.contains("suture_get_failure")) {
        throw new IOException("tools/list answered " + said);
      }
      if (call >= 0) {
        millis[call] = took;
      }
    }
    return millis;
  }

  private JsonNode json(String method, String path, Object body) throws Exception {
    return Json.MAPPER.readTree(call(method, path, Json.MAPPER.writeValueAsBytes(body)));
  }

  private byte[] call(String method, String path, byte @Nullable [] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/v1" + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + server.operatorToken())
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      String said = new String(answer.body(), StandardCharsets.UTF_8);
      throw new IOException(method + " " + path + " answered " + answer.statusCode() + ": " + said);
    }
    return answer.body();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private byte[] map(String file) throws IOException {
    return unpacked(Files.readAllBytes(faults.resolve("captures/maps/" + file)));
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws Exception {
    http.close();
    server.close();
  }

  private record NewProject(String slug, String name, String repository) {}

  private record Deployment(String environment, String release, String commit) {}
}

package dev.suture.testing;

import dev.suture.app.Config;
import dev.suture.app.Suture;
import dev.suture.ingest.OutcomeStore.Tally;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A whole server with one project, reached over HTTP as an SDK reaches it.
public final class Door implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Suture suture;
  private final Project project;
  private final String key;

  public Door(Path data) throws IOException {
    this(Config.of(Map.of("data", data.toString(), "port", "0")));
  }

  public Door(Config config) throws IOException {
    suture = Suture.start(config);
    project =
        suture
            .projects()
            .bySlug("shop")
            .orElseGet(() -> suture.projects().create("shop", "Shop", null, Lines.GIT_FLOW));
    key = suture.projects().keys(project.id()).getFirst().value();
  }

  public Suture suture() {
    return suture;
  }

  public Project project() {
    return project;
  }

  public String key() {
    return key;
  }

  public String dsn() {
    return "http://" + key + "@127.0.0.1:" + suture.port() + "/" + project.id();
  }

  /// A request; to the operator's side it is signed in.
  public HttpRequest.Builder to(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + suture.port() + path))
            .timeout(Duration.ofSeconds(60));
    return path.matches("/(api/v1|api/0|mcp)(/.*)?")
        ? request.header("Authorization", "Bearer " + suture.operatorToken())
        : request;
  }

  /// A request to the envelope endpoint, with the key.
  public HttpRequest.Builder envelope() {
    return to("/api/" + project.id() + "/envelope/")
        .header("X-Sentry-Auth", "Sentry sentry_version=7, sentry_key=" + key);
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path).GET().build());
  }

  /// What a path of the operator's side answers.
  public JsonNode json(String path) throws IOException, InterruptedException {
    return Json.MAPPER.readTree(get(path).body());
  }

  /// What the operator's side answers with 200.
  ///
  /// @param body null for none
  public JsonNode call(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            to("/api/v1" + path)
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() != 200) {
      throw new AssertionError(
          method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }

  public HttpResponse<String> post(HttpRequest.Builder request, byte[] body)
      throws IOException, InterruptedException {
    return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
  }

  /// How many times something ended so, once everything that was accepted is digested.
  public long count(String category, String outcome, String reason) throws InterruptedException {
    await(() -> suture.queue().backlog().arrivals() == 0);
    return suture.outcomes().tallies().stream()
        .filter(tally -> tally.category().equals(category))
        .filter(tally -> tally.outcome().equals(outcome) && tally.reason().equals(reason))
        .mapToLong(Tally::count)
        .sum();
  }

  public List<Tally> tallies() {
    return suture.outcomes().tallies();
  }

  public static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited 20 s for nothing");
      }
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    suture.close();
  }
}

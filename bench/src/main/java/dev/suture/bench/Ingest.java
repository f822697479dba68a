package dev.suture.bench;

import dev.suture.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Accepted, durable, digested: each beside the limit that the same bodies meet in the same run.
///
/// Accepting is held to one core and compared with the same HTTP server and an empty handler on
/// that core. Digesting has the whole machine, ends when the queue is drained, and is compared with
/// one bare pass of unpacking and tokenising over the same bodies with two threads.
final class Ingest implements Benchmark {
  private static final int CONNECTIONS = 64;
  private static final int WARM = 20_000;
  private static final int MEASURED = 30_000;
  private static final int LARGE = 12_000;

  private final HttpClient http = HttpClient.newHttpClient();

  /// What the server of a run lets its operator in by.
  private String token = "";

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String about() {
    return "events accepted, durable and digested in a second, beside the bare limits";
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    List<Row> rows = new ArrayList<>();
    progress.say("making " + (WARM + MEASURED) + " bodies of the mix and " + LARGE + " of 50 KB");
    List<Payloads.Body> warm = Payloads.mix(WARM, 1);
    List<Payloads.Body> measured = Payloads.mix(MEASURED, 2);
    accepting(rows, scratch, progress, warm, measured);
    digesting(rows, scratch, progress, warm, measured);
    return rows;
  }

  private void accepting(
      List<Row> rows,
      Path scratch,
      Progress progress,
      List<Payloads.Body> warm,
      List<Payloads.Body> measured)
      throws Exception {
    progress.say("the same server with an empty handler, one core");
    double empty;
    try (Child child = Child.start(EmptyServer.class, 0)) {
      empty =
          accepted(child.port(), "/api/1/envelope/?sentry_key=" + "0".repeat(32), warm, measured);
    }
    progress.say("accepting durably, one core");
    double durable;
    Path data = Files.createDirectory(scratch.resolve("accept"));
    try (Child child = Child.start(AcceptServer.class, 0, data.toString())) {
      durable =
          accepted(child.port(), "/api/1/envelope/?sentry_key=" + child.key(), warm, measured);
    }
    rows.add(Row.limit("empty handler, one core", empty, "events/s"));
    rows.add(Row.limit("accepted and durable, one core", durable, "events/s"));
    rows.add(
        Row.higher(
            "accepted share of the empty handler",
            100 * durable / empty,
            "%",
            60,
            "empty handler, one core"));
  }

  private static double accepted(
      int port, String target, List<Payloads.Body> warm, List<Payloads.Body> measured)
      throws Exception {
    Load load = new Load(port, target);
    load.perSecond(warm, CONNECTIONS);
    return load.perSecond(measured, CONNECTIONS);
  }

  private void digesting(
      List<Row> rows,
      Path scratch,
      Progress progress,
      List<Payloads.Body> warm,
      List<Payloads.Body> measured)
      throws Exception {
    progress.say("a bare pass over the same bodies, two threads");
    BarePass.perSecond(warm, 2);
    double bare = BarePass.perSecond(measured, 2);
    Path data = Files.createDirectory(scratch.resolve("digest"));
    try (Child child = Child.start(WholeServer.class, -1, data.toString())) {
      token = Files.readString(data.resolve("operator.token")).strip();
      String target = target(child.port());
      progress.say("digesting the mix, two cores");
      digested(child.port(), target, warm);
      double mix = digested(child.port(), target, measured);
      List<Payloads.Body> large = Payloads.sized(LARGE, 50_000, 3);
      progress.say("digesting events of 50 KB, two cores");
      double fifty = digested(child.port(), target, large);
      rows.add(Row.limit("bare pass (gunzip, tokens), two threads", bare, "events/s"));
      rows.add(Row.limit("digested, mix, two cores", mix, "events/s"));
      rows.add(
          Row.higher(
              "digested share of the bare pass",
              100 * mix / bare,
              "%",
              35,
              "bare pass, two threads"));
      rows.add(
          Row.higher(
              "digested, 50 KB events, two cores",
              fifty,
              "events/s",
              1_500,
              "a peer publishes 30 on two cores"));
      rows.add(
          new Row(
              "resident memory, peak",
              child.residentMib(),
              "MiB",
              null,
              Row.Direction.lower,
              "heap 512 MiB"));
    }
  }

  /// Sends the bodies and waits until the queue is empty and every one is counted.
  private double digested(int port, String target, List<Payloads.Body> bodies) throws Exception {
    long before = stored(port);
    long started = System.nanoTime();
    new Load(port, target).perSecond(bodies, CONNECTIONS);
    while (stored(port) < before + bodies.size()) {
      if (System.nanoTime() - started > Duration.ofMinutes(10).toNanos()) {
        throw new IOException(
            "only " + (stored(port) - before) + " of " + bodies.size() + " events were digested");
      }
      Thread.sleep(20);
    }
    return bodies.size() / ((System.nanoTime() - started) / 1e9);
  }

  private String target(int port) throws Exception {
    JsonNode project =
        call(port, "POST", "/api/v1/projects", "{\"slug\":\"bench\",\"name\":\"Bench\"}");
    URI dsn = URI.create(project.path("dsn").asString());
    return "/api" + dsn.getPath() + "/envelope/?sentry_key=" + dsn.getUserInfo();
  }

  private long stored(int port) throws Exception {
    long count = 0;
    for (JsonNode tally : call(port, "GET", "/api/v1/status", null).path("outcomes")) {
      if (tally.path("category").asString().equals("event")
          && tally.path("outcome").asString().equals("stored")) {
        count += tally.path("count").asLong();
      }
    }
    return count;
  }

  private JsonNode call(int port, String method, String path, @Nullable String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + " answered " + answer.statusCode());
    }
    return Json.MAPPER.readTree(answer.body());
  }
}

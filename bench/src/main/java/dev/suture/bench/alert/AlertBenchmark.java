package dev.suture.bench.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.suture.alert.Tallies;
import dev.suture.app.Config;
import dev.suture.app.Suture;
import dev.suture.bench.Benchmark;
import dev.suture.bench.Row;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// A thousand services, each with a rule on its rate and a channel, a thousand events a second over
/// all of them: from the moment that the event which breaks a limit is sent until the message is
/// there. Sender, receiver and server share the machine.
public final class AlertBenchmark implements Benchmark {
  private static final int SERVICES = 1_000;
  private static final int PER_SECOND = 1_000;
  private static final int SECONDS = 32;
  private static final int FIRST_LIMIT = 8;
  private static final int LIMITS = 20;
  private static final int CONNECTIONS = 32;
  private static final int UPDATES = 20_000_000;

  private final AtomicLongArray broken = new AtomicLongArray(SERVICES);
  private final AtomicLongArray told = new AtomicLongArray(SERVICES);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "alert";
  }

  @Override
  public String about() {
    return "how soon an alert arrives at 1,000 services, and what counting costs";
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    List<Row> rows = new ArrayList<>();
    rows.add(updates());
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/", this::take);
    receiver.start();
    try (Suture server = Suture.start(config(scratch))) {
      progress.say("making " + SERVICES + " services");
      List<String> targets = services(server, receiver.getAddress().getPort());
      progress.say("sending for " + SECONDS + " s");
      load(targets);
      await(progress);
    } finally {
      receiver.stop(0);
    }
    rows.addAll(latencies());
    return rows;
  }

  private static Config config(Path scratch) {
    return Config.of(
        Map.of(
            "data", scratch.resolve("data").toString(), "port", "0", "private-hosts", "127.0.0.1"));
  }

  /// Counting alone, on one core.
  private static Row updates() {
    Tallies tallies = new Tallies(Instant.EPOCH, 7);
    String[] users = new String[1_024];
    Arrays.setAll(users, i -> "user-" + i);
    double best = 0;
    for (int round = 0; round < 4; round++) {
      Instant now = Instant.ofEpochSecond(1_000_000);
      long started = System.nanoTime();
      for (int i = 0; i < UPDATES / 4; i++) {
        tallies.add(i % SERVICES, now, users[(i * 31) & 1_023]);
      }
      best = Math.max(best, UPDATES / 4 / ((System.nanoTime() - started) / 1e9));
    }
    return Row.higher(
        "updates a second on a core", best, "1/s", 1_000_000, "events and users of 1,000 services");
  }

  private void take(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    int service = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
    told.compareAndSet(service, 0, System.nanoTime());
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private List<String> services(Suture server, int receiver) throws Exception {
    List<String> targets = new ArrayList<>();
    String base = "http://127.0.0.1:" + server.port();
    for (int i = 0; i < SERVICES; i++) {
      Project project =
          server.projects().create("service-" + i, "Service " + i, null, Lines.GIT_FLOW);
      String api = base + "/api/v1/projects/" + project.slug();
      String channel =
          "{\"name\":\"hook\",\"kind\":\"webhook\",\"address\":\"http://127.0.0.1:%d/%d\",\"secret\":\"0123456789abcdef\"}"
              .formatted(receiver, i);
      post(api + "/alert-channels", channel, server.operatorToken());
      String rule =
          "{\"name\":\"rate\",\"condition\":{\"kind\":\"rate\",\"events\":%d,\"minutes\":5},\"telling\":{\"channels\":[],\"ended\":false,\"groupMinutes\":0}}"
              .formatted(limit(i));
      quiet(server, api);
      post(api + "/alert-rules", rule, server.operatorToken());
      targets.add(
          base
              + "/api/"
              + project.id()
              + "/envelope/?sentry_key="
              + server.projects().keys(project.id()).getFirst().value());
    }
    return targets;
  }

  /// Leaves of the usual rules those that no error breaks.
  private void quiet(Suture server, String api) throws Exception {
    HttpRequest.Builder first =
        HttpRequest.newBuilder(URI.create(api + "/alert-rules"))
            .header("Authorization", "Bearer " + server.operatorToken());
    String rules = http.send(first.build(), HttpResponse.BodyHandlers.ofString()).body();
    String id = rules.replaceFirst(".*?\"id\":(\\d+).*", "$1");
    HttpRequest.Builder removal =
        HttpRequest.newBuilder(URI.create(api + "/alert-rules/" + id))
            .header("Authorization", "Bearer " + server.operatorToken())
            .DELETE();
    http.send(removal.build(), HttpResponse.BodyHandlers.discarding());
  }

  private static int limit(int service) {
    return FIRST_LIMIT + service % LIMITS;
  }

  private void post(String address, String body, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException(address + " answered " + status);
    }
  }

  private void load(List<String> targets) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long started = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        running.add(
            threads.submit(
                () -> {
                  send(targets, next, started);
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
  }

  private void send(List<String> targets, AtomicInteger next, long started) throws Exception {
    for (int n = next.getAndIncrement(); n < PER_SECOND * SECONDS; n = next.getAndIncrement()) {
      long due = started + n * (1_000_000_000L / PER_SECOND);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      int service = n % SERVICES;
      if (n / SERVICES + 1 == limit(service)) {
        broken.set(service, System.nanoTime());
      }
      String id = "%032x".formatted(n + 1);
      post(
          targets.get(service),
          "{\"event_id\":\""
              + id
              + "\"}\n{\"type\":\"event\"}\n{\"event_id\":\""
              + id
              + "\",\"platform\":\"node\",\"message\":\"it broke\",\"user\":{\"id\":\""
              + n % 50
              + "\"}}\n",
          "");
    }
  }

  private void await(Progress progress) throws InterruptedException {
    for (int i = 0; i < 600 && missing() > 0; i++) {
      Thread.sleep(100);
    }
    progress.say(missing() + " of " + SERVICES + " alerts did not arrive");
  }

  private int missing() {
    int missing = 0;
    for (int i = 0; i < SERVICES; i++) {
      missing += told.get(i) == 0 ? 1 : 0;
    }
    return missing;
  }

  private List<Row> latencies() {
    double[] seconds = new double[SERVICES];
    for (int i = 0; i < SERVICES; i++) {
      seconds[i] = told.get(i) == 0 ? Double.MAX_VALUE : (told.get(i) - broken.get(i)) / 1e9;
    }
    Arrays.sort(seconds);
    String beside = "1,000 alerts at 1,000 events/s over 1,000 services";
    return List.of(
        Row.lower("alerts that did not arrive", missing(), "", 0.0, beside),
        Row.lower("event to alert, median", seconds[SERVICES / 2], "s", null, beside),
        Row.lower("event to alert, p99", seconds[SERVICES * 99 / 100], "s", 5.0, beside),
        Row.lower("event to alert, longest", seconds[SERVICES - 1], "s", null, beside));
  }
}

package dev.suture.bench;

import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import dev.suture.cause.BundleMarkdown;
import dev.suture.cause.Bundles;
import dev.suture.cause.Evidence;
import dev.suture.cause.Origin;
import dev.suture.cause.chain.Causes;
import dev.suture.deploy.Deployment;
import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Level;
import dev.suture.event.Thrown;
import dev.suture.git.GitHistory;
import dev.suture.git.GitSources;
import dev.suture.git.NativeGit;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.minimal.KnownSteps;
import dev.suture.store.Database;
import dev.suture.store.FileBlobs;
import dev.suture.store.SqlCaptures;
import dev.suture.store.SqlDeployments;
import dev.suture.store.SqlHotfixes;
import dev.suture.store.SqlIssues;
import dev.suture.store.SqlMinimals;
import dev.suture.store.SqlProjects;
import dev.suture.store.SqlTrust;
import dev.suture.syntax.TreeSitterParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Failure bundles of a full store: recorded failures of some of its issues, each with two minutes
/// of network, against a real repository.
final class BundleReads {
  private static final int FAILURES = 40;
  private static final int EXCHANGES = 60;
  private static final int CALLS = 5;
  private static final double GOAL_MILLIS = 150;

  private static final String SOURCE =
      """
      export async function checkout() {
        const answer = await fetch('/api/cart');
        const cart = await answer.json();
        const first = cart.items[0];
        return first.price * 2;
      }
      """;

  private final Database database;
  private final Path scratch;
  private final SqlIssues issues;
  private final FileBlobs blobs;
  private final Instant now;

  BundleReads(Database database, Path scratch, SqlIssues issues, Instant now) throws IOException {
    this.database = database;
    this.scratch = scratch;
    this.issues = issues;
    this.now = now;
    this.blobs = new FileBlobs(scratch.resolve("blobs"));
  }

  void measure(String slug, List<Row> rows) throws Exception {
    SqlProjects projects = new SqlProjects(database);
    Path repository = repository();
    Project project = projects.bySlug(slug).orElseThrow();
    projects.update(
        new Project(
            project.id(), slug, project.name(), repository.toUri().toString(), Lines.GIT_FLOW));
    SqlDeployments deployments = new SqlDeployments(database);
    String commit = git(repository, "rev-parse", "HEAD");
    deployments.add(
        new Deployment(
            0,
            slug,
            "production",
            "shop@1.9",
            commit,
            Deployment.Kind.normal,
            now.minus(Duration.ofDays(1))));
    SqlCaptures captures = new SqlCaptures(database);
    List<String> failing = new ArrayList<>();
    for (int number = 1; number <= FAILURES; number++) {
      failing.add(fail(project.id(), slug, number, captures));
    }
    Evidence evidence = new Evidence(issues, captures, blobs);
    NativeGit git = new NativeGit(scratch.resolve("clones"));
    git.fetch(projects.bySlug(slug).orElseThrow());
    Origin origin =
        new Origin(projects, deployments, git, new SqlHotfixes(database), new SqlTrust(database));
    Causes causes =
        new Causes(
            evidence,
            origin,
            new Causes.Sources(new GitSources(git), new GitHistory(git), new TreeSitterParser()));
    Bundles bundles =
        new Bundles(
            evidence, origin, causes, new KnownSteps(new SqlMinimals(database), blobs), () -> now);
    read(bundles, failing, rows);
  }

  private static void read(Bundles bundles, List<String> failing, List<Row> rows) {
    if (bundles.ofIssue(failing.getFirst()).map(BundleMarkdown::render).isEmpty()) {
      throw new IllegalStateException("the failing issue has no bundle");
    }
    double[] first = new double[failing.size() - 1];
    double[] all = new double[first.length * CALLS];
    for (int at = 0; at < first.length; at++) {
      for (int call = 0; call < CALLS; call++) {
        long started = System.nanoTime();
        var _ = bundles.ofIssue(failing.get(at + 1)).map(BundleMarkdown::render).orElseThrow();
        double millis = (System.nanoTime() - started) / 1e6;
        all[at * CALLS + call] = millis;
        first[at] = call == 0 ? millis : first[at];
      }
    }
    rows.add(row("bundle of a failure never asked about, p95", first));
    rows.add(row("bundle, p95", all));
  }

  private static Row row(String name, double[] millis) {
    Arrays.sort(millis);
    return Row.lower(
        name,
        millis[millis.length * 95 / 100],
        "ms",
        GOAL_MILLIS,
        String.format("p50 %.1f ms of %d", millis[millis.length / 2], millis.length));
  }

  /// One more event of an issue, with a recording.
  private String fail(long project, String slug, int number, SqlCaptures captures)
      throws IOException {
    String id = String.format("%032x", 0xfeed_0000L + number);
    int issue = number - 1;
    Frame frame = new Frame("checkout", "src/checkout.ts", 5, 10, true, null, null, null, null);
    Event event =
        new Event(
            id,
            project,
            now,
            now,
            Level.error,
            "javascript",
            "shop@1.9",
            "production",
            "/checkout",
            null,
            List.of(
                new Thrown(
                    "TypeError",
                    "Cannot read properties of undefined (reading 'price')",
                    false,
                    "onerror",
                    List.of(frame))),
            new Event.User("u" + number, null, null, null),
            null,
            new TreeMap<>(),
            List.of(),
            List.of(),
            new Event.Sdk("suture.extension", "0.1.0"),
            null,
            Event.Details.NONE);
    String hash = String.format("%032x", issue);
    issues.record(
        List.of(
            new Sighting(event, new Fingerprint("bench", hash, List.of("call" + issue)), true)));
    String name = slug + "-" + number;
    captures.put(
        new Capture(id, project, name, null, null, now, now, "suture.extension", parts(id)));
    return name;
  }

  private List<Part> parts(String id) throws IOException {
    List<Map<String, Object>> entries = new ArrayList<>();
    long zero = now.toEpochMilli();
    String padding = "x".repeat(4_000);
    for (int at = 0; at < EXCHANGES; at++) {
      boolean cart = at == EXCHANGES - 2;
      Map<String, Object> body =
          cart
              ? Map.of("items", List.of(), "note", padding)
              : Map.of("items", List.of(Map.of("price", at, "sku", "s" + at)), "note", padding);
      entries.add(exchange(at, zero, cart ? "/api/cart" : "/api/part" + at % 7, body));
    }
    return List.of(
        part(id, "page.json", Map.of("url", "https://shop.test/checkout")),
        part(id, "network.har", Map.of("log", Map.of("entries", entries))),
        part(
            id,
            "console.json",
            List.of(Map.of("at", zero - 50, "level", "warn", "args", List.of("cart " + id)))),
        part(
            id,
            "actions.json",
            List.of(Map.of("at", zero - 900, "kind", "click", "target", Map.of("css", "#pay")))));
  }

  private static Map<String, Object> exchange(
      int at, long zero, String path, Map<String, Object> body) {
    return Map.of(
        "_id",
        "r" + at,
        "_at",
        zero - 100L * (EXCHANGES - at),
        "time",
        20,
        "request",
        Map.of("method", "GET", "url", "https://shop.test" + path, "headers", List.of()),
        "response",
        Map.of(
            "status",
            200,
            "headers",
            List.of(),
            "content",
            Map.of("mimeType", "application/json", "text", Json.MAPPER.writeValueAsString(body))));
  }

  private Part part(String id, String name, Object content) throws IOException {
    byte[] bytes = Json.MAPPER.writeValueAsBytes(content);
    String key = "captures/bench/" + id + "/" + name;
    blobs.put(key, bytes);
    return new Part(name, "application/json", bytes.length, key);
  }

  private Path repository() throws IOException, InterruptedException {
    Path work = scratch.resolve("shop");
    Files.createDirectories(work.resolve("src"));
    git(work, "init", "-q", "-b", "master");
    for (int number = 0; number < 300; number++) {
      Files.writeString(
          work.resolve("src/part" + number + ".ts"),
          "export const part" + number + " = " + number + ";\n");
    }
    Files.writeString(work.resolve("src/checkout.ts"), SOURCE);
    git(work, "add", "-A");
    git(work, "commit", "-q", "-m", "Sell");
    git(work, "branch", "develop");
    return work;
  }

  private static String git(Path folder, String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Bench", "-c", "user.email=bench@shop.example"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said.strip();
  }
}

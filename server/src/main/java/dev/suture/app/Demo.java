package dev.suture.app;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.Live;
import dev.suture.event.Artifact;
import dev.suture.event.ArtifactStore;
import dev.suture.event.DebugIdInjection;
import dev.suture.event.DebugIdInjection.BuiltFile;
import dev.suture.event.SourceMapCompiler.CompiledMap;
import dev.suture.event.SourceMapCompiler.NotASourceMap;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import dev.suture.sourcemap.SourceMapDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The example shop, live and broken: its repository, its build with source maps, its deployment
/// and its own server. All of it is made by the same ways that a user's project takes; what is
/// there already is kept.
final class Demo implements AutoCloseable {
  private static final String SLUG = "shop";
  private static final Duration SEED_LIMIT = Duration.ofMinutes(15);
  private static final int PORTS_TRIED = 20;
  private static final int OPENS_WITHIN_MILLIS = 15_000;

  /// @param home root of the checkout, with `examples` and `web` in it
  /// @param data folder of the server
  record Place(Path home, Path data) {}

  /// What the demo is made with.
  record Rooms(
      ProjectStore projects,
      DeploymentStore deployments,
      ArtifactStore artifacts,
      DebugIdInjection debugIds,
      InstantSource clock) {}

  private final Project project;
  private final String dsn;
  private final Process shop;
  private final URI address;

  private Demo(Project project, String dsn, Process shop, URI address) {
    this.project = project;
    this.dsn = dsn;
    this.shop = shop;
    this.address = address;
  }

  /// @param server address of the server that runs already
  static Demo open(Place place, Rooms rooms, URI server, Consumer<String> progress)
      throws IOException {
    JsonNode seeded = seeded(place, progress);
    JsonNode live = seeded.path("live");
    Path dist = Path.of(live.path("dir").asString(""));
    Project project = project(rooms.projects(), seeded.path("origin").asString(""));
    upload(project, dist, live.path("release").asString(""), rooms);
    recordDeployment(live, rooms);
    String dsn = dsn(project, rooms.projects(), server);
    int port = freePort(server.getPort() + 1);
    Process shop = startShop(place, dist, port, dsn);
    URI address = URI.create("http://127.0.0.1:" + port + "/");
    Demo demo = new Demo(project, dsn, shop, address);
    try {
      demo.awaitAnswer(place);
      return demo;
    } catch (IOException closed) {
      demo.close();
      throw closed;
    }
  }

  /// What to click, line by line.
  List<String> guide() {
    return List.of(
        "The demo: a small shop with a real bug, live at " + address,
        "  1  Open it, put the moon lamp alone into the cart and click Checkout: the page goes"
            + " blank.",
        "  2  The issue is in the console; with the extension loaded, its popup sends a report.",
        "  3  suture hotfix start ISSUE branches from what is live; clone the repository and fix"
            + " it:",
        "     git clone " + project.repository(),
        "  4  Its page proves the fix; the shop is built for that with packages from the network,"
            + " so",
        "     start the server with --build-network.");
  }

  String dsn() {
    return dsn;
  }

  @Override
  public void close() {
    shop.descendants().forEach(ProcessHandle::destroy);
    shop.destroy();
    try {
      if (!shop.waitFor(3, TimeUnit.SECONDS)) {
        shop.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      shop.destroyForcibly();
    }
  }

  private static JsonNode seeded(Place place, Consumer<String> progress) throws IOException {
    Path seed = place.home().resolve("examples/shop/seed.mjs");
    if (!Files.isRegularFile(seed)) {
      throw new IOException(
          "The demo needs " + seed + ": start the server with ./suture from its checkout.");
    }
    String line =
        Program.lastLine(
            List.of("node", seed.toString(), "--out", place.data().resolve("demo") + "", "--live"),
            SEED_LIMIT,
            progress);
    try {
      return Json.MAPPER.readTree(line);
    } catch (JacksonException strange) {
      throw new IOException(seed + " did not say what it made.", strange);
    }
  }

  private static Project project(ProjectStore projects, String origin) {
    Optional<Project> there = projects.bySlug(SLUG);
    if (there.isEmpty()) {
      return projects.create(SLUG, "The broken shop", origin, Lines.GIT_FLOW);
    }
    if (there.get().repository() != null) {
      return there.get();
    }
    Project old = there.get();
    Project filled = new Project(old.id(), old.slug(), old.name(), origin, old.lines());
    projects.update(filled);
    return filled;
  }

  private static void upload(Project project, Path dist, String release, Rooms rooms)
      throws IOException {
    for (BuiltFile built : rooms.debugIds().inject(dist)) {
      String debugId = built.debugId();
      if (debugId != null && rooms.artifacts().byDebugId(project.id(), debugId).isEmpty()) {
        CompiledMap map = compiled(Files.readAllBytes(built.map()));
        Path path = dist.resolve("public").relativize(built.file());
        rooms
            .artifacts()
            .put(
                new Artifact(
                    project.id(),
                    debugId,
                    release,
                    "~/" + path.toString().replace('\\', '/'),
                    map.text().length,
                    rooms.clock().instant(),
                    ""),
                map);
      }
    }
  }

  private static CompiledMap compiled(byte[] map) throws IOException {
    try {
      return new SourceMapDecoder().compile(map);
    } catch (NotASourceMap broken) {
      throw new IOException("the demo shop was not built whole: " + broken.getMessage(), broken);
    }
  }

  private static void recordDeployment(JsonNode live, Rooms rooms) {
    if (rooms.deployments().live(SLUG, Live.ENVIRONMENT).isEmpty()) {
      rooms
          .deployments()
          .add(
              new Deployment(
                  0,
                  SLUG,
                  Live.ENVIRONMENT,
                  live.path("release").asString(""),
                  live.path("commit").asString(""),
                  Deployment.Kind.normal,
                  rooms.clock().instant()));
    }
  }

  static String dsn(Project project, ProjectStore projects, URI server) {
    String key = projects.keys(project.id()).getFirst().value();
    return server.getScheme() + "://" + key + "@" + server.getAuthority() + "/" + project.id();
  }

  private static Process startShop(Place place, Path dist, int port, String dsn)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("node", dist.resolve("server.mjs").toString()));
    command.addAll(List.of("--port", Integer.toString(port), "--exit-with-parent"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(place).toFile());
    if (Demo.class.getResource("/sdk/suture.js") != null) {
      URI server = URI.create(dsn);
      builder
          .environment()
          .put(
              "SUTURE_SDK_URL",
              "http://" + server.getHost() + ":" + server.getPort() + "/sdk/suture.js");
      builder.environment().put("SUTURE_DSN", dsn);
    }
    return builder.start();
  }

  private static Path log(Place place) {
    return place.data().resolve("demo").resolve("shop.log");
  }

  private void awaitAnswer(Place place) throws IOException {
    for (int waited = 0; waited < OPENS_WITHIN_MILLIS && shop.isAlive(); waited += 50) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1_000);
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    throw new IOException("The shop of the demo does not answer; see " + log(place) + ".");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped.", stopped);
    }
  }

  private static int freePort(int first) throws IOException {
    for (int port = first; port < first + PORTS_TRIED && port <= 65_535; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
    throw new IOException(
        "No port from " + first + " on is free for the shop of the demo: choose another --port.");
  }
}

package dev.suture.app;

import dev.suture.cli.Failure;
import dev.suture.cli.Hosting;
import dev.suture.event.DebugIdInjection;
import dev.suture.json.Json;
import dev.suture.project.Project;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `suture up`: the server in this process, what it leaves for other commands, and the demo.
final class LocalHosting implements Hosting {
  private static final Logger LOG = LoggerFactory.getLogger(LocalHosting.class);
  private static final String SERVER_FILE = "server.json";

  private final Path home;
  private final DebugIdInjection debugIds;

  /// @param home root of the checkout
  LocalHosting(Path home, DebugIdInjection debugIds) {
    this.home = home;
    this.debugIds = debugIds;
  }

  @Override
  public Running start(Wish wish, Consumer<String> progress) {
    Deque<AutoCloseable> open = new ArrayDeque<>();
    try {
      Config config = Config.of(wish.settings());
      Suture suture = Suture.start(config);
      open.push(suture);
      URI local = URI.create("http://127.0.0.1:" + suture.port());
      URI address = config.baseUrls().isEmpty() ? local : config.baseUrls().getFirst();
      Path file = leaveAddress(config.data(), local);
      open.push(() -> Files.deleteIfExists(file));
      List<String> guide = List.of();
      Path extension = UnpackedExtension.built(home).orElse(null);
      if (wish.demo()) {
        Demo demo = demo(config.data(), suture, address, progress);
        open.push(demo);
        guide = demo.guide();
        extension = UnpackedExtension.withDsn(home, config.data(), demo.dsn());
      }
      return new Running(
          config.data(),
          address,
          suture.welcome().map(address::resolve).orElse(null),
          launcher(),
          dsns(suture, address),
          extension,
          guide,
          () -> stop(open));
    } catch (IOException | Config.Wrong refusal) {
      stop(open);
      throw Failure.refused(String.valueOf(refusal.getMessage()));
    }
  }

  private String launcher() {
    Path launcher = home.resolve("suture");
    return Files.isExecutable(launcher) ? launcher.toAbsolutePath().toString() : "suture";
  }

  private Demo demo(Path data, Suture suture, URI address, Consumer<String> progress)
      throws IOException {
    Demo.Rooms rooms =
        new Demo.Rooms(
            suture.projects(),
            suture.deployments(),
            suture.artifacts(),
            debugIds,
            InstantSource.system());
    return Demo.open(new Demo.Place(home, data), rooms, address, progress);
  }

  private static SortedMap<String, String> dsns(Suture suture, URI address) {
    SortedMap<String, String> dsns = new TreeMap<>();
    for (Project project : suture.projects().all()) {
      dsns.put(project.slug(), Demo.dsn(project, suture.projects(), address));
    }
    return dsns;
  }

  /// Commands that are started beside the data folder find the server by this file.
  private static Path leaveAddress(Path data, URI address) throws IOException {
    Path file = data.resolve(SERVER_FILE);
    Path fresh = data.resolve(SERVER_FILE + ".new");
    Files.write(fresh, Json.MAPPER.writeValueAsBytes(Map.of("url", address.toString())));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return file;
  }

  private static void stop(Deque<AutoCloseable> open) {
    while (!open.isEmpty()) {
      AutoCloseable part = open.pop();
      try {
        part.close();
      } catch (Exception failure) {
        LOG.warn("{} did not stop cleanly", part, failure);
      }
    }
  }
}

package dev.suture.browser;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.PlaywrightImpl;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The program that Playwright drives a browser with, unpacked into a folder of the server's own:
/// in the system's folder for temporary files it would be left behind by each process that is
/// killed, and deleted below a server that runs for long. What it and the browser write for a while
/// is in there too, and gone at the next start.
final class Driver {
  private static final String RESOURCE = "driver/package";
  private static final String READY = "ready";
  private static final String ELSEWHERE = "elsewhere";

  /// The browser puts a socket below its folder for temporary files, and a socket's path is 107
  /// bytes long at the most.
  private static final int LONGEST = 107 - "/org.chromium.Chromium.123456/SingletonSocket".length();

  /// How long it may take until the program answers, and until it is there at all.
  private static final long ANSWER_MS = 30_000;

  private static final long THERE_MS = 5_000;
  private static final long LOOK_MS = 100;

  private final Path folder;
  private final Path node;

  /// @param node the Node.js that it runs on
  Driver(Path folder, Path node) {
    this.folder = folder;
    this.node = node;
  }

  /// Deletes what an earlier process has left; what cannot be deleted is in nobody's way.
  void clean() {
    try {
      delete(folder.resolve("passing"));
      if (Files.exists(folder.resolve(ELSEWHERE))) {
        delete(elsewhere());
        Files.delete(folder.resolve(ELSEWHERE));
      }
    } catch (IOException held) {
      return;
    }
  }

  private Path passing() throws IOException {
    Path usual = folder.resolve("passing");
    boolean fits = usual.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    return Files.createDirectories(fits ? usual : elsewhere());
  }

  /// Where the server's own folder lies too deep: one of the system's, remembered so that it goes.
  private Path elsewhere() throws IOException {
    synchronized (Driver.class) {
      Path kept = folder.resolve(ELSEWHERE);
      if (!Files.exists(kept)) {
        Files.createDirectories(folder);
        Files.writeString(kept, Files.createTempDirectory("suture-").toString());
      }
      return Path.of(Files.readString(kept));
    }
  }

  Playwright start() throws IOException {
    Path home = unpacked();
    Map<String, String> environment =
        Map.of(
            "PLAYWRIGHT_NODEJS_PATH",
            node.toString(),
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1",
            "TMPDIR",
            passing().toString());
    Playwright.CreateOptions options = new Playwright.CreateOptions().setEnv(environment);
    synchronized (Driver.class) {
      System.setProperty("playwright.cli.dir", home.toString());
      return watched(options);
    }
  }

  /// Playwright waits for ever on a program that ended before it answered, so somebody looks after
  /// it: without the program, or past the limit, the wait is broken off.
  private Playwright watched(Playwright.CreateOptions options) {
    Set<Long> others = running().map(ProcessHandle::pid).collect(Collectors.toSet());
    Thread starter = Thread.currentThread();
    AtomicBoolean open = new AtomicBoolean(true);
    Thread watch =
        Thread.ofVirtual()
            .name("driver-watch")
            .start(
                () -> {
                  boolean lost = isLost(others, open);
                  synchronized (open) {
                    if (lost && open.get()) {
                      starter.interrupt();
                    }
                  }
                });
    try {
      return PlaywrightImpl.createImpl(options, true);
    } catch (RuntimeException broken) {
      running()
          .filter(each -> !others.contains(each.pid()))
          .forEach(ProcessHandle::destroyForcibly);
      throw new PlaywrightException(
          "The program that drives the browser ended at its start, or did not answer.", broken);
    } finally {
      synchronized (open) {
        open.set(false);
        Thread.interrupted();
      }
      watch.interrupt();
    }
  }

  private boolean isLost(Set<Long> others, AtomicBoolean open) {
    long begun = System.nanoTime();
    boolean seen = false;
    try {
      while (open.get()) {
        Thread.sleep(LOOK_MS);
        boolean there = running().anyMatch(each -> !others.contains(each.pid()));
        seen |= there;
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (waited > ANSWER_MS || (!there && (seen || waited > THERE_MS))) {
          return true;
        }
      }
    } catch (InterruptedException answered) {
      return false;
    }
    return false;
  }

  /// Programs of this folder that this server has started.
  private Stream<ProcessHandle> running() {
    String mine = folder.toString();
    return ProcessHandle.current()
        .children()
        .filter(each -> each.isAlive() && each.info().commandLine().orElse("").contains(mine));
  }

  private Path unpacked() throws IOException {
    Path home = folder.resolve(version());
    synchronized (Driver.class) {
      if (!Files.exists(home.resolve(READY))) {
        delete(home);
        unpack(home.resolve("package"));
        Files.createFile(home.resolve(READY));
      }
    }
    return home;
  }

  private static String version() {
    String version = Playwright.class.getPackage().getImplementationVersion();
    return version == null ? "driver" : version.replaceAll("[^A-Za-z0-9.]", "_");
  }

  private static void unpack(Path into) throws IOException {
    URL found = Playwright.class.getClassLoader().getResource(RESOURCE + "/cli.js");
    if (found == null) {
      throw new IOException("the program is incomplete: Playwright's driver is missing");
    }
    String address = found.toString();
    try {
      if (!address.startsWith("jar:")) {
        copy(Path.of(found.toURI()).resolveSibling(""), into);
        return;
      }
      URI jar = new URI(address.substring("jar:".length(), address.indexOf("!/")));
      try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
        copy(files.getPath(RESOURCE), into);
      }
    } catch (URISyntaxException impossible) {
      throw new IOException(impossible);
    }
  }

  private static void copy(Path from, Path into) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path to = into.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(to);
        } else {
          Files.copy(each, to);
        }
      }
    }
  }

  /// A browser that outlives a killed server deletes files of its own meanwhile.
  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException unread)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

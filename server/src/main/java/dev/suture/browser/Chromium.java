package dev.suture.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import dev.suture.repro.Applications.Unservable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One Chromium with its driver, both on one thread, as the driver wants it. It is started when it
/// is first needed and ended when it was idle for a while.
final class Chromium implements AutoCloseable {
  private static final long IDLE_SECONDS = 45;
  private static final long END_LIMIT_SECONDS = 10;
  private static final int START_LIMIT_MS = 60_000;
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /// No network of any kind: what is asked for is answered by the routes of a run.
  private static final List<String> SWITCHES =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-proxy-server",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--mute-audio");

  private final ScheduledThreadPoolExecutor thread;
  private final Path program;
  private final Driver drivers;
  private @Nullable Playwright driver;
  private @Nullable Browser browser;
  private @Nullable Pages pages;
  private @Nullable ScheduledFuture<?> ending;

  Chromium(Path program, Driver drivers) {
    this.program = program;
    this.drivers = drivers;
    this.thread =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("chromium").factory());
    thread.setRemoveOnCancelPolicy(true);
  }

  /// The browser that the operator named, or the system's.
  static Optional<Path> program(Map<String, String> environment) {
    String named = environment.get("CHROMIUM");
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /// The Node.js that the driver runs on.
  static Optional<Path> node(Map<String, String> environment) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path node = Path.of(folder, "node");
      if (!folder.isEmpty() && Files.isExecutable(node)) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  /// What is done with a browser.
  interface Work<T> {
    T with(Pages pages) throws Unservable;
  }

  /// Does something with the pages of the browser, which are cleared away when the result is there.
  <T> T with(Work<T> work) throws Unservable {
    return on(
        () -> {
          if (ending != null) {
            ending.cancel(false);
          }
          try {
            return work.with(pages());
          } finally {
            thread.execute(this::tidy);
            ending = thread.schedule(this::end, IDLE_SECONDS, TimeUnit.SECONDS);
          }
        });
  }

  private <T> T on(Callable<T> work) throws Unservable {
    try {
      return thread.submit(work).get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof PlaywrightException broken) {
        thread.submit(this::end);
        throw new Broken(broken);
      }
      if (failed.getCause() instanceof Unservable unservable) {
        throw unservable;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unservable("The server is stopping.");
    }
  }

  private Pages pages() throws IOException {
    Pages there = pages;
    if (there != null && there.isConnected()) {
      return there;
    }
    end();
    Playwright started = drivers.start();
    driver = started;
    Browser fresh =
        started
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(SWITCHES)
                    .setTimeout(START_LIMIT_MS));
    browser = fresh;
    Pages none = new Pages(fresh);
    pages = none;
    return none;
  }

  private void tidy() {
    if (pages != null) {
      pages.tidy();
    }
  }

  private void end() {
    Browser running = browser;
    Playwright started = driver;
    pages = null;
    browser = null;
    driver = null;
    try {
      if (running != null) {
        running.close();
      }
    } catch (PlaywrightException gone) {
      // It ended by itself.
    } finally {
      if (started != null) {
        started.close();
      }
    }
  }

  @Override
  public void close() {
    try {
      thread.submit(this::end).get(END_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException gone) {
      // What does not end by itself ends with the server.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      thread.shutdownNow();
    }
  }

  /// The browser or its driver ended in the middle of something.
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(PlaywrightException cause) {
      super(cause.getMessage(), cause);
    }
  }
}

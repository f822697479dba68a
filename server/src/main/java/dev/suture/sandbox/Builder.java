package dev.suture.sandbox;

import dev.suture.repro.Applications.Unservable;
import dev.suture.sandbox.Sandbox.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Builds what was checked out.
public interface Builder {
  /// @param cache folder that downloads of the project's builds are kept in
  /// @param line command of `suture.yml`
  void build(Path tree, Path cache, String line) throws Unservable;

  /// In a sandbox, within a limit of time.
  static Builder in(Sandbox sandbox, Duration limit) {
    return (tree, cache, line) -> {
      Process process =
          sandbox.start(new Work(tree, null, cache, sandbox.buildsReachNetwork(), line));
      Tail tail = new Tail(process.getInputStream());
      try {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new Unservable(
              "The build took longer than " + limit.toSeconds() + " s and was stopped.",
              tail.text(false));
        }
        if (process.exitValue() != 0) {
          throw new Unservable(
              "The build of this commit fails"
                  + (sandbox.buildsReachNetwork()
                      ? "."
                      : "; builds reach no network here unless the server is started with"
                          + " --build-network."),
              tail.text(true));
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new Unservable("The server is stopping.");
      } finally {
        sandbox.end(process);
      }
    };
  }
}

package dev.suture.sandbox;

import dev.suture.repro.Applications.Unservable;
import dev.suture.sandbox.Confinement.Hold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Starts commands of repositories where they can do no harm.
public final class Sandbox implements AutoCloseable {
  /// Whether commands of repositories are run.
  public enum Mode {
    /// Inside bubblewrap, or not at all.
    confined,
    /// As they are: the operator trusts every repository.
    unconfined,
    off
  }

  /// One command.
  ///
  /// @param tree the folder that it runs in, and the only one of the machine that it may write to
  /// @param door folder with a socket that the server asks it through; null for none
  /// @param cache folder that downloads of builds are kept in; null for none
  /// @param network whether it may reach it
  record Work(Path tree, @Nullable Path door, @Nullable Path cache, boolean network, String line) {}

  private static final String BWRAP = "bwrap";

  /// Processes and threads: under a server of root of all sandboxes together, else of each one.
  private static final int MOST_PROCESSES = 2_048;

  /// How long the kernel may take to end all that a command has started.
  private static final long END_LIMIT_SECONDS = 5;

  private static final long WITHIN_MS = 2_000;
  private static final long LOOK_MS = 5;

  private static final String WANTING =
      "This server has no sandbox to run the code of repositories in: install bubblewrap (bwrap)"
          + " 0.8 or newer where user namespaces are allowed, or start it with --sandbox"
          + " unconfined where every repository is trusted.";

  /// A process dies with the thread that started it, so that one is the server's for as long as it
  /// runs.
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("sandbox-starter").factory());

  private final Mode mode;
  private final boolean buildNetwork;
  private final Hold hold;
  private final @Nullable String problem;

  /// @param buildNetwork whether builds may reach the network, to download what they need
  public Sandbox(Mode mode, boolean buildNetwork) {
    this(mode, buildNetwork, MOST_PROCESSES);
  }

  /// With room for another number of processes.
  Sandbox(Mode mode, boolean buildNetwork, int processes) {
    this.mode = mode;
    this.buildNetwork = buildNetwork;
    Hold asGuest = new Hold(true, processes);
    Hold asSelf = new Hold(false, processes);
    boolean guest = mode == Mode.confined && Guest.isPossible() && works(asGuest);
    this.hold = guest ? asGuest : asSelf;
    this.problem =
        switch (mode) {
          case off -> "Running the code of repositories is switched off on this server.";
          case unconfined -> null;
          case confined -> guest || works(asSelf) ? null : WANTING;
        };
  }

  /// Why nothing can be run here, in words of ours.
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  boolean isConfined() {
    return mode == Mode.confined;
  }

  boolean buildsReachNetwork() {
    return buildNetwork;
  }

  private boolean works(Hold held) {
    try {
      Work nothing = new Work(Path.of("/tmp"), null, null, false, "true");
      Process process = started(Confinement.command(BWRAP, nothing, held));
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      boolean works = ended && process.exitValue() == 0;
      process.destroyForcibly();
      return works;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Starts a command; whoever asked for it ends it by [#end].
  Process start(Work work) throws Unservable {
    if (problem != null) {
      throw new Unservable(problem);
    }
    try {
      if (hold.guest()) {
        for (Path folder : Stream.of(work.tree(), work.door(), work.cache()).toList()) {
          if (folder != null) {
            Guest.own(folder);
          }
        }
      }
      return started(
          isConfined() ? Confinement.command(BWRAP, work, hold) : Confinement.unconfined(work));
    } catch (IOException failed) {
      throw new Unservable("The sandbox cannot be started on this server.");
    }
  }

  private Process started(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.redirectErrorStream(true);
    builder.environment().keySet().retainAll(List.of("PATH"));
    try {
      Process process = starter.submit(builder::start).get();
      process.getOutputStream().close();
      return process;
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  /// Ends a command and all that it started.
  void end(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    try {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_LIMIT_SECONDS);
      if (!isConfined() || !isEndedFromWithin(process)) {
        below.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(END_LIMIT_SECONDS, TimeUnit.SECONDS);
      }
      while (below.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
        Thread.sleep(LOOK_MS);
      }
      if (!isConfined()) {
        new ProcessBuilder("kill", "-KILL", "--", "-" + process.pid())
            .redirectErrorStream(true)
            .start()
            .waitFor();
      }
    } catch (IOException gone) {
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// With its first process the kernel ends all others of a sandbox and clears them away. Were each
  /// ended by itself, they would be left to whatever adopts processes of the machine, which takes
  /// its time, or in a container never comes to it.
  private static boolean isEndedFromWithin(Process process) throws InterruptedException {
    List<ProcessHandle> first = process.children().toList();
    first.forEach(ProcessHandle::destroyForcibly);
    return !first.isEmpty() && process.waitFor(WITHIN_MS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    starter.close();
  }
}

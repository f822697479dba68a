package dev.suture.sandbox;

import dev.suture.repro.Applications.Asked;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Served;
import dev.suture.repro.Applications.Unservable;
import dev.suture.sandbox.Sandbox.Work;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server of an application, started by the command of `suture.yml`.
final class ServedProcess implements Served {
  /// Named by the process that they belong to: others of the machine have theirs beside them.
  private static final String DOORS = "suture-door-" + ProcessHandle.current().pid() + "-";

  private static final long START_LIMIT_MS = 60_000;
  private static final long ANSWER_LIMIT_MS = 10_000;
  private static final long LOOK_MS = 10;
  private static final String PORT = "(--port[ =]|-p |PORT=)\\d+";

  /// Cuts the connections that do not answer.
  private static final ScheduledExecutorService CUTTER = cutter();

  private final Sandbox sandbox;
  private final Path tree;
  private final Process process;
  private final Tail tail;
  private final SocketAddress address;
  private final @Nullable Path door;

  private ServedProcess(
      Sandbox sandbox, Path tree, Process process, SocketAddress address, @Nullable Path door) {
    this.sandbox = sandbox;
    this.tree = tree;
    this.process = process;
    this.tail = new Tail(process.getInputStream());
    this.address = address;
    this.door = door;
  }

  private static ScheduledExecutorService cutter() {
    ScheduledThreadPoolExecutor cutter =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sandbox-cutter").factory());
    cutter.setRemoveOnCancelPolicy(true);
    return cutter;
  }

  static ServedProcess start(Sandbox sandbox, Path tree, String line) throws Unservable {
    ServedProcess served;
    try {
      served = sandbox.isConfined() ? confined(sandbox, tree, line) : open(sandbox, tree, line);
    } catch (IOException failed) {
      throw new Unservable("The application cannot be started: see to the server's disk.");
    }
    served.await();
    return served;
  }

  private static ServedProcess confined(Sandbox sandbox, Path tree, String line)
      throws IOException, Unservable {
    Path door = Files.createTempDirectory(DOORS);
    boolean started = false;
    try (InputStream script = ServedProcess.class.getResourceAsStream("/sandbox/door.js")) {
      if (script == null) {
        throw new IllegalStateException("the program is incomplete: door.js is missing");
      }
      Files.copy(script, door.resolve("door.js"));
      Process process = sandbox.start(new Work(tree, door, null, false, line));
      started = true;
      return new ServedProcess(
          sandbox, tree, process, UnixDomainSocketAddress.of(door.resolve("door")), door);
    } finally {
      if (!started) {
        Built.delete(door);
      }
    }
  }

  /// Where nothing is confined, a free port of this machine in place of the one that is named.
  private static ServedProcess open(Sandbox sandbox, Path tree, String line)
      throws IOException, Unservable {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String there = "PORT=" + port + "; export PORT; " + line.replaceAll(PORT, "$1" + port);
    Process process = sandbox.start(new Work(tree, null, null, false, there));
    return new ServedProcess(
        sandbox,
        tree,
        process,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        null);
  }

  /// Waits until it answers anything at all.
  private void await() throws Unservable {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_LIMIT_MS);
    Asked hello = new Asked("GET", "/", Map.of("accept", "text/html"), null);
    while (true) {
      boolean there = door == null || Files.exists(door.resolve("door"));
      if (there && ask("localhost", hello).isPresent()) {
        return;
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        String why =
            process.isAlive()
                ? "The application did not answer within a minute of its start."
                : "The application ended right after its start.";
        String said = tail.text(!process.isAlive());
        close();
        throw new Unservable(why, said);
      }
      try {
        Thread.sleep(LOOK_MS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        close();
        throw new Unservable("The server is stopping.");
      }
    }
  }

  @Override
  public Reply ask(Asked asked) {
    String host = asked.headers().getOrDefault("host", "localhost");
    return ask(host, asked).orElse(new Reply(0, Map.of(), new byte[0]));
  }

  @Override
  public Optional<byte[]> map(String target) {
    return BuiltMaps.of(tree, target);
  }

  private Optional<Reply> ask(String host, Asked asked) {
    try (SocketChannel channel =
        door == null ? SocketChannel.open() : SocketChannel.open(StandardProtocolFamily.UNIX)) {
      ScheduledFuture<?> cut =
          CUTTER.schedule(() -> close(channel), ANSWER_LIMIT_MS, TimeUnit.MILLISECONDS);
      try {
        return Optional.of(PlainHttp.ask(channel, address, host, asked));
      } finally {
        cut.cancel(false);
      }
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      return;
    }
  }

  @Override
  public void close() {
    sandbox.end(process);
    if (door != null) {
      try {
        Built.delete(door);
      } catch (IOException held) {
        door.toFile().deleteOnExit();
      }
    }
  }
}

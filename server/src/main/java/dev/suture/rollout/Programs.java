package dev.suture.rollout;

import dev.suture.ship.Deployer.Failed;
import dev.suture.ship.Deployer.Order;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a program of one folder, which only the operator writes: a repository can name one, and
/// cannot bring its own. No shell, a process group of its own, nothing of the server's environment
/// but the path, a limit on time and on what it may print.
final class Programs {
  private static final List<String> INHERITED = List.of("PATH", "TMPDIR", "LANG");
  private static final int SAID_LIMIT = 64 * 1024;
  private static final int TOLD = 300;

  private final Path folder;
  private final Duration limit;

  Programs(Path folder, Duration limit) {
    this.folder = folder;
    this.limit = limit;
  }

  void check(String target) throws Failed {
    words(target);
  }

  private List<String> words(String target) throws Failed {
    List<String> words = new ArrayList<>(List.of(target.split(" +")));
    String name = words.getFirst();
    Path program = folder.resolve(name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") ? name : "none");
    if (!Files.isRegularFile(program, LinkOption.NOFOLLOW_LINKS) || !Files.isExecutable(program)) {
      throw new Failed(
          "The program that suture.yml names is not in the folder "
              + folder.getFileName()
              + " of the server's data, where whoever runs the server puts it.");
    }
    words.set(0, program.toAbsolutePath().toString());
    return words;
  }

  void run(String target, Order order) throws Failed {
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(words(target));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    environment(builder.environment(), order);
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException failed) {
      throw new Failed("The program cannot be started.");
    }
    await(process);
  }

  private static void environment(Map<String, String> environment, Order order) {
    environment.keySet().retainAll(INHERITED);
    environment.put("SUTURE_STEP", order.step());
    environment.put("SUTURE_ACTION", order.verb().name());
    environment.put("SUTURE_PROJECT", order.project());
    environment.put("SUTURE_STAGE", order.stage().name());
    environment.put("SUTURE_SHARE", Double.toString(order.stage().share()));
    environment.put("SUTURE_RELEASE", order.version().release());
    String commit = order.version().commit();
    environment.put("SUTURE_COMMIT", commit == null ? "" : commit);
  }

  private void await(Process process) throws Failed {
    StringBuffer said = new StringBuffer();
    Thread reader = Thread.ofVirtual().start(() -> read(process, said));
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Failed(
            "The program took longer than " + limit.toSeconds() + " s and was stopped.");
      }
      reader.join(Duration.ofSeconds(1));
      if (process.exitValue() != 0) {
        throw new Failed("The program ended with " + process.exitValue() + lastLine(said));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failed("The server is stopping.");
    } finally {
      end(process);
    }
  }

  private static void read(Process process, StringBuffer said) {
    byte[] some = new byte[4096];
    try (InputStream in = process.getInputStream()) {
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        if (said.length() < SAID_LIMIT) {
          said.append(new String(some, 0, read, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException ended) {
      return;
    }
  }

  /// Of what it printed the last line, with nothing in it that could draw or link.
  private static String lastLine(StringBuffer said) {
    String[] lines = said.toString().strip().split("\\R");
    String last = lines[lines.length - 1].replaceAll("[^A-Za-z0-9 .,:;/_()=+-]", " ").strip();
    return last.isEmpty()
        ? "."
        : "; its last line: " + (last.length() > TOLD ? last.substring(0, TOLD) : last);
  }

  /// Ends it and all of its group.
  private static void end(Process process) {
    if (!process.isAlive()) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-KILL", "--", "-" + process.pid()).start().waitFor();
    } catch (IOException noKill) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}

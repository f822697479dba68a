package dev.suture.git;

import dev.suture.hotfix.Repository.Unreachable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the native program: no shell, no configuration but ours, no hook, no prompt, no pager; with
/// a limit on time and on what it may print. Over a limit the whole process tree is killed.
final class GitProcess {
  private static final int OUTPUT_LIMIT = 64 << 20;
  private static final int SAID_LIMIT = 64 << 10;

  /// What git needs of the server's own environment: the program, an ssh agent, proxies and roots
  /// of trust. Nothing else is inherited, so that no `GIT_DIR` of a caller can lead astray.
  private static final List<String> INHERITED =
      List.of(
          "PATH",
          "TMPDIR",
          "SSH_AUTH_SOCK",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "GIT_SSL_CAINFO",
          "http_proxy",
          "https_proxy",
          "all_proxy",
          "no_proxy",
          "HTTPS_PROXY",
          "ALL_PROXY",
          "NO_PROXY");

  private static final List<String> SETTINGS =
      List.of(
          "core.hooksPath=/dev/null",
          "core.fsmonitor=false",
          "core.quotePath=false",
          "core.attributesFile=/dev/null",
          "credential.helper=",
          "protocol.ext.allow=never",
          "i18n.logOutputEncoding=UTF-8",
          "gc.autoDetach=false",
          "gc.pruneExpire=never",
          "http.lowSpeedLimit=1000",
          "http.lowSpeedTime=60",
          "push.gpgSign=false",
          "submodule.recurse=false");

  private final Path home;

  /// @param home a folder that stays empty
  GitProcess(Path home) {
    this.home = home;
  }

  /// @param said what went to standard error
  record Output(int exit, byte[] bytes, String said) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /// @param directory the bare repository
  Output run(Path directory, Duration limit, List<String> arguments) throws Unreachable {
    return run(directory, limit, new byte[0], List.of(arguments));
  }

  /// Runs commands joined by pipes; the first reads `input`, the last one's output is returned.
  ///
  /// @return the exit code and error output of the first command that failed
  Output run(Path directory, Duration limit, byte[] input, List<List<String>> pipeline)
      throws Unreachable {
    List<ProcessBuilder> builders = new ArrayList<>();
    for (List<String> arguments : pipeline) {
      builders.add(builder(directory, arguments));
    }
    List<Process> processes = start(builders);
    try {
      BoundedOutput out =
          new BoundedOutput(processes.getLast().getInputStream(), OUTPUT_LIMIT, processes);
      List<BoundedOutput> said =
          processes.stream()
              .map(process -> new BoundedOutput(process.getErrorStream(), SAID_LIMIT, List.of()))
              .toList();
      Thread.ofVirtual().start(() -> feed(processes.getFirst(), input));
      await(processes, limit, pipeline.getFirst().getFirst());
      byte[] bytes = out.bytes();
      for (int i = 0; i < processes.size(); i++) {
        int exit = processes.get(i).exitValue();
        if (exit != 0 || i == processes.size() - 1) {
          return new Output(
              exit, bytes, new String(said.get(i).bytes(), StandardCharsets.UTF_8).strip());
        }
      }
      throw new IllegalStateException("a pipeline has a last command");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreachable("git was stopped because the server is stopping.");
    } finally {
      processes.forEach(GitProcess::kill);
    }
  }

  /// Takes what a command prints while it prints it.
  interface Taker {
    void take(InputStream printed) throws IOException;
  }

  /// Runs one command whose output is too long to be kept.
  Output stream(Path directory, Duration limit, byte[] input, List<String> arguments, Taker taker)
      throws Unreachable {
    Process process = start(List.of(builder(directory, arguments))).getFirst();
    Thread clock = Thread.ofVirtual().unstarted(() -> killAfter(process, limit));
    try {
      BoundedOutput said = new BoundedOutput(process.getErrorStream(), SAID_LIMIT, List.of());
      clock.start();
      Thread.ofVirtual().start(() -> feed(process, input));
      try (InputStream printed = process.getInputStream()) {
        taker.take(printed);
      }
      int exit = process.waitFor();
      return new Output(
          exit, new byte[0], new String(said.bytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException broken) {
      throw new Unreachable("What git printed could not be read: " + broken.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreachable("git was stopped because the server is stopping.");
    } finally {
      kill(process);
      clock.interrupt();
    }
  }

  private static void killAfter(Process process, Duration limit) {
    try {
      Thread.sleep(limit);
      kill(process);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private ProcessBuilder builder(Path directory, List<String> arguments) throws Unreachable {
    List<String> command = new ArrayList<>(List.of("git", "--no-pager", "--literal-pathspecs"));
    for (String setting : SETTINGS) {
      command.add("-c");
      command.add(setting);
    }
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(INHERITED);
    try {
      Files.createDirectories(home);
    } catch (IOException failed) {
      throw new Unreachable("The folder " + home + " cannot be made: " + failed.getMessage());
    }
    environment.put("HOME", home.toString());
    environment.put("XDG_CONFIG_HOME", home.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_ATTR_NOSYSTEM", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_ALLOW_PROTOCOL", "file:git:http:https:ssh");
    environment.put("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    environment.put("GIT_DIR", directory.toAbsolutePath().toString());
    environment.put("LC_ALL", "C");
    return builder;
  }

  private static List<Process> start(List<ProcessBuilder> builders) throws Unreachable {
    try {
      return ProcessBuilder.startPipeline(builders);
    } catch (IOException failed) {
      throw new Unreachable(
          "git cannot be started ("
              + failed.getMessage()
              + "): install git 2.39 or newer so that it is on the PATH of the server.");
    }
  }

  private static void feed(Process first, byte[] input) {
    try (OutputStream stdin = first.getOutputStream()) {
      stdin.write(input);
    } catch (IOException ended) {
      // The program ended before it read all: its exit code tells why.
      return;
    }
  }

  private static void await(List<Process> processes, Duration limit, String verb)
      throws InterruptedException, Unreachable {
    long deadline = System.nanoTime() + limit.toNanos();
    for (Process process : processes) {
      long left = Math.max(0, deadline - System.nanoTime());
      if (!process.waitFor(left, TimeUnit.NANOSECONDS)) {
        throw new Unreachable(
            "git "
                + verb
                + " took longer than "
                + limit.toSeconds()
                + " s and was stopped: see whether the origin answers, then try again.");
      }
    }
  }

  /// Ends a process and all that it started.
  static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}

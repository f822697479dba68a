package dev.suture.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A server in a process of its own, held to one core where the machine can do that, so that the
/// load does not share it.
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final int port;
  private final String key;

  private Child(Process process, BufferedReader out) throws IOException {
    this.process = process;
    this.out = out;
    String[] words = ready();
    this.port = Integer.parseInt(words[1]);
    this.key = words.length > 2 ? words[2] : "";
  }

  /// Starts a class whose `main` prints `port N`, perhaps with a key or a token behind it, and ends
  /// when its standard input does.
  ///
  /// @param core number of the core to hold it to; negative for none
  static Child start(Class<?> main, int core, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (core >= 0 && Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      command.addAll(List.of("/usr/bin/taskset", "-c", Integer.toString(core)));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of(System.getProperty("suture.home", ".."), "server", "jvm.args"));
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    InputStreamReader text =
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    return new Child(process, new BufferedReader(text));
  }

  private String[] ready() throws IOException {
    String line = out.readLine();
    if (line == null || !line.startsWith("port ")) {
      process.destroyForcibly();
      throw new IOException("the server did not start: " + line);
    }
    return line.split(" ");
  }

  /// Says a line to the server and waits for its answer.
  String ask(String line) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
    String answer = out.readLine();
    if (answer == null) {
      throw new IOException("the server ended");
    }
    return answer;
  }

  /// What each server's `main` calls first: only trouble is worth a line beside a table.
  static void quiet() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  int port() {
    return port;
  }

  /// The DSN key or the token that the server printed; empty when it printed none.
  String key() {
    return key;
  }

  long pid() {
    return process.pid();
  }

  /// Resident memory, in MiB; zero where the system does not tell.
  double residentMib() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException untold) {
      return 0;
    }
    return 0;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

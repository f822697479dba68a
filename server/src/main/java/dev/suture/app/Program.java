package dev.suture.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs a program to its end: what it prints to standard error is progress, the last line of its
/// standard output is the result.
final class Program {
  private Program() {}

  /// @throws IOException with what the program said when it failed or took too long
  static String lastLine(List<String> command, Duration limit, Consumer<String> progress)
      throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException missing) {
      throw new IOException(
          command.getFirst() + " cannot be started: install it and try again.", missing);
    }
    try {
      process.getOutputStream().close();
      StringBuilder result = new StringBuilder();
      StringBuilder said = new StringBuilder();
      Thread errors =
          Thread.ofVirtual()
              .start(
                  () ->
                      lines(
                          process.errorReader(StandardCharsets.UTF_8),
                          line -> {
                            progress.accept(line);
                            keepLast(said, line);
                          }));
      Thread output =
          Thread.ofVirtual()
              .start(
                  () ->
                      lines(
                          new BufferedReader(
                              new InputStreamReader(
                                  process.getInputStream(), StandardCharsets.UTF_8)),
                          line -> keepLast(result, line)));
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        throw new IOException(
            command.getFirst() + " took longer than " + limit.toSeconds() + " s and was stopped.");
      }
      errors.join();
      output.join();
      if (process.exitValue() != 0) {
        throw new IOException(said.isEmpty() ? command.getFirst() + " failed." : said.toString());
      }
      return result.toString();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped.", stopped);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void keepLast(StringBuilder kept, String line) {
    if (!line.isBlank()) {
      kept.setLength(0);
      kept.append(line);
    }
  }

  private static void lines(BufferedReader reader, Consumer<String> each) {
    try (reader) {
      reader.lines().forEach(each);
    } catch (IOException | java.io.UncheckedIOException ended) {
      return;
    }
  }
}

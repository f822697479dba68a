package dev.suture.bench.backport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The git program as anyone would use it by hand, on a clone.
final class PlainGit {
  private final Path clone;

  PlainGit(Path clone) {
    this.clone = clone;
  }

  Path folder() {
    return clone;
  }

  record Said(int exit, String text) {}

  String must(String... arguments) throws IOException {
    Said said = run("", arguments);
    if (said.exit() != 0) {
      throw new IOException("git " + String.join(" ", arguments) + " failed");
    }
    return said.text();
  }

  List<String> lines(String... arguments) throws IOException {
    return must(arguments).lines().toList();
  }

  Said run(String input, String... arguments) throws IOException {
    return pipe(input, List.of(List.of(arguments)));
  }

  Said pipe(String input, List<List<String>> commands) throws IOException {
    List<ProcessBuilder> builders = new ArrayList<>();
    for (List<String> command : commands) {
      List<String> words = new ArrayList<>(List.of("git"));
      words.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(clone.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("GIT_DIR", clone.toAbsolutePath().toString());
      builder.environment().put("LC_ALL", "C");
      builders.add(builder);
    }
    List<Process> processes = ProcessBuilder.startPipeline(builders);
    Thread.ofVirtual()
        .start(
            () -> {
              try (var stdin = processes.getFirst().getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
              } catch (IOException ended) {
                throw new UncheckedIOException(ended);
              }
            });
    String text =
        new String(processes.getLast().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Said(processes.getFirst().waitFor(), text);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /// `git log -p | git patch-id --stable`. A clone may lack a large file, on which git stops: then
  /// the commits are tried in halves, and the one at fault has no id.
  Map<String, String> patchIds(List<String> commits, String... options) throws IOException {
    Map<String, String> ids = new HashMap<>();
    for (int from = 0; from < commits.size(); from += 1_000) {
      patchIds(commits.subList(from, Math.min(commits.size(), from + 1_000)), ids, options);
    }
    return ids;
  }

  private void patchIds(List<String> commits, Map<String, String> ids, String... options)
      throws IOException {
    List<String> log = new ArrayList<>(List.of("log", "-p", "--no-walk=unsorted", "--stdin"));
    log.addAll(List.of(options));
    Said said =
        pipe(String.join("\n", commits) + "\n", List.of(log, List.of("patch-id", "--stable")));
    if (said.exit() != 0 && commits.size() > 1) {
      patchIds(commits.subList(0, commits.size() / 2), ids, options);
      patchIds(commits.subList(commits.size() / 2, commits.size()), ids, options);
      return;
    }
    if (said.exit() == 0) {
      said.text().lines().map(line -> line.split(" ")).forEach(both -> ids.put(both[1], both[0]));
    }
  }
}

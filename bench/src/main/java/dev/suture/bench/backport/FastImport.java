package dev.suture.bench.backport;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes many small histories into one repository, and tells each commit's id at once.
final class FastImport implements AutoCloseable {
  private final Process git;
  private final OutputStream commands;
  private final BufferedReader answers;
  private final Map<String, Integer> marks = new HashMap<>();
  private long clock = 1_700_000_000;

  /// @param folder where a bare repository is made
  FastImport(Path folder) throws IOException {
    Files.createDirectories(folder);
    new PlainGit(folder).must("init", "-q", "--bare", folder.toString());
    ProcessBuilder builder =
        new ProcessBuilder("git", "fast-import", "--quiet", "--force")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_DIR", folder.toAbsolutePath().toString());
    git = builder.start();
    commands = new BufferedOutputStream(git.getOutputStream(), 1 << 16);
    answers = git.inputReader(StandardCharsets.UTF_8);
  }

  /// A commit of a whole tree.
  ///
  /// @param parents ids, the first one first; none for a root
  /// @return its id
  String commit(String branch, List<String> parents, Map<String, List<String>> tree, String message)
      throws IOException {
    int mark = marks.size() + 1;
    clock += 60;
    StringBuilder text = new StringBuilder();
    text.append("commit refs/heads/").append(branch).append("\nmark :").append(mark);
    text.append("\nauthor Dev <dev@shop.example> ").append(clock).append(" +0000");
    text.append("\ncommitter Dev <dev@shop.example> ").append(clock).append(" +0000\n");
    data(text, message);
    for (int i = 0; i < parents.size(); i++) {
      text.append(i == 0 ? "from :" : "merge :");
      text.append(marks.getOrDefault(parents.get(i), 0)).append('\n');
    }
    text.append("deleteall\n");
    tree.forEach(
        (path, lines) -> {
          text.append("M 100644 inline ").append(path).append('\n');
          data(text, String.join("\n", lines) + "\n");
        });
    text.append("\nget-mark :").append(mark).append('\n');
    commands.write(text.toString().getBytes(StandardCharsets.UTF_8));
    commands.flush();
    String id = answers.readLine();
    if (id == null) {
      throw new IOException("git fast-import stopped");
    }
    marks.put(id, mark);
    return id;
  }

  private static void data(StringBuilder into, String text) {
    into.append("data ").append(text.getBytes(StandardCharsets.UTF_8).length).append('\n');
    into.append(text).append('\n');
  }

  @Override
  public void close() throws IOException {
    commands.close();
    try {
      if (git.waitFor() != 0) {
        throw new IOException("git fast-import failed");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}

package dev.suture.git;

import dev.suture.cause.chain.SourceTree;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// All the sources of a commit, by two calls of git however many there are.
public final class GitSources implements SourceTree {
  private static final int MOST_FILES = 4_000;
  private static final long FILE_LIMIT = 512 << 10;
  private static final long TOTAL_LIMIT = 32 << 20;

  private final NativeGit git;

  public GitSources(NativeGit git) {
    this.git = git;
  }

  private record Blob(String path, String id) {}

  @Override
  public Map<String, String> texts(Project project, String commit, Predicate<String> wanted)
      throws Unreachable {
    List<Blob> blobs = blobs(project, commit, wanted);
    if (blobs.isEmpty()) {
      return Map.of();
    }
    StringBuilder asked = new StringBuilder();
    blobs.forEach(each -> asked.append(each.id()).append('\n'));
    byte[] answer =
        git.read(
            project,
            "Reading the sources",
            asked.toString().getBytes(StandardCharsets.US_ASCII),
            List.of("cat-file", "--batch"));
    return texts(blobs, answer);
  }

  private List<Blob> blobs(Project project, String commit, Predicate<String> wanted)
      throws Unreachable {
    String listed =
        new String(
            git.read(
                project,
                "Reading the tree",
                new byte[0],
                List.of("ls-tree", "-r", "-z", "-l", "--full-tree", GitNames.id(commit))),
            StandardCharsets.UTF_8);
    List<Blob> blobs = new ArrayList<>();
    long total = 0;
    for (String entry : listed.split("\0")) {
      int tab = entry.indexOf('\t');
      String[] facts = tab < 0 ? new String[0] : entry.substring(0, tab).split(" +");
      boolean isFile = facts.length == 4 && facts[0].startsWith("100");
      if (!isFile || !wanted.test(entry.substring(tab + 1))) {
        continue;
      }
      long size = Long.parseLong(facts[3]);
      if (size <= FILE_LIMIT && total + size <= TOTAL_LIMIT && blobs.size() < MOST_FILES) {
        total += size;
        blobs.add(new Blob(entry.substring(tab + 1), facts[2]));
      }
    }
    return blobs;
  }

  /// `id blob size`, a line break, that many bytes, a line break; in the order they were asked.
  private static Map<String, String> texts(List<Blob> blobs, byte[] answer) {
    Map<String, String> texts = new LinkedHashMap<>();
    int at = 0;
    for (Blob blob : blobs) {
      int end = at;
      while (end < answer.length && answer[end] != '\n') {
        end++;
      }
      String[] head = new String(answer, at, end - at, StandardCharsets.US_ASCII).split(" ");
      if (head.length < 3) {
        at = end + 1;
        continue;
      }
      int size = Integer.parseInt(head[2]);
      String text = new String(answer, end + 1, size, StandardCharsets.UTF_8);
      if (text.indexOf('\0') < 0) {
        texts.put(blob.path(), text);
      }
      at = end + 1 + size + 1;
    }
    return texts;
  }
}

package dev.suture.bench.backport;

import dev.suture.backport.presence.Line;
import dev.suture.bench.Benchmark;
import dev.suture.bench.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Presence beside plain git.
public final class BackportBenchmark implements Benchmark {
  private static final int HISTORIES = 1_000;
  private static final long SEED = 6;

  private final List<String> arguments;

  public BackportBenchmark() {
    this(List.of());
  }

  private BackportBenchmark(List<String> arguments) {
    this.arguments = arguments;
  }

  @Override
  public String name() {
    return "backport";
  }

  @Override
  public String about() {
    return "which line has a fix: generated histories, or a real one by CLONE MAIN LINES...";
  }

  @Override
  public Benchmark with(List<String> words) {
    if (words.isEmpty()) {
      return this;
    }
    if (words.size() < 3 || !Files.isDirectory(Path.of(words.getFirst()))) {
      throw new IllegalArgumentException(
          "backport takes nothing, or CLONE MAIN LINES...: a folder, a branch, and branches or patterns of"
              + " branches.");
    }
    return new BackportBenchmark(List.copyOf(words));
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    if (arguments.isEmpty()) {
      progress.say("telling " + HISTORIES + " generated histories");
      return GeneratedHistories.tell(scratch, HISTORIES, SEED).rows();
    }
    Path folder = Path.of(arguments.getFirst());
    Path dotGit = folder.resolve(".git");
    PlainGit git = new PlainGit(Files.isDirectory(dotGit) ? dotGit : folder);
    List<String> refs =
        git.lines(
            "for-each-ref", "--format=%(refname) %(objectname)", "refs/heads", "refs/remotes");
    Line main = lines(refs, arguments.get(1)).getFirst();
    Set<Line> lines = new LinkedHashSet<>();
    for (String word : arguments.subList(2, arguments.size())) {
      lines.addAll(lines(refs, word));
    }
    lines.remove(main);
    return new RealHistory(git.folder(), scratch, main, List.copyOf(lines), progress).rows();
  }

  /// A branch by its name or full name, or else those whose name a pattern fits.
  static List<Line> lines(List<String> refs, String word) throws IOException {
    List<Line> found = new ArrayList<>();
    for (String place : List.of("", "refs/heads/", "refs/remotes/origin/")) {
      for (String ref : refs) {
        String[] both = ref.split(" ");
        if (both[0].equals(place + word)) {
          return List.of(new Line(word, both[1]));
        }
      }
    }
    Pattern pattern = Pattern.compile(word);
    for (String ref : refs) {
      String[] both = ref.split(" ");
      String name = both[0].replaceFirst("^refs/(heads|remotes/origin)/", "");
      if (pattern.matcher(name).matches() || pattern.matcher(both[0]).matches()) {
        found.add(new Line(name, both[1]));
      }
    }
    if (found.isEmpty()) {
      throw new IOException("No branch is called " + word + ", and none fits it as a pattern.");
    }
    return found;
  }
}

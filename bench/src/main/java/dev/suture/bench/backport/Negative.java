package dev.suture.bench.backport;

import dev.suture.backport.presence.Fix;
import dev.suture.backport.presence.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A fix that a line does not have, as somebody found by reading both.
record Negative(Fix fix, Line line) {

  /// Those of the corpus whose commits a clone has. A line of the corpus: the fix, the tip of the
  /// line, the line's name, the nearest commit that was read beside it, and the reason.
  static List<Negative> read(PlainGit git) throws IOException {
    Path corpus = Path.of(System.getProperty("suture.home", ".."), "bench", "corpus");
    List<Path> files;
    try (Stream<Path> all = Files.list(corpus)) {
      files =
          all.filter(file -> file.getFileName().toString().startsWith("backport-negatives-"))
              .sorted()
              .toList();
    }
    List<Negative> found = new ArrayList<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] words = line.split(" ", 5);
          String parent =
              git.run("", "rev-parse", "--verify", "--quiet", words[0] + "^").text().strip();
          boolean has = git.run("", "cat-file", "-e", words[1] + "^{commit}").exit() == 0;
          if (!parent.isEmpty() && has) {
            found.add(new Negative(Fix.of(parent, words[0]), new Line(words[2], words[1])));
          }
        }
      }
    }
    return found;
  }
}

package dev.suture.cause.chain;

import dev.suture.cause.flow.Parser;
import dev.suture.cause.flow.Program;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sources of an application at one commit.
///
/// @param program read as far as something has led to it; by one thread at a time
record Application(String commit, Map<String, String> texts, Program program) {

  List<String> paths() {
    return List.copyOf(texts.keySet());
  }

  /// A line without the blanks around it.
  String line(String path, int number) {
    return texts
        .getOrDefault(path, "")
        .lines()
        .skip(Math.max(0, number - 1))
        .findFirst()
        .orElse("")
        .strip();
  }

  /// Those that were read last; commits never change.
  static final class Shelf {
    private static final int MOST = 8;

    private final SourceTree tree;
    private final Parser parser;
    private final Map<String, Application> kept = new LinkedHashMap<>(16, .75f, true);

    Shelf(SourceTree tree, Parser parser) {
      this.tree = tree;
      this.parser = parser;
    }

    synchronized Application of(Project project, String commit) throws Unreachable {
      String key = project.id() + " " + commit;
      Application known = kept.get(key);
      if (known == null) {
        Map<String, String> texts = tree.texts(project, commit, Program::isSource);
        known =
            new Application(
                commit, texts, new Program(List.copyOf(texts.keySet()), texts::get, parser));
        kept.put(key, known);
        if (kept.size() > MOST) {
          kept.remove(kept.keySet().iterator().next());
        }
      }
      return known;
    }
  }
}

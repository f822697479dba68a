package dev.suture.bench.backport;

import dev.suture.backport.presence.Fix;
import dev.suture.backport.presence.Line;
import dev.suture.bench.backport.Sources.Edit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One generated history: a main branch with a fix, and a line to which something happens.
final class Story {
  final FastImport git;
  final Sources sources;
  final String name;
  final Map<String, List<String>> main;
  final Map<String, List<String>> line;
  final List<Edit> edits = new ArrayList<>();
  String mainTip;
  String lineTip;
  String base = "";
  String fix = "";
  final List<String> commits = new ArrayList<>();

  Story(FastImport git, Sources sources, String name) throws IOException {
    this.git = git;
    this.sources = sources;
    this.name = name;
    this.main = sources.tree();
    mainTip = git.commit(name + "/main", List.of(), main, "Begin");
    lineTip = mainTip;
    line = Sources.copy(main);
  }

  void onMain(String message) throws IOException {
    mainTip = git.commit(name + "/main", List.of(mainTip), main, message);
  }

  String onLine(String message) throws IOException {
    lineTip = git.commit(name + "/line", List.of(lineTip), line, message);
    return lineTip;
  }

  /// A commit that has nothing to do with the fix; the third function of a file is never fixed.
  void noise(Map<String, List<String>> tree) {
    String path = sources.path(tree);
    if (tree.getOrDefault(path, List.of()).stream()
            .filter(text -> text.startsWith("function "))
            .count()
        == 4) {
      sources.edit(tree, path, 2).apply(tree);
    } else {
      tree.put("src/" + sources.word() + ".ts", sources.code(20));
    }
  }

  void noises(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      noise(main);
      onMain("Work on main");
      noise(line);
      onLine("Work on the line");
    }
  }

  /// The fix: an edit in the first function of one file and one in the second of another.
  void fixOnMain(boolean inTwoCommits) throws IOException {
    base = mainTip;
    List<String> paths = List.copyOf(main.keySet()).subList(0, 2);
    for (int i = 0; i < 2; i++) {
      Edit edit = sources.edit(main, paths.get(i), i);
      edit.apply(main);
      edits.add(edit);
      if (inTwoCommits || i == 1) {
        onMain("Fix");
        commits.add(mainTip);
      }
    }
    fix = mainTip;
  }

  void apply(List<Edit> all) {
    for (Edit edit : all) {
      if (!edit.apply(line)) {
        throw new IllegalStateException("a generated edit does not fit: " + name);
      }
    }
  }

  String trailer() {
    return sources.below(2) == 0 ? "\n\n(cherry picked from commit " + fix + ")" : "";
  }

  Fix sought() {
    return new Fix(base, fix, commits);
  }

  Line asLine() {
    return new Line(name, lineTip);
  }

  /// Moves a file of the line.
  ///
  /// @return its new path
  String rename(String path) {
    String to = "lib/" + sources.word() + ".ts";
    Map<String, List<String>> moved = new LinkedHashMap<>(line);
    line.clear();
    moved.forEach((each, lines) -> line.put(each.equals(path) ? to : each, lines));
    return to;
  }
}

package dev.suture.bench.backport;

import dev.suture.backport.presence.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Backports whose message names their source, by the recipe of `docs/concepts/presence.md`.
///
/// @param named commits with such a message
/// @param resolved of these, the ones whose source is there
/// @param scored source on the main branch, backport on a line, one source, no merge
record Pairs(int named, int resolved, List<Pair> scored, Set<String> picked) {
  private static final Pattern SOURCE =
      Pattern.compile("\\(?cherry[ -]picked from commit:? ([0-9a-f]{7,40})");

  /// @param source on the main branch
  /// @param backport on the line
  /// @param parent of the source
  /// @param before parent of the backport
  record Pair(String source, String parent, String backport, String before, Line line) {}

  static Pairs read(PlainGit git, Line main, List<Line> lines) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "log",
                "-F",
                "--grep=cherry picked from commit",
                "--no-merges",
                "--format=%H%x00%P%x00%B%x01",
                main.tip()));
    lines.forEach(line -> command.add(line.tip()));
    Map<String, String> last = new LinkedHashMap<>();
    Map<String, Integer> distinct = new HashMap<>();
    Map<String, String> before = new HashMap<>();
    for (String entry : git.must(command.toArray(String[]::new)).split("\u0001\n?")) {
      String[] fields = entry.split("\0", 3);
      if (fields.length == 3) {
        Set<String> sources = new LinkedHashSet<>();
        String source = "";
        var match = SOURCE.matcher(fields[2]);
        while (match.find()) {
          source = match.group(1);
          sources.add(source);
        }
        if (!sources.isEmpty()) {
          last.put(fields[0], source);
          distinct.put(fields[0], sources.size());
          before.put(fields[0], fields[1]);
        }
      }
    }
    Map<String, String> full = resolve(git, new LinkedHashSet<>(last.values()));
    Set<String> onMain = new HashSet<>(git.lines("rev-list", main.tip()));
    Map<String, List<String>> parents = parents(git, new LinkedHashSet<>(full.values()));
    Map<String, List<Line>> homes = homes(git, main, lines);
    List<Pair> scored = new ArrayList<>();
    Set<String> picked = new HashSet<>();
    int resolved = 0;
    for (var entry : last.entrySet()) {
      String backport = entry.getKey();
      String source = full.get(entry.getValue());
      if (source == null) {
        continue;
      }
      resolved++;
      picked.add(source);
      List<String> above = parents.getOrDefault(source, List.of());
      List<Line> home = homes.getOrDefault(backport, List.of());
      if (onMain.contains(source)
          && !onMain.contains(backport)
          && distinct.getOrDefault(backport, 0) == 1
          && above.size() == 1
          && !home.isEmpty()) {
        scored.add(
            new Pair(
                source,
                above.getFirst(),
                backport,
                before.getOrDefault(backport, ""),
                home.getFirst()));
      }
    }
    return new Pairs(last.size(), resolved, scored, picked);
  }

  private static Map<String, String> resolve(PlainGit git, Set<String> names) throws IOException {
    Map<String, String> full = new HashMap<>();
    List<String> asked = List.copyOf(names);
    List<String> answers =
        git.run(String.join("\n", asked) + "\n", "cat-file", "--batch-check")
            .text()
            .lines()
            .toList();
    for (int i = 0; i < asked.size(); i++) {
      String[] words = answers.get(i).split(" ");
      if (words.length == 3 && words[1].equals("commit")) {
        full.put(asked.get(i), words[0]);
      }
    }
    return full;
  }

  private static Map<String, List<String>> parents(PlainGit git, Set<String> commits)
      throws IOException {
    Map<String, List<String>> parents = new HashMap<>();
    git.run(
            String.join("\n", commits) + "\n",
            "rev-list",
            "--no-walk=unsorted",
            "--parents",
            "--stdin")
        .text()
        .lines()
        .map(line -> List.of(line.split(" ")))
        .forEach(ids -> parents.put(ids.getFirst(), ids.subList(1, ids.size())));
    return parents;
  }

  /// For each commit the lines that have it and the main branch has not; the one with the fewest
  /// commits of its own first.
  private static Map<String, List<Line>> homes(PlainGit git, Line main, List<Line> lines)
      throws IOException {
    Map<Line, List<String>> own = new LinkedHashMap<>();
    for (Line line : lines) {
      own.put(line, git.lines("rev-list", main.tip() + ".." + line.tip()));
    }
    Map<String, List<Line>> homes = new HashMap<>();
    lines.stream()
        .sorted((a, b) -> Integer.compare(size(own, a), size(own, b)))
        .forEach(
            line ->
                own.getOrDefault(line, List.of())
                    .forEach(
                        commit -> homes.computeIfAbsent(commit, _ -> new ArrayList<>()).add(line)));
    return homes;
  }

  private static int size(Map<Line, List<String>> own, Line line) {
    return own.getOrDefault(line, List.of()).size();
  }
}

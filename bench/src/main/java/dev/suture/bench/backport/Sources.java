package dev.suture.bench.backport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Files of made-up code, and edits of them that can be made again elsewhere.
final class Sources {
  private static final List<String> SYLLABLES =
      List.of(
          "or", "der", "cart", "ta", "ship", "ver", "count", "lo", "price", "mer", "tick", "no");

  private final Random random;

  Sources(Random random) {
    this.random = random;
  }

  Map<String, List<String>> tree() {
    Map<String, List<String>> tree = new LinkedHashMap<>();
    int files = 3 + random.nextInt(3);
    for (int i = 0; i < files; i++) {
      List<String> lines = new ArrayList<>();
      for (int function = 0; function < 4; function++) {
        lines.add("function " + word() + "(" + word() + ", " + word() + ") {");
        lines.addAll(code(6 + random.nextInt(8)));
        lines.add("  return " + word() + ";");
        lines.add("}");
        lines.add("");
      }
      tree.put("src/" + word() + "/" + word() + ".ts", lines);
    }
    return tree;
  }

  List<String> code(int lines) {
    List<String> code = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      code.add(
          switch (i == 0 ? 0 : random.nextInt(5)) {
            case 0 -> "  const " + word() + " = " + word() + "(" + word() + ", " + word() + ");";
            case 1 -> "  if (" + word() + " > " + random.nextInt(90) + ") {";
            case 2 -> "    " + word() + "." + word() + "(" + word() + ");";
            case 3 -> "  }";
            default -> "  " + word() + " += " + word() + " * " + random.nextInt(90) + ";";
          });
    }
    return code;
  }

  String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return word.toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String path(Map<String, List<String>> tree) {
    return List.copyOf(tree.keySet()).get(random.nextInt(tree.size()));
  }

  /// A replacement of neighbouring lines, known by what stood there.
  record Edit(String path, List<String> old, List<String> fresh) {

    /// The same edit wherever the file is now.
    Edit at(String other) {
      return new Edit(other, old, fresh);
    }

    Edit inverse() {
      return new Edit(path, fresh, old);
    }

    /// @return false where the lines are not there
    boolean apply(Map<String, List<String>> tree) {
      List<String> lines = tree.getOrDefault(path, List.of());
      int at = Collections.indexOfSubList(lines, old);
      if (at < 0) {
        return false;
      }
      List<String> edited = new ArrayList<>(lines.subList(0, at));
      edited.addAll(fresh);
      edited.addAll(lines.subList(at + old.size(), lines.size()));
      tree.put(path, edited);
      return true;
    }
  }

  /// An edit somewhere in a function of a file: 2 to 4 lines give way to 3 to 6.
  Edit edit(Map<String, List<String>> tree, String path, int function) {
    List<String> lines = tree.getOrDefault(path, List.of());
    int start = 0;
    for (int seen = 0; seen <= function; start++) {
      seen += lines.get(start).startsWith("function ") ? 1 : 0;
    }
    int count = 2 + random.nextInt(3);
    // The first line of a function is like no other, so the place is known by what stands there.
    List<String> old = List.copyOf(lines.subList(start, start + count));
    return new Edit(path, old, code(3 + random.nextInt(4)));
  }

  static Map<String, List<String>> copy(Map<String, List<String>> tree) {
    return new LinkedHashMap<>(tree);
  }
}

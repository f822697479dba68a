package dev.suture.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which pieces of a change need which others, as far as their text tells: a piece that uses a name
/// needs the piece that brings the name in.
final class Links {
  private static final Pattern DECLARED =
      Pattern.compile(
          "\\b(?:const|let|var|function|class|interface|type|enum|record|def|fn|func|struct|trait"
              + "|val|module|import|from)\\s+\\*?\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*)"
              + "|^\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*(?::=|=(?!=))"
              + "|[\\p{L}_$>\\]]\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*(?:\\([^;]*\\)\\s*(?:throws [^{]*)?\\{|=(?!=)|;)");
  private static final Pattern BRACED =
      Pattern.compile("(?:import|const|let|var|export)\\s*\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private Links() {}

  /// Pieces in groups that stand or fall together, ordered so that whoever needs another one comes
  /// before it.
  ///
  /// @return indexes into `pieces`; every one in exactly one group
  static List<List<Integer>> groups(List<Hunk> pieces) {
    List<Set<Integer>> needs = needs(pieces);
    List<List<Integer>> groups = new ArrayList<>();
    new StrongComponents(needs, groups).run();
    return groups.reversed();
  }

  private static List<Set<Integer>> needs(List<Hunk> pieces) {
    List<Set<String>> brought = pieces.stream().map(Links::brought).toList();
    List<Set<String>> used = pieces.stream().map(piece -> names(piece.added())).toList();
    List<Set<Integer>> needs = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Set<Integer> mine = new HashSet<>();
      for (int j = 0; j < pieces.size(); j++) {
        if (i != j && brought.get(j).stream().anyMatch(used.get(i)::contains)) {
          mine.add(j);
        }
      }
      needs.add(mine);
    }
    return needs;
  }

  /// Names that a piece declares and that stood in none of the lines that it replaces.
  private static Set<String> brought(Hunk piece) {
    Set<String> names = new HashSet<>();
    for (String line : piece.added()) {
      Matcher declared = DECLARED.matcher(line);
      while (declared.find()) {
        for (int group = 1; group <= declared.groupCount(); group++) {
          if (declared.group(group) != null) {
            names.add(declared.group(group));
          }
        }
      }
      Matcher braced = BRACED.matcher(line);
      while (braced.find()) {
        names.addAll(names(List.of(braced.group(1))));
      }
    }
    names.removeAll(names(piece.removed()));
    return names;
  }

  private static Set<String> names(List<String> lines) {
    Set<String> names = new HashSet<>();
    for (String line : lines) {
      Matcher name = NAME.matcher(line);
      while (name.find()) {
        names.add(name.group());
      }
    }
    return names;
  }
}

package dev.suture.diff;

import java.util.ArrayList;
import java.util.List;

/// Lines of a file that change in one place, or a whole file that comes, goes, or is no text.
///
/// @param file path in the repository
/// @param function name that git found above it; empty when it found none
/// @param at number of the first line that is removed, or of the line behind which is added;
///   1-based, of the file before the change
/// @param removed lines with their ends
/// @param added lines with their ends
/// @param whole whether it is the whole file, and the lines are not given
public record Hunk(
    String file,
    ChangeKind kind,
    String function,
    int at,
    List<String> removed,
    List<String> added,
    boolean whole) {

  int size() {
    return whole ? 1 : removed.size() + added.size();
  }

  /// The same change in pieces that can be left out one by one: a line for a line where as many
  /// come as go, and single lines for the rest. A piece keeps brackets that it opens with those
  /// that close them.
  List<Hunk> lines() {
    if (whole) {
      return List.of(this);
    }
    List<Hunk> pieces = new ArrayList<>();
    int most = Math.max(removed.size(), added.size());
    int from = 0;
    for (int i = 0; i < most; i++) {
      Hunk piece = piece(from, i + 1);
      if (i == most - 1 || Brackets.depth(piece.removed) == Brackets.depth(piece.added)) {
        pieces.add(piece);
        from = i + 1;
      }
    }
    return pieces;
  }

  private Hunk piece(int from, int to) {
    List<String> less = between(removed, from, to);
    int place = less.isEmpty() ? at + Math.max(0, removed.size() - 1) : at + from;
    return new Hunk(file, kind, function, place, less, between(added, from, to), false);
  }

  private static List<String> between(List<String> lines, int from, int to) {
    return List.copyOf(lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())));
  }
}

package dev.suture.backport.presence;

import dev.suture.backport.presence.Match.FilePair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Compares changes file by file and line by line. A line counts for as much as it tells; one that
/// is not the same may still be the same edit: then what counts is the tokens that the edit brought
/// or took, not those that stood there before and after.
final class Likeness {
  private static final double SAME_EDIT = .6;

  /// What an edit that was adapted is worth beside one that is the same.
  private static final double ADAPTED = .9;

  /// A fix that adds less than this share of what it changes takes something away.
  private static final double BRINGS = .25;

  private static final int FUZZY_LINES = 400;

  /// How near a file is that stands beside the one of the fix.
  private static final double ELSEWHERE = .45;

  private final ChangeIndex index;
  private final Predicate<String> onLine;
  private final Weighed fix;

  /// @param onLine whether the line has a file of that path: what changes beside it is another file
  Likeness(ChangeIndex index, Change fix, Predicate<String> onLine) {
    this.index = index;
    this.onLine = onLine;
    this.fix = new Weighed(fix);
  }

  /// A file's lines in one row, with what each tells.
  private final class Side {
    final FileChange file;
    final Kind kind;
    final List<Hunk> hunks = new ArrayList<>();
    final List<Integer> lines = new ArrayList<>();
    final double[] weights;
    final @Nullable EditedLine[] edits;
    double total;

    Side(FileChange file) {
      this.file = file;
      this.kind = Kind.of(file.path());
      for (Hunk hunk : file.hunks()) {
        for (int i = 0; i < hunk.size(); i++) {
          hunks.add(hunk);
          lines.add(i);
        }
      }
      weights = new double[lines.size()];
      edits = new EditedLine[lines.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = index.weight(hunks.get(i), lines.get(i)) * kind.worth;
        total += weights[i];
      }
      if (!file.path().equals(file.from())) {
        total += RENAME * kind.worth;
      }
    }

    boolean isAdded(int i) {
      return hunks.get(i).isAdded(lines.get(i));
    }

    double added() {
      double added = 0;
      for (int i = 0; i < weights.length; i++) {
        added += isAdded(i) ? weights[i] : 0;
      }
      return added;
    }

    long key(int i) {
      return ChangeIndex.key(hunks.get(i), lines.get(i));
    }

    /// What a line's edit brought or took; made when it is first compared.
    EditedLine edit(int i) {
      EditedLine edit = edits[i];
      if (edit == null) {
        edit = EditedLine.of(hunks.get(i), lines.get(i));
        edits[i] = edit;
      }
      return edit;
    }
  }

  private static final double RENAME = .5;

  private final class Weighed {
    final List<Side> sides = new ArrayList<>();
    double total;
    double sources;
    double added;

    Weighed(Change change) {
      for (FileChange file : change.files()) {
        Side side = new Side(file);
        sides.add(side);
        total += side.total;
        sources += side.kind == Kind.source ? side.total : 0;
        added += side.added();
      }
    }
  }

  Match with(Change other) {
    Weighed found = new Weighed(other);
    if (fix.total == 0 || found.total == 0) {
      return Match.NONE;
    }
    double covered = 0;
    double exact = 0;
    double added = 0;
    double sources = 0;
    List<FilePair> pairs = new ArrayList<>();
    Map<Side, boolean[]> used = new HashMap<>();
    for (Side side : fix.sides) {
      Pairing best = best(side, found, used);
      if (best != null) {
        covered += best.covered();
        exact += best.exact();
        added += best.added();
        sources += side.kind == Kind.source ? best.covered() : 0;
        used.put(best.other(), best.used());
        pairs.add(
            new FilePair(side.file.path(), best.other().file.path(), best.covered() / side.total));
      }
    }
    return new Match(
        covered / fix.total,
        Math.min(1, covered / found.total),
        exact / fix.total,
        covered,
        fix.added < BRINGS * fix.total ? -1 : added,
        fix.sources == 0 ? -1 : sources / fix.sources,
        pairs);
  }

  private record Pairing(Side other, double covered, double exact, double added, boolean[] used) {}

  private @Nullable Pairing best(Side side, Weighed found, Map<Side, boolean[]> used) {
    Pairing best = null;
    for (Side other : found.sides) {
      double near = nearness(side.file, other.file);
      boolean[] taken = used.getOrDefault(other, new boolean[other.weights.length]);
      Pairing pairing = pair(side, other, near, taken);
      if (pairing.covered() > 0 && (best == null || pairing.covered() > best.covered())) {
        best = pairing;
      }
    }
    return best;
  }

  private double nearness(FileChange file, FileChange other) {
    double near = index.nearness(file, other);
    boolean isElsewhere = near >= ELSEWHERE && near < .95;
    return isElsewhere && onLine.test(file.path()) ? ELSEWHERE : near;
  }

  private Pairing pair(Side side, Side other, double near, boolean[] taken) {
    boolean[] used = Arrays.copyOf(taken, taken.length);
    boolean[] matched = new boolean[side.weights.length];
    Map<Long, List<Integer>> places = new HashMap<>();
    for (int j = used.length - 1; j >= 0; j--) {
      if (!used[j]) {
        places.computeIfAbsent(other.key(j), _ -> new ArrayList<>()).add(j);
      }
    }
    double exact = 0;
    double added = 0;
    for (int i = 0; i < matched.length; i++) {
      List<Integer> at = places.get(side.key(i));
      if (at != null && !at.isEmpty()) {
        used[at.removeLast()] = true;
        matched[i] = true;
        exact += side.weights[i];
        added += side.isAdded(i) ? side.weights[i] : 0;
      }
    }
    boolean renames = !side.file.path().equals(side.file.from());
    if (renames
        && side.file.path().equals(other.file.path())
        && !other.file.path().equals(other.file.from())) {
      exact += RENAME * side.kind.worth;
    }
    double covered = exact;
    if (near >= .5 && exact < side.total) {
      Adapted adapted = alike(side, matched, other, used);
      covered += adapted.covered();
      added += adapted.added();
    }
    double credit = near + (1 - near) * Math.min(1, exact / side.kind.worth / Paths.TELLING);
    if (near < .5 && exact / side.kind.worth < 1.5) {
      credit = 0;
    }
    return new Pairing(other, covered * credit, exact * credit, added * credit, used);
  }

  /// @param added of what is covered, the lines that are added
  private record Adapted(double covered, double added) {}

  /// What is covered by lines that are not the same but were edited in the same way.
  private Adapted alike(Side side, boolean[] matched, Side other, boolean[] used) {
    int[] left = open(matched);
    int[] right = open(used);
    if (left.length > FUZZY_LINES || right.length > FUZZY_LINES) {
      return new Adapted(0, 0);
    }
    double covered = 0;
    double added = 0;
    for (int i : left) {
      double best = 0;
      int at = -1;
      for (int j : right) {
        if (!used[j] && side.isAdded(i) == other.isAdded(j)) {
          double same = sameEdit(side, i, other, j);
          if (same > best) {
            best = same;
            at = j;
          }
        }
      }
      if (at >= 0 && best >= SAME_EDIT) {
        used[at] = true;
        double same = ADAPTED * best * Math.min(side.weights[i], 2 * other.weights[at]);
        covered += same;
        added += side.isAdded(i) ? same : 0;
      }
    }
    return new Adapted(covered, added);
  }

  private static int[] open(boolean[] taken) {
    int[] open = new int[taken.length];
    int size = 0;
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        open[size++] = i;
      }
    }
    return Arrays.copyOf(open, size);
  }

  private static double sameEdit(Side a, int i, Side b, int j) {
    int left = a.hunks.get(i).length(a.lines.get(i));
    int right = b.hunks.get(j).length(b.lines.get(j));
    return left > 3 * right || right > 3 * left ? 0 : a.edit(i).likeness(b.edit(j));
  }
}

package dev.suture.carry;

import dev.suture.carry.Picked.Conflict;
import dev.suture.carry.Picked.Hunk;
import dev.suture.carry.Workbench.Clash;
import dev.suture.carry.Workbench.Merged;
import dev.suture.carry.Workbench.Piece;
import dev.suture.carry.Workbench.Side;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Chores;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Brings changes onto a tree, and resolves what can be resolved.
public final class Picking {
  private static final int MOST_HUNKS = 40;
  private static final int MOST_TEXT = 8_000;

  private final Workbench bench;
  private final Resolutions resolutions;
  private final String project;

  public Picking(Workbench bench, Resolutions resolutions, String project) {
    this.bench = bench;
    this.resolutions = resolutions;
    this.project = project;
  }

  /// @param commit full id; not a merge
  public Picked pick(String commit, String parent, String onto) throws Unreachable {
    return resolved(bench.pick(commit, onto), onto, parent);
  }

  /// @param base where the two histories part
  public Picked merge(String head, String base, String onto) throws Unreachable {
    return resolved(bench.merge(head, onto), onto, base);
  }

  private Picked resolved(Merged merged, String onto, String base) throws Unreachable {
    String tree = merged.tree();
    List<Conflict> conflicts = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Clash clash : merged.clashes()) {
      Side ours = clash.ours();
      Side theirs = clash.theirs();
      if (ours != null && theirs != null && ours.isFile() && theirs.isFile()) {
        Optional<List<Piece>> pieces = bench.pieces(clash.base(), ours, theirs);
        Decided decided = pieces.isPresent() ? decide(clash.path(), pieces.get(), notes) : null;
        if (decided != null && decided.left().isEmpty()) {
          tree = bench.replace(tree, clash.path(), ours.mode(), decided.text());
        } else {
          conflicts.add(conflict(clash, decided, onto, base));
        }
      } else if (Chores.isChore(clash.path())) {
        tree = ours == null ? bench.replace(tree, clash.path(), "", null) : tree;
        notes.add(clash.path() + ": left as the line has it");
      } else {
        conflicts.add(new Conflict(clash.path(), kind(clash), List.of()));
      }
    }
    return new Picked(conflicts.isEmpty() ? tree : null, conflicts, List.copyOf(notes));
  }

  /// @param left what nobody could resolve
  private record Decided(String text, List<Piece.Disputed> left) {}

  private Decided decide(String path, List<Piece> pieces, Set<String> notes) {
    StringBuilder text = new StringBuilder();
    List<Piece.Disputed> left = new ArrayList<>();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Agreed agreed -> text.append(agreed.text());
        case Piece.Disputed disputed -> {
          Optional<String> found = found(path, disputed, notes);
          found.ifPresent(text::append);
          if (found.isEmpty()) {
            left.add(disputed);
          }
        }
      }
    }
    return new Decided(text.toString(), left);
  }

  private Optional<String> found(String path, Piece.Disputed disputed, Set<String> notes) {
    Optional<String> before = resolutions.find(Resolutions.Place.of(project, disputed));
    if (before.isPresent()) {
      notes.add(path + ": as it was resolved before");
      return before;
    }
    Optional<Senseless.Resolved> resolved = Senseless.resolve(path, disputed);
    resolved.ifPresent(each -> notes.add(path + ": " + each.why()));
    return resolved.map(Senseless.Resolved::text);
  }

  private Conflict conflict(Clash clash, @Nullable Decided decided, String onto, String base)
      throws Unreachable {
    if (decided == null) {
      return new Conflict(clash.path(), "both sides changed a file that is no text", List.of());
    }
    List<Hunk> hunks = new ArrayList<>();
    for (Piece.Disputed sides :
        decided.left().subList(0, Math.min(MOST_HUNKS, decided.left().size()))) {
      Range ours = range(onto, clash.path(), sides.ours());
      Range ground = range(base, clash.path(), sides.base());
      hunks.add(
          new Hunk(
              cut(sides.ours()),
              cut(sides.base()),
              cut(sides.theirs()),
              ours.from(),
              touched(onto, clash.path(), ours),
              touched(base, clash.path(), ground)));
    }
    return new Conflict(clash.path(), "both sides changed the same lines", hunks);
  }

  /// @param from 0 for nowhere
  private record Range(int from, int to) {}

  private Range range(String commit, String path, String part) throws Unreachable {
    String text = part.isEmpty() ? null : bench.text(commit, path);
    int at = text == null ? -1 : text.indexOf(part);
    if (text == null || at < 0) {
      return new Range(0, 0);
    }
    int from = LineDiff.lines(text.substring(0, at)).size() + 1;
    return new Range(from, from + LineDiff.lines(part).size() - 1);
  }

  private List<Hotfix.Commit> touched(String commit, String path, Range range) throws Unreachable {
    return range.from() == 0 ? List.of() : bench.touched(commit, path, range.from(), range.to());
  }

  /// Those of the fix's own ground that a line lacks: what has to be there first.
  public static List<Hotfix.Commit> prerequisites(
      List<Conflict> conflicts, Predicate<String> isOnLine) {
    Set<Hotfix.Commit> missing = new LinkedHashSet<>();
    for (Conflict conflict : conflicts) {
      for (Hunk hunk : conflict.hunks()) {
        hunk.missing().stream().filter(commit -> !isOnLine.test(commit.id())).forEach(missing::add);
      }
    }
    return List.copyOf(missing);
  }

  private static String kind(Clash clash) {
    if (clash.ours() == null) {
      return "the line does not have this file, or has it under another name";
    }
    return clash.theirs() == null
        ? "the fix takes away a file that the line has changed"
        : "the two sides have different kinds of file here";
  }

  private static String cut(String text) {
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
  }
}

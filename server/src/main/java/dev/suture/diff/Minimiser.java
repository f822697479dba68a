package dev.suture.diff;

import dev.suture.diff.Trial.Answer;
import dev.suture.diff.Trial.Tried;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Leaves out of a change all that it is a fix without, asking as seldom as it can.
///
/// Every group of pieces is left out once, those that nobody needs first; where an earlier answer
/// saved a run, half of what is left is left out together. So n groups take at most n + 1 runs of
/// the oracle, and the result is 1-minimal wherever a smaller part is never a fix when a larger one
/// is none. Delta debugging's ddmin (A. Zeller, R. Hildebrandt, Simplifying and isolating
/// failure-inducing input, IEEE TSE 28, 2002) may take n² + 3n. What did not build is asked again
/// behind each success, since only others that are gone by then may have needed it.
public final class Minimiser {
  private final List<List<Integer>> groups;
  private final Trial<BitSet> trial;
  private final int most;
  private final BitSet kept;
  private final List<List<Integer>> unresolved = new ArrayList<>();
  private int undecided;
  private int runs;
  private int credit = 1;

  private Minimiser(int pieces, List<List<Integer>> groups, Trial<BitSet> trial) {
    this.groups = groups;
    this.trial = trial;
    this.most = groups.size() + 1;
    this.undecided = groups.size();
    this.kept = new BitSet(pieces);
    kept.set(0, pieces);
  }

  /// @param needed pieces that the fix cannot do without
  /// @param unsure of those, pieces without which nobody could tell
  /// @param runs of the oracle
  public record Result(BitSet needed, BitSet unsure, int runs) {}

  /// @param pieces how many there are; all together are known to be a fix
  /// @param groups pieces that stand or fall together, whoever needs another one before it
  public static Result minimise(int pieces, List<List<Integer>> groups, Trial<BitSet> trial)
      throws InterruptedException {
    Minimiser minimiser = new Minimiser(pieces, groups, trial);
    minimiser.all();
    BitSet unsure = new BitSet(pieces);
    minimiser.unresolved.forEach(group -> group.forEach(unsure::set));
    return new Result(minimiser.kept, unsure, minimiser.runs);
  }

  private void all() throws InterruptedException {
    int next = 0;
    while (next < groups.size()) {
      int half = (groups.size() - next + 1) / 2;
      boolean together = half > 1 && credit > 0;
      if (together && without(flat(groups.subList(next, next + half))) == Answer.fixed) {
        credit += half - 1;
        next += half;
        undecided -= half;
        again();
        continue;
      }
      if (together) {
        credit--;
      }
      int behind = together ? next + half : next + 1;
      for (; next < behind; next++) {
        undecided--;
        one(groups.get(next));
      }
    }
    again();
  }

  private void one(List<Integer> group) throws InterruptedException {
    switch (without(group)) {
      case fixed -> again();
      case broken -> {}
      case unresolved -> unresolved.add(group);
    }
  }

  /// What could not be told before may be told now that something is gone, as long as a run is left
  /// for each of the groups to come.
  private void again() throws InterruptedException {
    for (List<Integer> group : List.copyOf(unresolved)) {
      if (runs + undecided >= most) {
        return;
      }
      Answer answer = without(group);
      if (answer != Answer.unresolved) {
        unresolved.remove(group);
      }
      if (answer == Answer.fixed) {
        again();
        return;
      }
    }
  }

  private Answer without(List<Integer> pieces) throws InterruptedException {
    BitSet part = (BitSet) kept.clone();
    pieces.forEach(part::clear);
    Tried tried = trial.of(part);
    if (tried.ran()) {
      runs++;
    }
    if (tried.answer() == Answer.fixed) {
      pieces.forEach(kept::clear);
    }
    return tried.answer();
  }

  private static List<Integer> flat(List<List<Integer>> some) {
    return some.stream().flatMap(List::stream).toList();
  }
}

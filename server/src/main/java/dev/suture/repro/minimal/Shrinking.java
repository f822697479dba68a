package dev.suture.repro.minimal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Leaves out of a list all that a test holds without: first everything at once, then halves,
/// quarters and so on down to single items, until none of those can go. The result is 1-minimal, as
/// that of delta debugging (A. Zeller, R. Hildebrandt, Simplifying and isolating failure-inducing
/// input, IEEE TSE 28, 2002), of which only the complements are tried: of m items that are needed
/// among n it takes about 2 m log2(n / m) + m tests.
public final class Shrinking {
  /// Whether a part still shows what the whole shows; what cannot be told is no.
  @FunctionalInterface
  public interface Test {
    /// @throws Spent when no more may be asked
    boolean holds(BitSet part) throws Spent, InterruptedException;
  }

  /// Nothing more may be asked.
  public static final class Spent extends Exception {
    private static final long serialVersionUID = 1;
  }

  /// @param kept the smallest part that was found
  /// @param whole whether nothing more can be left out of it
  public record Result(BitSet kept, boolean whole) {}

  private final Test test;
  private final Map<BitSet, Boolean> known = new HashMap<>();
  private BitSet kept;

  private Shrinking(BitSet all, Test test) {
    this.kept = (BitSet) all.clone();
    this.test = test;
  }

  /// @param all that is known to hold
  /// @param fixed part of it that is never left out
  public static Result of(BitSet all, BitSet fixed, Test test) throws InterruptedException {
    Shrinking shrinking = new Shrinking(all, test);
    try {
      shrinking.run(fixed);
      return new Result(shrinking.kept, true);
    } catch (Spent _) {
      return new Result(shrinking.kept, false);
    }
  }

  private void run(BitSet fixed) throws Spent, InterruptedException {
    int size = free(fixed).size();
    while (size > 0) {
      boolean less = pass(fixed, size);
      if (size == 1 && !less) {
        return;
      }
      size = Math.min(Math.max(1, size / 2), free(fixed).size());
    }
  }

  /// @return whether something was left out
  private boolean pass(BitSet fixed, int size) throws Spent, InterruptedException {
    List<Integer> items = free(fixed);
    boolean less = false;
    for (int from = 0; from < items.size(); from += size) {
      BitSet part = (BitSet) kept.clone();
      items.subList(from, Math.min(items.size(), from + size)).forEach(part::clear);
      if (holds(part)) {
        kept = part;
        less = true;
      }
    }
    return less;
  }

  private boolean holds(BitSet part) throws Spent, InterruptedException {
    Boolean before = known.get(part);
    if (before != null) {
      return before;
    }
    boolean holds = test.holds((BitSet) part.clone());
    known.put(part, holds);
    return holds;
  }

  private List<Integer> free(BitSet fixed) {
    List<Integer> free = new ArrayList<>();
    kept.stream().filter(item -> !fixed.get(item)).forEach(free::add);
    return free;
  }
}

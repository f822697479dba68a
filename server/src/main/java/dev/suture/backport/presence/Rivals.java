package dev.suture.backport.presence;

import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Evidence.Step;
import java.util.BitSet;
import java.util.Set;

/// Asks of a commit that is like the fix whether it is more like another one of the fix's side:
/// sibling fixes resemble each other, and each has a backport of its own.
final class Rivals {
  private static final double BETTER = .08;
  private static final long DAY = 86_400;
  private static final long MONTHS = 120 * DAY;
  private static final int MOST = 4_000;

  /// A commit that has all of the fix, line for line, has it whatever else it brings.
  private static final double ALL = .9;

  private final ChangeIndex index;
  private final Set<Step> steps;
  private final BitSet others;
  private final Change whole;
  private final Fix fix;

  Rivals(ChangeIndex index, Set<Step> steps, BitSet others, Change whole, Fix fix) {
    this.index = index;
    this.steps = steps;
    this.others = others;
    this.whole = whole;
    this.fix = fix;
  }

  /// The id of a commit that the find is a backport of rather than of the fix; empty for none.
  String better(Find find) throws Unreadable {
    Change change = index.change(find.commit());
    if (change == null || find.match().exact() >= ALL) {
      return "";
    }
    Graph graph = index.graph();
    BitSet range = near(find.commit());
    index.read(range);
    for (Find same : new Search(index, change, steps, _ -> false).same(range)) {
      if (isOther(same)) {
        return graph.id(same.commit());
      }
    }
    // Of a larger commit only what is like the fix is compared: the rest is somebody else's anyway.
    Change shared = new Change("", true, Shared.all(whole, change));
    double own = new Likeness(index, whole, _ -> false).with(shared).dice();
    for (Find other : new Search(index, shared, steps, _ -> false).alike(range)) {
      if (other.match().dice() > own + BETTER && isOther(other)) {
        return graph.id(other.commit());
      }
    }
    return "";
  }

  private boolean isOther(Find find) {
    return !fix.commits().contains(index.graph().id(find.commit()));
  }

  /// Those that were made within some months before the find, or since it was written.
  private BitSet near(int commit) {
    Graph graph = index.graph();
    Said said = index.said(commit);
    long until = graph.time(commit);
    long from = Math.min(said == null ? until : said.authored(), until) - MONTHS;
    BitSet near = new BitSet();
    int count = 0;
    for (int i = others.nextSetBit(0); i >= 0; i = others.nextSetBit(i + 1)) {
      if (graph.time(i) >= from && graph.time(i) <= until + DAY && count++ < MOST) {
        near.set(i);
      }
    }
    return near;
  }
}

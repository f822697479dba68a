package dev.suture.backport.presence;

import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Evidence.Step;
import dev.suture.io.LeastRecentlyUsed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells which lines of a clone have a fix. It keeps what it has read, so that a second question
/// reads only what is new; ask for all lines at once where picks go from line to line.
public final class Presence {
  private static final int KEPT_ANSWERS = 256;

  /// Files that are read before a line asks for them; of a fix that changes more of them, none are.
  private static final int MOST_AHEAD = 500;

  private final Clone clone;
  private final Set<Step> steps;
  private final ChangeIndex index;

  /// Answers that hold as long as no commit comes.
  private final Map<Asked, List<Verdict>> answers = new LeastRecentlyUsed<>(KEPT_ANSWERS);

  private int answeredOf;

  private record Asked(Fix fix, List<Line> lines) {}

  public Presence(Clone clone) {
    this(clone, EnumSet.allOf(Step.class));
  }

  /// @param steps the ones that are taken; a benchmark hides what messages tell
  public Presence(Clone clone, Set<Step> steps) {
    this.clone = clone;
    this.steps = EnumSet.copyOf(steps);
    this.index = new ChangeIndex(clone);
  }

  /// Learns which commits lines have, in one go; what they change is read when it is asked about.
  public synchronized void follow(List<Line> lines) throws Unreadable {
    index.follow(lines.stream().map(Line::tip).toList());
  }

  /// Reads ahead all commits that are not on all of these lines.
  ///
  /// @return how many commits are kept
  public synchronized int read(List<Line> lines) throws Unreadable {
    follow(lines);
    BitSet all = new BitSet();
    BitSet common = new BitSet();
    for (Line line : lines) {
      BitSet reachable = index.graph().reachable(index.graph().of(line.tip()));
      if (all.isEmpty()) {
        common.or(reachable);
      }
      all.or(reachable);
      common.and(reachable);
    }
    all.andNot(common);
    index.read(all);
    return all.cardinality();
  }

  public Verdict of(Fix fix, Line line) throws Unreadable {
    return of(fix, List.of(line)).getFirst();
  }

  /// The verdicts on lines, in their order.
  public synchronized List<Verdict> of(Fix fix, List<Line> lines) throws Unreadable {
    List<String> named = new ArrayList<>(fix.commits());
    named.add(fix.head());
    lines.forEach(line -> named.add(line.tip()));
    index.follow(named);
    if (index.graph().size() != answeredOf) {
      answers.clear();
      answeredOf = index.graph().size();
    }
    Asked asked = new Asked(fix, List.copyOf(lines));
    List<Verdict> known = answers.get(asked);
    if (known == null) {
      known = List.copyOf(judged(fix, asked.lines()));
      answers.put(asked, known);
    }
    return known;
  }

  private List<Verdict> judged(Fix fix, List<Line> lines) throws Unreadable {
    Graph graph = index.graph();
    BitSet before = graph.reachable(graph.of(fix.head()));
    List<BitSet> ranges = new ArrayList<>();
    BitSet wanted = new BitSet();
    for (Line line : lines) {
      BitSet range = graph.reachable(graph.of(line.tip()));
      boolean merged = range.get(graph.of(fix.head()));
      range.andNot(before);
      ranges.add(range);
      wanted.or(range);
      wanted.set(graph.of(fix.head()), true);
      if (merged) {
        wanted.or(range);
      }
    }
    fix.commits().forEach(commit -> wanted.set(graph.of(commit)));
    index.read(wanted);
    Change whole = index.of(fix);
    Set<String> kin = kin(fix);
    ReadOnce once = new ReadOnce(clone);
    readAhead(once, fix, whole, lines, wanted);
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LineReading reading = new LineReading(once, index, steps, lines.get(i), ranges.get(i));
      verdicts.add(reading.judge(fix, whole, kin));
    }
    return verdicts;
  }

  /// Reads in one go what nearly every line will ask for: the fix's files as they are at the tips
  /// and where the fix was made, and the patch ids of what makes the same change.
  private void readAhead(ReadOnce once, Fix fix, Change whole, List<Line> lines, BitSet wanted)
      throws Unreadable {
    List<String> same = new ArrayList<>();
    for (Find find : new Search(index, whole, steps, _ -> false).same(wanted)) {
      same.add(index.graph().id(find.commit()));
    }
    if (same.size() > 1 && index.isOne(fix)) {
      once.patchIds(same, 3);
    }
    Set<String> commits = new LinkedHashSet<>(same);
    commits.add(fix.head());
    lines.forEach(line -> commits.add(line.tip()));
    Set<Clone.Place> places = new LinkedHashSet<>();
    for (FileChange file : whole.files()) {
      for (String commit : commits) {
        places.add(new Clone.Place(commit, file.path()));
        places.add(new Clone.Place(commit, file.from()));
      }
    }
    if (places.size() <= MOST_AHEAD) {
      once.files(List.copyOf(places));
    }
  }

  /// The fix's commits, the merges that brought them somewhere, and all that say, one from the
  /// other, that they are picked from them.
  private Set<String> kin(Fix fix) {
    Set<String> kin = new HashSet<>(fix.commits());
    kin.add(fix.head());
    if (steps.contains(Step.trailer)) {
      kin.addAll(index.mergesOf(index.graph().of(fix.head())));
    }
    List<String> open = new ArrayList<>(kin);
    while (!open.isEmpty() && steps.contains(Step.trailer)) {
      for (int pick : index.picksOf(open.removeLast())) {
        if (kin.add(index.graph().id(pick))) {
          open.add(index.graph().id(pick));
        }
      }
    }
    return kin;
  }
}

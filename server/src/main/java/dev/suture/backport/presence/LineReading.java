package dev.suture.backport.presence;

import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Evidence.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Goes up the ladder for one line and looks at its tip.
final class LineReading {
  /// From here on a message that names a commit is believed.
  private static final double AGREES = .4;

  /// Less of it is a part of the fix.
  private static final double MOST = .6;

  private final Clone clone;
  private final ChangeIndex index;
  private final Graph graph;
  private final Set<Step> steps;
  private final Line line;
  private final BitSet range;
  private final List<Evidence> evidence = new ArrayList<>();

  /// A commit that claims to take the fix back and does something else; empty for none.
  private String doubted = "";

  /// @param range the line's commits that the fix does not descend from
  LineReading(Clone clone, ChangeIndex index, Set<Step> steps, Line line, BitSet range) {
    this.clone = clone;
    this.index = index;
    this.graph = index.graph();
    this.steps = steps;
    this.line = line;
    this.range = range;
  }

  Verdict judge(Fix fix, Change whole, Set<String> kin) throws Unreadable {
    if (whole.isEmpty()) {
      return new Verdict.CannotTell("The fix changes nothing in sum.", evidence);
    }
    boolean merged = graph.reachable(graph.of(line.tip())).get(graph.of(fix.head()));
    Trace trace = new Trace(graph);
    Search search = new Search(index, whole, steps, this::isOnLine);
    ancestry(fix, merged, trace);
    known(fix, kin, search, trace);
    if (trace.brought().stream().noneMatch(Find::isSure) && fix.commits().size() > 1) {
      Verdict verdict = parts(fix);
      if (!(verdict instanceof Verdict.Missing)) {
        return verdict;
      }
    }
    if (trace.brought().stream().noneMatch(Find::isSure)) {
      likely(fix, whole, search, trace);
    }
    takeBack(whole, kin, trace);
    return trace.brought().isEmpty()
        ? Absence.judge(clone, index, line, whole, done())
        : standing(whole, trace, fix);
  }

  private void ancestry(Fix fix, boolean merged, Trace trace) {
    if (merged) {
      trace.brings(new Find(graph.of(fix.head()), Step.ancestry, Match.NONE));
      say(Step.ancestry, true, fix.head(), "Commit %s is part of the line.", fix.head());
    } else {
      say(Step.ancestry, false, null, "Commit %s is not part of the line.", fix.head());
    }
  }

  private void known(Fix fix, Set<String> kin, Search search, Trace trace) throws Unreadable {
    if (steps.contains(Step.trailer)) {
      trailers(kin, search, trace);
    }
    for (Find find : search.same(range)) {
      trace.brings(proven(fix, find));
    }
    if (trace.brought().isEmpty()) {
      say(Step.change, false, null, "No commit of the line makes the same change.");
    }
  }

  private void likely(Fix fix, Change whole, Search search, Trace trace) throws Unreadable {
    Said original = index.said(graph.of(fix.commits().getLast()));
    if (original != null) {
      for (Find find : search.authored(original, range)) {
        trace.brings(find);
        say(
            Step.authorship,
            true,
            graph.id(find.commit()),
            "Commit %s has the fix's author and second, and %s.",
            graph.id(find.commit()),
            words(find.match()));
      }
    }
    if (steps.contains(Step.likeness) && share(trace.brought()) < MOST) {
      alike(fix, whole, search, trace);
    }
  }

  private void trailers(Set<String> kin, Search search, Trace trace) {
    boolean any = false;
    for (String named : kin) {
      for (int pick : index.picksOf(named)) {
        if (range.get(pick)) {
          any = true;
          Match match = search.match(pick);
          boolean agrees = match.most() >= AGREES;
          if (agrees) {
            // What has nothing but some of the fix was picked in part, whatever it says.
            boolean part = match.most() < .85 && match.filled() > .9;
            Step how = match.most() >= MOST && !part ? Step.trailer : Step.likeness;
            trace.brings(new Find(pick, how, match));
          }
          say(
              Step.trailer,
              agrees,
              graph.id(pick),
              agrees
                  ? "Commit %s names %s as its source; %s."
                  : "Commit %s names %s as its source, but it makes another change: %s.",
              graph.id(pick),
              named,
              words(match));
        }
      }
    }
    if (!any) {
      say(Step.trailer, false, null, "No message on the line names the fix as its source.");
    }
  }

  /// What was found by a hash of ours is held against git's own patch ids.
  private Find proven(Fix fix, Find find) throws Unreadable {
    String commit = graph.id(find.commit());
    for (Step step : List.of(Step.patch, Step.change)) {
      int context = step == Step.patch ? 3 : 0;
      String wanted = patchId(fix, context);
      if (!wanted.isEmpty()
          && wanted.equals(clone.patchIds(List.of(commit), context).get(commit))) {
        String what = step == Step.patch ? "its context included" : "context left out";
        say(step, true, commit, "Commit %s has the same patch id, %s.", commit, what);
        return new Find(find.commit(), step, find.match());
      }
    }
    say(Step.likeness, true, commit, "Commit %s changes the same lines.", commit);
    return new Find(find.commit(), Step.likeness, find.match());
  }

  private String patchId(Fix fix, int context) throws Unreadable {
    return index.isOne(fix)
        ? clone.patchIds(fix.commits(), context).getOrDefault(fix.head(), "")
        : clone.patchId(fix.base(), fix.head(), context);
  }

  private void alike(Fix fix, Change whole, Search search, Trace trace) throws Unreadable {
    Rivals rivals = new Rivals(index, steps, rivalRange(fix), whole, fix);
    boolean told = false;
    for (Find find : search.alike(range)) {
      String commit = graph.id(find.commit());
      if (Bar.score(find.match()) < Bar.LEAST || trace.brought().size() == 3) {
        break;
      }
      String rival = rivals.better(find);
      boolean passes = rival.isEmpty() && Bar.passes(find.match());
      if (passes) {
        trace.brings(find);
      }
      if (passes || !told) {
        told = true;
        String end =
            passes
                ? "."
                : rival.isEmpty() ? ", which is not near enough." : ", but it is more like %s.";
        say(
            Step.likeness,
            passes,
            commit,
            "Commit %s is alike: " + words(find.match()).replace("%", "%%") + end,
            commit,
            rival);
      }
    }
  }

  private boolean isOnLine(String path) {
    try {
      return index.paths(line.tip()).contains(path);
    } catch (Unreadable lost) {
      return false;
    }
  }

  /// Commits beside the fix that a line may have got instead of it.
  private BitSet rivalRange(Fix fix) {
    BitSet others = graph.reachable(graph.of(fix.head()));
    others.andNot(graph.reachable(graph.of(line.tip())));
    return others;
  }

  private void takeBack(Change whole, Set<String> kin, Trace trace) {
    Search back = new Search(index, whole.inverse(), steps, this::isOnLine);
    for (Find find : back.same(range)) {
      removes(trace, find);
    }
    for (Find brought : trace.brought()) {
      Change change = index.change(brought.commit());
      String id = graph.id(brought.commit());
      if (change != null && brought.how() != Step.ancestry) {
        Search own = new Search(index, change.inverse(), steps, this::isOnLine);
        own.same(range).forEach(find -> removes(trace, find));
        claimed(trace, id, own);
      }
      claimed(trace, id, back);
    }
    kin.forEach(id -> claimed(trace, id, back));
  }

  private void claimed(Trace trace, String id, Search back) {
    if (steps.contains(Step.trailer)) {
      for (int revert : index.revertsOf(id)) {
        Match match = back.match(revert);
        if (range.get(revert) && match.most() >= AGREES) {
          removes(trace, new Find(revert, Step.trailer, match));
        } else if (range.get(revert) && trace.removed().stream().noneMatch(isIt(revert))) {
          doubts(revert, match);
        }
      }
    }
  }

  private static Predicate<Find> isIt(int commit) {
    return find -> find.commit() == commit;
  }

  private void doubts(int commit, Match match) {
    String id = graph.id(commit);
    if (!doubted.equals(id)) {
      doubted = id;
      say(
          Step.trailer,
          false,
          id,
          "Commit %s says that it takes the fix back, but it makes another change: %s.",
          id,
          words(match));
    }
  }

  private void removes(Trace trace, Find find) {
    trace.takesBack(find);
    String commit = graph.id(find.commit());
    say(find.how(), false, commit, "Commit %s takes the change back.", commit);
  }

  private Verdict standing(Change whole, Trace trace, Fix fix) throws Unreadable {
    List<Find> standing = trace.standing();
    Find shown = standing.isEmpty() ? trace.brought().getLast() : standing.getFirst();
    boolean merged = shown.how() == Step.ancestry;
    Change there = merged ? whole : index.change(shown.commit());
    Tip tip = look(merged ? fix.head() : graph.id(shown.commit()), whole, there);
    List<String> carriers = ids(standing);
    List<String> by = ids(trace.last());
    if (standing.isEmpty()) {
      if (tip.isWhole() && tip.back() < .1) {
        return new Verdict.Present(Step.tip, ids(trace.brought()), done());
      }
      return tip.read() && tip.holds()
          ? cannotTell("It was taken back by a commit of the line, yet the tip has its lines.")
          : new Verdict.Reverted(
              ids(trace.brought()), by, trace.last().stream().anyMatch(Find::isSure), done());
    }
    double share = share(standing);
    if (share < MOST) {
      return new Verdict.Partial(share, carriers, List.of(), false, done());
    }
    if (!doubted.isEmpty() && !tip.isWhole()) {
      return cannotTell(
          "The message of commit "
              + doubted.substring(0, 12)
              + " says that it takes the fix back, but its change is not the reverse of it: read"
              + " it.");
    }
    if (tip.read() && tip.isTorn()) {
      return new Verdict.Partial(tip.held(), carriers, List.of(), false, done());
    }
    if (!tip.read() || tip.holds()) {
      return new Verdict.Present(Trace.how(standing), carriers, done());
    }
    return tip.isBefore()
        ? new Verdict.Reverted(carriers, List.of(), false, done())
        : new Verdict.Superseded(carriers, done());
  }

  /// Looks for the part of a carrier's change that is the fix's.
  private Tip look(String after, Change whole, @Nullable Change there) throws Unreadable {
    List<FileChange> files = there == null ? List.of() : Shared.of(whole, there);
    Tip tip = Tip.look(clone, index, after, line.tip(), files);
    if (tip.read()) {
      say(
          Step.tip,
          tip.holds(),
          line.tip(),
          "At the tip %s of its added lines stand, and %s of its removed ones are back.",
          share(tip.held()),
          share(tip.back()));
    }
    return tip;
  }

  /// The commits of a fix one by one, where no commit of the line makes their sum.
  private Verdict parts(Fix fix) throws Unreadable {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (String commit : fix.commits()) {
      int number = graph.of(commit);
      if (graph.isMerge(number) || graph.parents(number).length == 0) {
        continue;
      }
      Fix part = Fix.of(graph.id(graph.parents(number)[0]), commit);
      Change change = index.of(part);
      LineReading reading = new LineReading(clone, index, steps, line, range);
      Verdict verdict = reading.judge(part, change, Set.of(commit));
      verdicts.put(commit, verdict);
      evidence.addAll(verdict.evidence());
    }
    return Parts.sum(verdicts, done());
  }

  private Verdict cannotTell(String why) {
    return new Verdict.CannotTell(why, done());
  }

  private static double share(List<Find> standing) {
    return standing.stream()
        .mapToDouble(
            find -> find.isSure() || find.how() == Step.authorship ? 1 : find.match().most())
        .sum();
  }

  private List<String> ids(List<Find> finds) {
    return finds.stream().map(find -> graph.id(find.commit())).toList();
  }

  private List<Evidence> done() {
    return List.copyOf(evidence);
  }

  private void say(Step step, boolean found, @Nullable String commit, String words, Object... of) {
    Object[] short_ = new Object[of.length];
    for (int i = 0; i < of.length; i++) {
      boolean isId = of[i] instanceof String text && text.matches("[0-9a-f]{40}");
      short_[i] = isId ? of[i].toString().substring(0, 12) : of[i];
    }
    evidence.add(new Evidence(step, found, commit, String.format(Locale.ROOT, words, short_)));
  }

  private static String words(Match match) {
    return String.format(
        Locale.ROOT,
        "it has %s of the fix, %s line for line, which is %s of what it changes",
        share(match.covered()),
        share(match.exact()),
        share(match.filled()));
  }

  private static String share(double share) {
    return share < 0 ? "none" : Math.round(share * 100) + " %";
  }
}

package dev.suture.backport.presence;

import dev.suture.backport.presence.Evidence.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the commits of a line that make a given change.
final class Search {
  private static final int COMPARED = 60;
  private static final int COMMON_LINE = 300;
  private static final int COMMON_NAME = 2_000;
  private static final int RARE_LINES = 400;

  private final ChangeIndex index;
  private final Change fix;
  private final Likeness likeness;
  private final Set<Step> steps;

  /// @param onLine whether the line that is searched has a file of that path
  Search(ChangeIndex index, Change fix, Set<Step> steps, Predicate<String> onLine) {
    this.index = index;
    this.fix = fix;
    this.likeness = new Likeness(index, fix, onLine);
    this.steps = steps;
  }

  /// Commits that make the same change, the context of its hunks left out.
  List<Find> same(BitSet within) {
    List<Find> found = new ArrayList<>();
    if (steps.contains(Step.change) && fix.whole() && !fix.isEmpty()) {
      index
          .byId()
          .each(
              fix.id(),
              commit -> {
                if (within.get(commit)) {
                  found.add(new Find(commit, Step.change, match(commit)));
                }
              });
    }
    return found;
  }

  /// Commits that were written by the same person at the same second, in the same files.
  List<Find> authored(Said original, BitSet within) {
    List<Find> found = new ArrayList<>();
    if (steps.contains(Step.authorship)) {
      index
          .byAuthorship()
          .each(
              ChangeIndex.authorship(original),
              commit -> {
                if (within.get(commit)) {
                  Match match = match(commit);
                  if (match.covered() >= .2 || match.filled() >= .2) {
                    found.add(new Find(commit, Step.authorship, match));
                  }
                }
              });
    }
    return found;
  }

  /// The commits that are most alike, best first; those below the bar too.
  List<Find> alike(BitSet within) {
    List<Find> found = new ArrayList<>();
    for (int commit : candidates(within)) {
      Match match = match(commit);
      if (match.weight() > 0) {
        found.add(new Find(commit, Step.likeness, match));
      }
    }
    found.sort(Comparator.comparingDouble((Find find) -> -Bar.score(find.match())));
    return found;
  }

  Match match(int commit) {
    Change change = index.change(commit);
    return change == null ? Match.NONE : likeness.with(change);
  }

  /// Commits worth a comparison: those that share rare lines, and those that change the same files.
  private Set<Integer> candidates(BitSet within) {
    Map<Integer, Double> scores = new HashMap<>();
    for (FileChange file : fix.files()) {
      double worth = Kind.of(file.path()).worth;
      Set<Long> names = new HashSet<>();
      names.add(Normal.hash(file.name()));
      names.add(Normal.hash(FileChange.name(file.from())));
      index.otherNames(file).forEach(path -> names.add(Normal.hash(FileChange.name(path))));
      for (long name : names) {
        int count = index.byName().count(name);
        if (count <= COMMON_NAME) {
          double tells = worth / Math.log(2 + count);
          index.byName().each(name, commit -> add(scores, within, commit, tells));
        }
      }
    }
    int looked = 0;
    for (FileChange file : fix.files()) {
      double worth = Kind.of(file.path()).worth;
      for (Hunk hunk : file.hunks()) {
        for (int i = 0; i < hunk.size() && looked < RARE_LINES * 4; i++) {
          long key = ChangeIndex.key(hunk, i);
          if (index.byLine().count(key) <= COMMON_LINE) {
            looked++;
            double tells = index.weight(hunk, i) * worth;
            index.byLine().each(key, commit -> add(scores, within, commit, tells));
          }
        }
      }
    }
    List<Map.Entry<Integer, Double>> ranked = new ArrayList<>(scores.entrySet());
    ranked.sort(Map.Entry.<Integer, Double>comparingByValue().reversed());
    Set<Integer> best = new LinkedHashSet<>();
    ranked.stream().limit(COMPARED).forEach(entry -> best.add(entry.getKey()));
    return best;
  }

  private static void add(Map<Integer, Double> scores, BitSet within, int commit, double tells) {
    if (within.get(commit)) {
      scores.merge(commit, tells, Double::sum);
    }
  }
}

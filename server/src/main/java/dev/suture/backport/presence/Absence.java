package dev.suture.backport.presence;

import dev.suture.backport.presence.Clone.Place;
import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Evidence.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the tip of a line says about a fix that no commit of it brings.
final class Absence {
  private Absence() {}

  static Verdict judge(Clone clone, ChangeIndex index, Line line, Change fix, List<Evidence> before)
      throws Unreadable {
    boolean sources = fix.files().stream().anyMatch(file -> Kind.of(file.path()) == Kind.source);
    List<FileChange> files =
        fix.files().stream()
            .filter(file -> !sources || Kind.of(file.path()) == Kind.source)
            .toList();
    List<Place> places = new ArrayList<>();
    files.forEach(file -> places.add(new Place(line.tip(), file.from())));
    files.forEach(file -> places.add(new Place(line.tip(), file.path())));
    List<byte[]> texts = new ArrayList<>();
    for (byte[] text : clone.files(places)) {
      texts.add(text == null ? new byte[0] : text);
    }
    double added = 0;
    double here = 0;
    double removed = 0;
    double old = 0;
    boolean any = false;
    for (int i = 0; i < files.size(); i++) {
      any |= texts.get(i).length > 0 || texts.get(i + files.size()).length > 0;
      Set<Long> lines = new HashSet<>(Tip.lines(texts.get(i)));
      lines.addAll(Tip.lines(texts.get(i + files.size())));
      for (Hunk hunk : files.get(i).hunks()) {
        for (int k = 0; k < hunk.size(); k++) {
          double weight = index.weight(hunk, k);
          boolean has = lines.contains(hunk.lines()[k]);
          added += hunk.isAdded(k) ? weight : 0;
          here += hunk.isAdded(k) && has ? weight : 0;
          removed += hunk.isAdded(k) ? 0 : weight;
          old += !hunk.isAdded(k) && has ? weight : 0;
        }
      }
    }
    List<Evidence> evidence = new ArrayList<>(before);
    evidence.add(
        new Evidence(
            Step.tip,
            false,
            line.tip(),
            "The tip has "
                + percent(here, added)
                + " of the lines that the fix adds, and "
                + percent(old, removed)
                + " of those that it removes."));
    if (added > 2 && here > .9 * added && old < .1 * removed + .01) {
      return new Verdict.Present(Step.tip, List.of(), evidence);
    }
    if (!any) {
      evidence.add(
          new Evidence(
              Step.tip,
              false,
              line.tip(),
              "None of the files that the fix changes is on the line under its name: perhaps the"
                  + " fault is not there, which the reproduction can show."));
    }
    return new Verdict.Missing(
        any && removed > 0 && old > .8 * removed && here < .3 * added, evidence);
  }

  private static String percent(double part, double whole) {
    return whole == 0 ? "none" : Math.round(100 * part / whole) + " %";
  }
}

package dev.suture.carry;

import dev.suture.carry.Workbench.Clash;
import dev.suture.carry.Workbench.Piece;
import dev.suture.carry.Workbench.Side;
import dev.suture.hotfix.Repository.Unreachable;
import java.util.ArrayList;
import java.util.List;

/// Remembers how somebody resolved a conflict, from the commit that has it resolved.
final class Learning {
  private final Workbench bench;
  private final Resolutions resolutions;
  private final String project;

  Learning(Workbench bench, Resolutions resolutions, String project) {
    this.bench = bench;
    this.resolutions = resolutions;
    this.project = project;
  }

  /// @param resolved commit that stands for what was brought onto `onto`
  void learn(Carry.Plan plan, String resolved) throws Unreachable {
    // Of several commits only the first meets the line as it is; later ones meet what was resolved.
    Workbench.Merged merged =
        plan.merges()
            ? bench.merge(plan.head(), plan.onto())
            : bench.pick(plan.commits().getFirst(), plan.onto());
    for (Clash clash : merged.clashes()) {
      Side ours = clash.ours();
      Side theirs = clash.theirs();
      String text = bench.text(resolved, clash.path());
      if (ours != null && theirs != null && text != null) {
        List<Piece> pieces = bench.pieces(clash.base(), ours, theirs).orElse(List.of());
        keep(pieces, text);
      }
    }
  }

  /// What stands between two agreed pieces is the resolution of what is disputed there; where the
  /// agreed pieces are not found in order, nothing is learnt.
  private void keep(List<Piece> pieces, String text) {
    List<Piece.Disputed> disputed = new ArrayList<>();
    List<String> found = new ArrayList<>();
    int at = 0;
    Piece.Disputed open = null;
    for (int i = 0; i < pieces.size(); i++) {
      switch (pieces.get(i)) {
        case Piece.Agreed agreed -> {
          boolean last = i == pieces.size() - 1;
          int next =
              open == null
                  ? (text.startsWith(agreed.text(), at) ? at : -1)
                  : last && agreed.text().isEmpty()
                      ? text.length()
                      : text.indexOf(agreed.text(), at);
          if (next < 0 || (open != null && agreed.text().isEmpty() && !last)) {
            return;
          }
          if (open != null) {
            disputed.add(open);
            found.add(text.substring(at, next));
            open = null;
          }
          at = next + agreed.text().length();
        }
        case Piece.Disputed next -> open = next;
      }
    }
    for (int i = 0; i < found.size(); i++) {
      if (!hasMarks(found.get(i))) {
        resolutions.keep(Resolutions.Place.of(project, disputed.get(i)), found.get(i));
      }
    }
  }

  private static boolean hasMarks(String text) {
    return text.lines().anyMatch(line -> line.startsWith("<<<<<<<") || line.startsWith(">>>>>>>"));
  }
}

package dev.suture.carry;

import dev.suture.carry.LineDiff.Edit;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The commits that brought the lines which a fix changes, and which lines of development have
/// them. It ranks and decides nothing: a commit may have come under another id, and only the
/// reproduction knows whether the fault is there.
final class FaultyLines {
  private static final int MOST_FILES = 20;
  private static final int NAMED = 3;

  private final Repository repository;
  private final Project project;
  private final List<Hotfix.Commit> brought;

  private FaultyLines(Repository repository, Project project, List<Hotfix.Commit> brought) {
    this.repository = repository;
    this.project = project;
    this.brought = brought;
  }

  /// Asks git for the blame of the fix's base, which takes a while on a large history.
  static FaultyLines of(Repository repository, Workbench bench, Project project, Hotfix hotfix)
      throws Unreachable {
    Map<String, Hotfix.Commit> brought = new LinkedHashMap<>();
    List<String> paths = repository.changed(project, hotfix.base(), hotfix.head());
    for (String path : paths.subList(0, Math.min(paths.size(), MOST_FILES))) {
      String before = bench.text(hotfix.base(), path);
      String after = bench.text(hotfix.head(), path);
      if (before != null && after != null && !before.isEmpty()) {
        List<String> lines = LineDiff.lines(before);
        for (Edit edit : LineDiff.edits(lines, LineDiff.lines(after))) {
          // What only comes in stands between two lines; those are what it mends.
          int from = edit.inserts() ? Math.max(1, edit.from()) : edit.from() + 1;
          int to = edit.inserts() ? Math.min(lines.size(), edit.from() + 1) : edit.to();
          for (Hotfix.Commit each : bench.touched(hotfix.base(), path, from, to)) {
            brought.put(each.id(), each);
          }
        }
      }
    }
    return new FaultyLines(repository, project, new ArrayList<>(brought.values()));
  }

  /// @param share of the commits that the line has, 0 to 1; 1 where none is known
  /// @param says in words of ours
  record Rank(double share, String says) {}

  /// @param tip full id of the line's newest commit
  Rank on(String tip) throws Unreachable {
    List<String> there = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (Hotfix.Commit each : brought) {
      boolean has = repository.isAncestor(project, each.id(), tip);
      (has ? there : lacking).add(each.id().substring(0, 12));
    }
    if (brought.isEmpty()) {
      return new Rank(1, "No line that was there before is changed by the fix.");
    }
    String says =
        lacking.isEmpty()
            ? "The line has every commit that brought what the fix changes ("
                + named(there)
                + "): the fault is likely there."
            : there.isEmpty()
                ? "The line has none of the commits that brought what the fix changes ("
                    + named(lacking)
                    + "): the fault may not be there."
                : "Of the commits that brought what the fix changes the line has %s and lacks %s."
                    .formatted(named(there), named(lacking));
    return new Rank((double) there.size() / brought.size(), says);
  }

  private static String named(List<String> ids) {
    String first = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
    return ids.size() <= NAMED ? first : first + " and " + (ids.size() - NAMED) + " more";
  }
}

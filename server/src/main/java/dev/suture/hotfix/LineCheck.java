package dev.suture.hotfix;

import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Repository.Patch;
import dev.suture.hotfix.Repository.Pick;
import dev.suture.hotfix.Repository.Revert;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Line;
import dev.suture.line.LineGraph;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides for each line whether it has a fix: by ancestry, then by patch ids, and in both cases by
/// what later commits of the line took back.
final class LineCheck {
  static final String PRODUCTION = Line.PRODUCTION;
  private static final String DEVELOP = Line.DEVELOP;

  private final Project project;
  private final Repository repository;
  private final Fix fix;

  /// Commit -> patch ids of the fix that it brings; grows with each line that is looked at.
  private final Map<String, Set<String>> carriers = new HashMap<>();

  LineCheck(Project project, Repository repository, Fix fix) {
    this.project = project;
    this.repository = repository;
    this.fix = fix;
    fix.patches().forEach(patch -> carries(patch.commit(), patch.patchId()));
  }

  private void carries(String commit, String patchId) {
    carriers.computeIfAbsent(commit, _ -> new HashSet<>()).add(patchId);
  }

  /// The lines of a project, none of which can be told about.
  static List<LineStatus> unknown(Lines lines, String why) {
    return List.of(
        new LineStatus(PRODUCTION, lines.production(), Presence.cannotTell, null, why),
        new LineStatus(DEVELOP, lines.develop(), Presence.cannotTell, null, why));
  }

  List<LineStatus> of(LineGraph graph) throws Unreachable {
    List<LineStatus> all = new ArrayList<>();
    for (Line line : graph.lines()) {
      all.add(of(line.name(), line.branch()));
    }
    return all;
  }

  /// @param branch or a commit that may become a release of the line
  LineStatus of(String line, String branch) throws Unreachable {
    Optional<String> tip = repository.resolve(project, branch);
    if (tip.isEmpty()) {
      return new LineStatus(
          line,
          branch,
          Presence.cannotTell,
          null,
          "The origin has no branch "
              + branch
              + ": push it, or name the right one for this line in the project or in suture.yml.");
    }
    if (fix.commits().isEmpty()) {
      return new LineStatus(
          line, branch, Presence.nothingToShip, null, "Nothing is committed on the hotfix yet.");
    }
    if (fix.whole() == null) {
      return new LineStatus(
          line,
          branch,
          Presence.nothingToShip,
          null,
          "The commits of the hotfix change nothing in sum.");
    }
    boolean merged = repository.isAncestor(project, fix.head(), tip.get());
    if (!merged && fix.patches().isEmpty()) {
      return new LineStatus(
          line,
          branch,
          Presence.cannotTell,
          null,
          "The hotfix consists of merge commits only: there is no change to look for.");
    }
    return new History(branch, merged).replay(tip.get()).verdict(line);
  }

  /// What happened to the fix on one line, commit by commit.
  private final class History {
    private final String branch;
    private final boolean merged;

    /// Patch id -> the commit that brought it; the head of the hotfix when it came by merge.
    private final Map<String, String> present = new HashMap<>();

    private final List<String> brought = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Set<String> byHand = new HashSet<>();
    private String doubt = "";

    History(String branch, boolean merged) {
      this.branch = branch;
      this.merged = merged;
      if (merged) {
        fix.patches().forEach(patch -> present.put(patch.patchId(), fix.head()));
      }
    }

    History replay(String tip) throws Unreachable {
      String from = merged ? fix.head() : fix.base();
      Map<String, List<String>> claims = new HashMap<>();
      for (Revert revert : repository.reverts(project, from, tip)) {
        claims.computeIfAbsent(revert.commit(), _ -> new ArrayList<>()).add(revert.reverted());
      }
      Map<String, List<String>> picks = new HashMap<>();
      for (Pick pick : repository.picks(project, from, tip)) {
        picks.computeIfAbsent(pick.commit(), _ -> new ArrayList<>()).add(pick.picked());
      }
      for (Patch patch : repository.patchIds(project, from, tip)) {
        List<String> reverted = claims.getOrDefault(patch.commit(), List.of());
        if (concerns(patch) && comesAfter(patch.commit())) {
          apply(patch);
        } else if (takesBackByHand(patch, reverted)) {
          removed.add(patch.commit());
        } else if (isOfOurs(reverted)) {
          doubt = patch.commit();
        } else if (picks.containsKey(patch.commit()) && comesAfter(patch.commit())) {
          picked(patch.commit(), picks.get(patch.commit()));
        }
      }
      present.forEach(
          (patchId, commit) -> {
            if (!commit.equals(fix.head())) {
              carries(commit, patchId);
            }
          });
      return this;
    }

    /// A cherry-pick that git could not make alone: its change is another one, and its message says
    /// what it stands for.
    private void picked(String commit, List<String> named) throws Unreachable {
      for (String id : named) {
        Set<String> carried = carriers.getOrDefault(id, Set.of());
        if (carried.isEmpty() && isMergeOfTheFix(id)) {
          carried = fix.patches().stream().map(Patch::patchId).collect(Collectors.toSet());
        }
        if (!carried.isEmpty()) {
          carried.forEach(patchId -> present.put(patchId, commit));
          brought.add(commit);
          byHand.add(commit);
          doubt = "";
        }
      }
    }

    /// Whether a revert is the exact reverse of such a pick.
    private boolean takesBackByHand(Patch patch, List<String> reverted) throws Unreachable {
      boolean any = false;
      for (String id : reverted) {
        if (byHand.contains(id)) {
          String parent = repository.parents(project, id).getFirst();
          boolean exact =
              repository.patchId(project, id, parent).filter(patch.patchId()::equals).isPresent();
          any |= exact && present.values().removeIf(id::equals);
        }
      }
      return any;
    }

    private boolean concerns(Patch patch) {
      String id = patch.patchId();
      return id.equals(fix.whole())
          || id.equals(fix.wholeInverse())
          || fix.inverses().containsKey(id)
          || fix.patches().stream().anyMatch(needed -> needed.patchId().equals(id));
    }

    /// What was taken back before the merge is there again with it.
    private boolean comesAfter(String commit) throws Unreachable {
      return !merged || repository.isAncestor(project, fix.head(), commit);
    }

    private void apply(Patch patch) {
      String id = patch.patchId();
      String takenBack = fix.inverses().get(id);
      if (id.equals(fix.wholeInverse())) {
        present.clear();
        removed.add(patch.commit());
      } else if (id.equals(fix.whole())) {
        fix.patches().forEach(needed -> present.put(needed.patchId(), patch.commit()));
        brought.add(patch.commit());
        doubt = "";
      } else if (takenBack != null) {
        if (present.remove(takenBack) != null) {
          removed.add(patch.commit());
        }
      } else {
        present.put(id, patch.commit());
        brought.add(patch.commit());
      }
    }

    /// Whether a message claims to take back a commit of the fix, one that brought it here, or one
    /// that had taken it back.
    private boolean isOfOurs(List<String> reverted) throws Unreachable {
      for (String id : reverted) {
        if (fix.isCommit(id) || brought.contains(id) || removed.contains(id) || isTheMerge(id)) {
          return true;
        }
      }
      return false;
    }

    private boolean isTheMerge(String id) throws Unreachable {
      return merged && isMergeOfTheFix(id);
    }

    private boolean isMergeOfTheFix(String id) throws Unreachable {
      if (repository.resolve(project, id).isEmpty()) {
        return false;
      }
      List<String> parents = repository.parents(project, id);
      return parents.size() > 1
          && repository.isAncestor(project, fix.head(), id)
          && !repository.isAncestor(project, fix.head(), parents.getFirst());
    }

    LineStatus verdict(String line) {
      List<Patch> absent =
          fix.patches().stream().filter(patch -> !present.containsKey(patch.patchId())).toList();
      if (!doubt.isEmpty()) {
        return status(
            line,
            Presence.cannotTell,
            doubt,
            "The message of commit "
                + abbreviated(doubt)
                + " on "
                + branch
                + " says that it reverts the fix, but its change is not the reverse of it: read"
                + " it.");
      }
      if (absent.isEmpty()) {
        return merged && brought.isEmpty()
            ? new LineStatus(
                line,
                branch,
                Presence.merged,
                null,
                "The tip of the hotfix, "
                    + abbreviated(fix.head())
                    + ", is part of "
                    + branch
                    + ".")
            : picked(line);
      }
      String last = removed.isEmpty() ? "" : removed.getLast();
      String how =
          last.isEmpty() ? "" : " Commit " + abbreviated(last) + " on " + branch + " took it back.";
      if (absent.size() == fix.patches().size()) {
        return status(
            line,
            Presence.missing,
            last,
            last.isEmpty() ? "No commit on " + branch + " brings this change." : how.strip());
      }
      return status(
          line,
          Presence.partial,
          last,
          branch
              + " has "
              + (fix.patches().size() - absent.size())
              + " of "
              + fix.patches().size()
              + " commits; it lacks "
              + String.join(
                  ", ", absent.stream().map(patch -> abbreviated(patch.commit())).toList())
              + "."
              + how);
    }

    private LineStatus picked(String line) {
      String last = brought.getLast();
      long by = present.values().stream().distinct().count();
      boolean squashed = by == 1 && fix.patches().size() > 1;
      String evidence =
          byHand.contains(last)
              ? "Commit "
                  + abbreviated(last)
                  + " says that it is picked from the hotfix; its change was adapted by hand."
              : squashed
                  ? "Commit " + abbreviated(last) + " makes the change of the whole hotfix."
                  : "The same change, by patch id, is in "
                      + String.join(
                          ", ",
                          present.values().stream().distinct().map(LineCheck::abbreviated).toList())
                      + ".";
      return status(line, Presence.cherryPicked, last, evidence);
    }

    private LineStatus status(String line, Presence presence, String commit, String evidence) {
      return new LineStatus(line, branch, presence, commit.isEmpty() ? null : commit, evidence);
    }
  }

  static String abbreviated(String id) {
    return id.substring(0, Math.min(12, id.length()));
  }
}

package dev.suture.carry;

import dev.suture.carry.CarryFlow.Fact;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.List;

/// Makes the commits of a carry. The same plan gives the same commits.
final class Making {
  private final Repository repository;
  private final Project project;
  private final Workbench bench;
  private final Picking picking;

  Making(Repository repository, Project project, Workbench bench, Resolutions resolutions) {
    this.repository = repository;
    this.project = project;
    this.bench = bench;
    this.picking = new Picking(bench, resolutions, project.slug());
  }

  Fact make(Carry carry) throws Unreachable {
    return carry.plan().merges() ? merged(carry) : picked(carry);
  }

  private Fact merged(Carry carry) throws Unreachable {
    Carry.Plan plan = carry.plan();
    Picked merged = picking.merge(plan.head(), plan.base(), plan.onto());
    String tree = merged.tree();
    if (tree == null) {
      return clashed(plan.onto(), merged);
    }
    if (tree.equals(bench.tree(plan.onto()))) {
      return new Fact.Made(null, merged.notes());
    }
    String message =
        "Merge the hotfix "
            + carry.hotfix()
            + " into "
            + plan.target()
            + "\n\nSuture-Hotfix: "
            + carry.hotfix();
    return new Fact.Made(
        bench.commit(tree, List.of(plan.onto(), plan.head()), message, plan.at()), merged.notes());
  }

  private Fact picked(Carry carry) throws Unreachable {
    Carry.Plan plan = carry.plan();
    List<String> notes = new ArrayList<>();
    String tip = plan.onto();
    for (String commit : plan.commits()) {
      String parent = repository.parents(project, commit).getFirst();
      Picked picked = picking.pick(commit, parent, tip);
      String tree = picked.tree();
      if (tree == null) {
        return clashed(tip, picked);
      }
      notes.addAll(picked.notes());
      if (!tree.equals(bench.tree(tip))) {
        List<String> trailers =
            List.of(
                "(cherry picked from commit " + commit + ")", "Suture-Hotfix: " + carry.hotfix());
        tip = bench.commit(new Workbench.Draft(tree, List.of(tip), commit, trailers, plan.at()));
      }
    }
    return new Fact.Made(tip.equals(plan.onto()) ? null : tip, List.copyOf(notes));
  }

  private Fact clashed(String onto, Picked picked) throws Unreachable {
    List<Unreachable> failed = new ArrayList<>();
    var missing =
        Picking.prerequisites(
            picked.conflicts(),
            commit -> {
              try {
                return repository.isAncestor(project, commit, onto);
              } catch (Unreachable unread) {
                failed.add(unread);
                return true;
              }
            });
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
    return new Fact.Clashed(picked.conflicts(), missing);
  }
}

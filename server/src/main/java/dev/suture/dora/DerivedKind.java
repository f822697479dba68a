package dev.suture.dora;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.Deployment.Kind;
import dev.suture.hotfix.Hotfix;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a deployment was made for, where nobody said.
public final class DerivedKind {
  private static final Comparator<Deployment> NEWER =
      Comparator.comparing(Deployment::at).thenComparing(Deployment::id);

  private DerivedKind() {}

  /// A release that ran here before something else did is a rollback; the tip of a hotfix's branch,
  /// or whatever comes from a branch called hotfix, is a hotfix.
  ///
  /// @param others deployments of the project, in any order
  /// @param ref the branch or tag; null when not known
  public static Kind of(
      Deployment deployment, List<Deployment> others, List<Hotfix> hotfixes, @Nullable String ref) {
    Deployment newest = null;
    boolean ranBefore = false;
    for (Deployment each : others) {
      boolean before =
          each.environment().equals(deployment.environment())
              && !each.at().isAfter(deployment.at());
      if (before) {
        ranBefore |= same(each, deployment);
        newest = newest == null || NEWER.compare(each, newest) > 0 ? each : newest;
      }
    }
    if (newest != null && ranBefore) {
      return same(newest, deployment) ? newest.kind() : Kind.rollback;
    }
    String commit = deployment.commit();
    boolean ofHotfix =
        commit != null
            && hotfixes.stream()
                .filter(each -> each.project().equals(deployment.project()))
                .filter(each -> !each.commits().isEmpty())
                .anyMatch(each -> each.head().equals(commit));
    boolean byName = ref != null && ref.matches("(refs/heads/|refs/tags/)?hotfix[-/_].*");
    return ofHotfix || byName ? Kind.hotfix : Kind.normal;
  }

  private static boolean same(Deployment one, Deployment other) {
    return one.release().equals(other.release())
        || (one.commit() != null && Objects.equals(one.commit(), other.commit()));
  }
}

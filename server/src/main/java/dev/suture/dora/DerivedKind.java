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
  private DerivedKind() {}

  /// A release that ran here before something else did is a rollback; the tip of a hotfix's branch,
  /// or whatever comes from a branch called hotfix, is a hotfix.
  ///
  /// @param others deployments of the project, in any order
  /// @param ref the branch or tag; null when not known
  public static Kind of(
      Deployment deployment, List<Deployment> others, List<Hotfix> hotfixes, @Nullable String ref) {
    List<Deployment> before =
        others.stream()
            .filter(each -> each.environment().equals(deployment.environment()))
            .filter(each -> !each.at().isAfter(deployment.at()))
            .sorted(Comparator.comparing(Deployment::at).thenComparing(Deployment::id))
            .toList();
    boolean ranBefore = before.stream().anyMatch(each -> same(each, deployment));
    if (ranBefore && !same(before.getLast(), deployment)) {
      return Kind.rollback;
    }
    if (ranBefore) {
      return before.getLast().kind();
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

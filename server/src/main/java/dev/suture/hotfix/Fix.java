package dev.suture.hotfix;

import dev.suture.hotfix.Repository.Patch;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a hotfix changes, in the terms in which lines are searched for it.
///
/// @param commits from base to head, oldest first
/// @param patches of the commits that a line must have; a commit that a later one of the same
///   branch takes back is not among them
/// @param inverses patch id of a commit's inverse -> patch id of the commit
/// @param whole patch id of the sum; null when the sum changes nothing
/// @param wholeInverse patch id of what takes the sum back
record Fix(
    String base,
    String head,
    List<Hotfix.Commit> commits,
    List<Patch> patches,
    Map<String, String> inverses,
    @Nullable String whole,
    @Nullable String wholeInverse) {

  /// @param commits of `base..head`
  static Fix read(
      Project project, Repository repository, String base, String head, List<Hotfix.Commit> commits)
      throws Unreachable {
    List<Patch> patches = new ArrayList<>(repository.patchIds(project, base, head));
    Map<String, String> inverses = new HashMap<>();
    for (Patch patch : patches) {
      List<String> parents = repository.parents(project, patch.commit());
      if (!parents.isEmpty()) {
        repository
            .patchId(project, patch.commit(), parents.getFirst())
            // White space does not count in a patch id, so a change of white space alone looks like
            // its own inverse: then nothing can be said about reverts.
            .filter(inverse -> !inverse.equals(patch.patchId()))
            .ifPresent(inverse -> inverses.put(inverse, patch.patchId()));
      }
    }
    cancelOut(patches, inverses);
    String whole = repository.patchId(project, base, head).orElse(null);
    String inverse = repository.patchId(project, head, base).orElse(null);
    return new Fix(
        base,
        head,
        commits,
        List.copyOf(patches),
        Map.copyOf(inverses),
        whole,
        inverse != null && inverse.equals(whole) ? null : inverse);
  }

  /// Drops each commit that a later one takes back, with that later one.
  private static void cancelOut(List<Patch> patches, Map<String, String> inverses) {
    for (int later = 0; later < patches.size(); later++) {
      String takenBack = inverses.get(patches.get(later).patchId());
      for (int earlier = later - 1; earlier >= 0; earlier--) {
        if (patches.get(earlier).patchId().equals(takenBack)) {
          patches.remove(later);
          patches.remove(earlier);
          later -= 2;
          break;
        }
      }
    }
  }

  boolean isCommit(String id) {
    return commits.stream().anyMatch(commit -> commit.id().equals(id));
  }
}

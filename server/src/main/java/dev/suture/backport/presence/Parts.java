package dev.suture.backport.presence;

import dev.suture.backport.presence.Evidence.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts the verdicts on a fix's commits together.
final class Parts {
  private Parts() {}

  /// @param commits of the fix, each with the verdict on it
  static Verdict sum(Map<String, Verdict> commits, List<Evidence> evidence) {
    List<Verdict> parts = List.copyOf(commits.values());
    List<String> lacking =
        commits.entrySet().stream()
            .filter(each -> !(each.getValue() instanceof Verdict.Present))
            .map(Map.Entry::getKey)
            .toList();
    List<String> carriers = new ArrayList<>();
    Step how = Step.ancestry;
    int present = 0;
    int other = 0;
    boolean sure = true;
    for (Verdict part : parts) {
      sure &= part.isSure();
      switch (part) {
        case Verdict.Present there -> {
          present++;
          carriers.addAll(there.carriers());
          how = how.compareTo(there.how()) < 0 ? there.how() : how;
        }
        case Verdict.Missing _ -> {}
        default -> other++;
      }
    }
    if (parts.isEmpty()) {
      return new Verdict.CannotTell(
          "The fix consists of merges only: there is no change to look for.", evidence);
    }
    if (present == parts.size()) {
      return new Verdict.Present(how, carriers, evidence);
    }
    if (parts.stream().allMatch(part -> part instanceof Verdict.Reverted)) {
      return parts.getLast();
    }
    if (present + other == 0) {
      return new Verdict.Missing(sure, evidence);
    }
    double share = (double) present / parts.size();
    return new Verdict.Partial(share, carriers, lacking, sure, evidence);
  }
}

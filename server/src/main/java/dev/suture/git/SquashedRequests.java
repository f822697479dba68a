package dev.suture.git;

import dev.suture.hotfix.Repository.Landing;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Merge requests that came onto the line as one commit, which is dated when it was squashed. Its
/// subject ends in the request's number, as forges write it; where the origin keeps the request's
/// branch, the commits that it was made of stand in its place.
///
/// A number may be that of another request, so both must change the same files.
final class SquashedRequests {
  /// Requests that are looked up at a time; the commits of others stay as they are.
  private static final int MOST = 500;

  private final NativeGit git;
  private final Project project;

  SquashedRequests(NativeGit git, Project project) {
    this.git = git;
    this.project = project;
  }

  /// @param records of the same commits, in [Landings#FORMAT]
  List<Landing> unfold(List<Landing> landings, List<String> records) throws Unreachable {
    Map<String, Integer> numbers = new HashMap<>();
    for (String record : records) {
      String[] lines = record.strip().split("\n", 2);
      String number = MergedRequests.squashed(lines.length < 2 ? "" : lines[1]);
      if (number != null && numbers.size() < MOST) {
        numbers.put(
            lines[0].substring(0, lines[0].indexOf(' ')), Integer.valueOf(number.substring(1)));
      }
    }
    landings.stream()
        .filter(each -> !each.by().equals(each.commit()))
        .map(Landing::commit)
        .forEach(numbers::remove);
    Set<Integer> asked = new HashSet<>(numbers.values());
    Map<Integer, String> tips = asked.isEmpty() ? Map.of() : git.requests(project, asked);
    List<Landing> unfolded = new ArrayList<>();
    for (Landing each : landings) {
      Integer number = numbers.get(each.commit());
      String tip = number == null ? null : tips.get(number);
      List<Landing> own = tip == null ? List.of() : commits(each, tip);
      unfolded.addAll(own.isEmpty() ? List.of(each) : own);
    }
    return unfolded;
  }

  /// Empty when the request is not what was squashed.
  private List<Landing> commits(Landing squashed, String tip) throws Unreachable {
    List<String> parents = git.parents(project, squashed.commit());
    if (parents.size() != 1) {
      return List.of();
    }
    String before = parents.getFirst();
    Optional<String> fork = git.fork(project, before, tip);
    boolean isIt =
        fork.isPresent()
            && Set.copyOf(git.changed(project, fork.get(), tip))
                .equals(Set.copyOf(git.changed(project, before, squashed.commit())));
    if (!isIt) {
      return List.of();
    }
    List<Landing> commits = new ArrayList<>();
    for (String record :
        git.log(project, before, tip, "--no-merges", "--reverse", "--format=%H %at")) {
      String[] words = record.strip().split(" ");
      Instant written = Instant.ofEpochSecond(Long.parseLong(words[1]));
      commits.add(new Landing(words[0], written, squashed.commit(), squashed.at()));
    }
    return commits;
  }
}

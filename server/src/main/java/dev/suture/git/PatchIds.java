package dev.suture.git;

import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.io.LeastRecentlyUsed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Patch ids of one repository. That of a commit never changes, so it is computed once.
///
/// Diffs carry no context unless asked (moved surroundings then leave the id as it is), no rename
/// detection (it has limits that depend on the rest of the commit) and no prefixes (`a/` and `b/`
/// would make the inverse of a change another text than its revert). Git lets binary files count by
/// their full object ids.
final class PatchIds {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int KEPT = 50_000;
  private static final List<String> AS_PATCH =
      List.of(
          "-p",
          "-r",
          "--full-index",
          "--no-renames",
          "--no-prefix",
          "--no-color",
          "--no-ext-diff",
          "--no-textconv",
          "--ignore-submodules=none");
  private static final List<String> PATCH_ID = List.of("patch-id", "--stable");

  private final GitProcess git;
  private final String context;

  /// Commit to patch id, empty for a commit that changes nothing.
  private final Map<String, String> known = new LeastRecentlyUsed<>(KEPT);

  PatchIds(GitProcess git) {
    this(git, 0);
  }

  /// @param context lines of context that count
  PatchIds(GitProcess git, int context) {
    this.git = git;
    this.context = "-U" + context;
  }

  Optional<String> between(Path clone, String from, String to) throws Unreachable {
    List<String> diff = new ArrayList<>(List.of("diff-tree"));
    diff.addAll(AS_PATCH);
    diff.add(context);
    diff.add("--end-of-options");
    diff.add(from);
    diff.add(to);
    return read(clone, "", diff).values().stream().findFirst();
  }

  /// The patch ids of commits; one that changes nothing has none.
  Map<String, String> of(Path clone, List<String> commits) throws Unreachable {
    Map<String, String> wanted = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    synchronized (known) {
      for (String commit : commits) {
        String id = known.get(commit);
        wanted.put(commit, id == null ? "" : id);
        if (id == null) {
          unknown.add(commit);
        }
      }
    }
    if (!unknown.isEmpty()) {
      List<String> diff = new ArrayList<>(List.of("diff-tree", "--stdin", "--root"));
      diff.addAll(AS_PATCH);
      diff.add(context);
      Map<String, String> read = read(clone, String.join("\n", unknown) + "\n", diff);
      synchronized (known) {
        for (String commit : unknown) {
          String id = read.getOrDefault(commit, "");
          known.put(commit, id);
          wanted.put(commit, id);
        }
      }
    }
    wanted.values().removeIf(String::isEmpty);
    return wanted;
  }

  private Map<String, String> read(Path clone, String input, List<String> diff) throws Unreachable {
    GitProcess.Output output =
        git.run(clone, LIMIT, input.getBytes(StandardCharsets.UTF_8), List.of(diff, PATCH_ID));
    if (output.exit() != 0) {
      throw GitSays.failed("Comparing changes", output);
    }
    Map<String, String> ids = new LinkedHashMap<>();
    for (String line : output.text().lines().toList()) {
      String[] both = line.split(" ");
      ids.put(both[1], both[0]);
    }
    return ids;
  }
}

package dev.suture.git;

import dev.suture.cause.chain.History;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What commits changed, by one call of git for a whole range.
public final class GitHistory implements History {
  private static final int MOST = 300;
  private static final int LANDED = 3_000;
  private static final int LINES = 400;
  private static final Pattern HEAD =
      Pattern.compile("\u0001([0-9a-f]{40})\u0002([^\u0002]*)\u0002([^\u0002]*)\u0002(.*)");
  private static final Pattern PLACE = Pattern.compile("@@ -\\d+(?:,\\d+)? \\+\\d+(?:,\\d+)? @@.*");

  private final NativeGit git;

  public GitHistory(NativeGit git) {
    this.git = git;
  }

  @Override
  public List<Change> changes(Project project, String from, String to) throws Unreachable {
    Map<String, String> requests =
        MergedRequests.of(git.log(project, from, to, "-n" + LANDED, MergedRequests.FORMAT));
    byte[] log =
        git.read(
            project,
            "Reading what commits changed",
            new byte[0],
            List.of(
                "log",
                "--no-merges",
                "--topo-order",
                "--no-show-signature",
                "--no-color",
                "--no-renames",
                "--no-ext-diff",
                "--no-textconv",
                "-n" + MOST,
                "-U0",
                "-p",
                "--format=%x01%H%x02%an%x02%aI%x02%s",
                "--end-of-options",
                GitNames.id(from) + ".." + GitNames.id(to)));
    return new Reading(requests).read(new String(log, StandardCharsets.UTF_8));
  }

  @Override
  public List<String> touching(Project project, String from, String to, List<Stretch> stretches)
      throws Unreachable {
    if (stretches.isEmpty()) {
      return List.of();
    }
    List<String> arguments =
        new ArrayList<>(List.of("log", "--no-merges", "--no-patch", "--format=%H", "-n" + MOST));
    for (Stretch each : stretches) {
      arguments.add("-L" + each.first() + "," + each.last() + ":" + each.path());
    }
    arguments.addAll(List.of("--end-of-options", GitNames.id(from) + ".." + GitNames.id(to)));
    return git.said(project, arguments).lines().filter(each -> !each.isBlank()).toList();
  }

  @Override
  public Optional<String> wrote(Project project, String from, String to, String path, int line)
      throws Unreachable {
    String range = GitNames.id(from) + ".." + GitNames.id(to);
    String told =
        git.said(
            project,
            List.of("blame", "-w", "-M", "--porcelain", "-L" + line + ",+1", range, "--", path));
    boolean older = told.lines().anyMatch("boundary"::equals);
    String commit = told.split(" ", 2)[0];
    return older || !GitNames.FULL_ID.matcher(commit).matches()
        ? Optional.empty()
        : Optional.of(commit);
  }

  /// One log, line by line.
  private static final class Reading {
    private final Map<String, String> requests;
    private final List<Change> changes = new ArrayList<>();
    private List<Hunk> hunks = new ArrayList<>();
    private @Nullable String path;
    private @Nullable Hunk hunk;

    Reading(Map<String, String> requests) {
      this.requests = requests;
    }

    List<Change> read(String log) {
      for (String line : log.split("\n", -1)) {
        Matcher head = HEAD.matcher(line);
        if (head.matches()) {
          hunks = new ArrayList<>();
          hunk = null;
          changes.add(
              new Change(
                  head.group(1),
                  head.group(2),
                  at(head.group(3)),
                  head.group(4),
                  requests.get(head.group(1)),
                  hunks));
        } else {
          diff(line);
        }
      }
      return List.copyOf(changes);
    }

    private void diff(String line) {
      Matcher place = PLACE.matcher(line);
      if (line.startsWith("diff --git ")) {
        hunk = null;
        path = null;
      } else if (hunk == null && line.startsWith("--- a/")) {
        path = line.substring(6);
      } else if (hunk == null && line.startsWith("+++ b/")) {
        path = line.substring(6);
      } else if (path != null && place.matches()) {
        hunk = new Hunk(path, new ArrayList<>(), new ArrayList<>());
        hunks.add(hunk);
      } else if (hunk != null && line.startsWith("-") && hunk.removed().size() < LINES) {
        hunk.removed().add(line.substring(1).strip());
      } else if (hunk != null && line.startsWith("+") && hunk.added().size() < LINES) {
        hunk.added().add(line.substring(1).strip());
      }
    }

    private static Instant at(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException unreadable) {
        return Instant.EPOCH;
      }
    }
  }
}

package dev.suture.bench.replay;

import dev.suture.bench.Benchmark;
import dev.suture.bench.Row;
import dev.suture.bench.replay.Pairs.Pair;
import dev.suture.carry.Picked;
import dev.suture.carry.Picking;
import dev.suture.carry.Resolutions;
import dev.suture.git.MergeTrees;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Chores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Real backports made again without a person. The clone is read only: what is written goes into a
/// repository of its own that borrows its objects.
public final class ReplayBenchmark implements Benchmark {
  private final List<String> arguments;

  public ReplayBenchmark() {
    this(List.of());
  }

  private ReplayBenchmark(List<String> arguments) {
    this.arguments = arguments;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String about() {
    return "real backports made again: CLONE MAIN LINES... (patterns of branches)";
  }

  @Override
  public Benchmark with(List<String> words) {
    if (words.size() < 3 || !Files.isDirectory(Path.of(words.getFirst()).resolve("objects"))) {
      throw new IllegalArgumentException(
          "replay takes CLONE MAIN LINES...: a bare clone, a branch, and patterns of branches.");
    }
    return new ReplayBenchmark(List.copyOf(words));
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    Path clone = Path.of(arguments.getFirst()).toAbsolutePath();
    Path bare = scratch.resolve("replay.git");
    Files.createDirectories(bare.resolve("refs"));
    Files.createDirectories(bare.resolve("objects/info"));
    Files.writeString(bare.resolve("HEAD"), "ref: refs/heads/none\n");
    Files.writeString(bare.resolve("config"), "[core]\n\tbare = true\n");
    Files.writeString(bare.resolve("objects/info/alternates"), clone.resolve("objects") + "\n");
    List<Pair> pairs =
        new Pairs(clone).read(arguments.get(1), arguments.subList(2, arguments.size()));
    progress.say(pairs.size() + " pairs");
    Tally tally = new Tally();
    Replay replay = new Replay(bare, scratch.resolve("home"));
    for (Pair pair : pairs) {
      tally.count(pair, replay, progress);
    }
    return tally.rows();
  }

  private static final class Tally {
    private int all;
    private int plainConflicts;
    private int conflicts;
    private int same;
    private int different;
    private final List<String> unread = new ArrayList<>();

    void count(Pair pair, Replay replay, Progress progress) throws IOException {
      try {
        boolean plain = replay.isPlain(pair);
        Picked picked = replay.pick(pair);
        all++;
        plainConflicts += plain ? 0 : 1;
        String tree = picked.tree();
        if (tree == null) {
          conflicts++;
          progress.say(
              "conflict "
                  + pair.made().substring(0, 12)
                  + " "
                  + picked.conflicts().stream()
                      .map(each -> each.path() + " (" + each.kind() + ")")
                      .toList());
        } else if (replay.isLike(tree, pair, progress)) {
          same++;
        } else {
          different++;
          progress.say("different " + pair.made().substring(0, 12) + " " + picked.notes());
        }
      } catch (Unreachable absent) {
        unread.add(pair.made());
      }
    }

    List<Row> rows() {
      int clean = Math.max(1, same + different);
      double share = 100.0 * conflicts / Math.max(1, all);
      double plain = 100.0 * plainConflicts / Math.max(1, all);
      return List.of(
          Row.measured("pairs replayed", all, "pairs", unread.size() + " whose objects are absent"),
          Row.lower("conflicts", share, "%", 15.0, "plain cherry-pick %.1f %%".formatted(plain)),
          Row.higher(
              "clean, files as the person made them",
              100.0 * same / clean,
              "%",
              95,
              same + " of " + clean + ", years, changelogs, versions set aside"));
    }
  }

  private static final class Replay {
    private final MergeTrees bench;
    private final Picking picking;
    private final Pairs git;

    Replay(Path bare, Path home) {
      this.bench = MergeTrees.on(home, bare);
      this.picking = new Picking(bench, Resolutions.NONE, "replay");
      this.git = new Pairs(bare);
    }

    boolean isPlain(Pair pair) throws Unreachable {
      return bench.pick(pair.source(), pair.madeParent()).clashes().isEmpty();
    }

    Picked pick(Pair pair) throws Unreachable {
      return picking.pick(pair.source(), pair.sourceParent(), pair.madeParent());
    }

    /// Whether each touched file is what the person made, but for years, changelogs and versions.
    boolean isLike(String tree, Pair pair, Progress progress) throws IOException, Unreachable {
      String differ =
          git.git("diff-tree", "-r", "-z", "--name-only", "--no-renames", tree, pair.made());
      for (String path : differ.split("\0")) {
        if (!path.isEmpty() && !Chores.isChore(path)) {
          if (!Objects.equals(plain(tree, path), plain(pair.made(), path))) {
            progress.say("  " + path);
            return false;
          }
        }
      }
      return true;
    }

    private String plain(String tree, String path) throws Unreachable {
      String text = bench.text(tree, path);
      return text == null
          ? ""
          : text.replaceAll("(?m)^(.*(?:[Cc]opyright|\\([Cc]\\)).*?)\\d{4}.*$", "$1");
    }
  }
}

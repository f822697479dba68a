package dev.suture.git;

import dev.suture.backport.presence.Presence;
import dev.suture.carry.Workbench;
import dev.suture.dora.TagSource;
import dev.suture.hotfix.Hotfix.Commit;
import dev.suture.hotfix.Repository;
import dev.suture.io.LeastRecentlyUsed;
import dev.suture.line.Branch;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Checkout;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Repositories by the native git program, one bare clone a project.
public final class NativeGit implements Repository, TagSource, Checkout {
  private static final Duration READ_LIMIT = Duration.ofMinutes(2);
  private static final long FILE_LIMIT = 1 << 20;
  private static final Pattern SHORT_ID = Pattern.compile("[0-9a-f]{7,39}");

  /// Projects whose commits stay in memory.
  private static final int KEPT = 4;

  private final GitProcess git;
  private final Path repositories;
  private final Map<Long, BareClone> clones = new ConcurrentHashMap<>();
  private final Map<Long, Presence> known = new LeastRecentlyUsed<>(KEPT);

  /// @param repositories the folder of all clones
  public NativeGit(Path repositories) {
    this.repositories = repositories.toAbsolutePath();
    this.git = new GitProcess(this.repositories.resolve("home"));
  }

  @Override
  public void fetch(Project project) throws Unreachable {
    clone(project).fetch(project);
  }

  @Override
  public Optional<String> resolve(Project project, String name) throws Unreachable {
    if (GitNames.FULL_ID.matcher(name).matches()) {
      return commit(project, name);
    }
    if (!GitNames.isRefName(name)) {
      return Optional.empty();
    }
    Optional<String> found = commit(project, "refs/remotes/origin/" + name);
    if (found.isEmpty()) {
      found = commit(project, "refs/tags/" + name);
    }
    if (found.isEmpty() && SHORT_ID.matcher(name).matches()) {
      found = commit(project, name);
    }
    return found;
  }

  @Override
  public void createBranch(Project project, String branch, String commit) throws Unreachable {
    if (!GitNames.isRefName(branch) || !GitNames.FULL_ID.matcher(commit).matches()) {
      throw new IllegalArgumentException("a branch name and a full commit id");
    }
    clone(project).push(project, branch, commit);
  }

  @Override
  public List<Branch> branches(Project project) throws Unreachable {
    String list =
        text(
            project,
            "Reading the branches",
            "for-each-ref",
            "--format=%(objectname) %(committerdate:unix) %(refname:lstrip=3)",
            "refs/remotes/origin/");
    List<Branch> branches = new ArrayList<>();
    for (String line : list.lines().toList()) {
      String[] columns = line.split(" ", 3);
      if (Lines.isBranch(columns[2])) {
        branches.add(
            new Branch(columns[2], columns[0], Instant.ofEpochSecond(Long.parseLong(columns[1]))));
      }
    }
    return List.copyOf(branches);
  }

  @Override
  public boolean isAncestor(Project project, String ancestor, String descendant)
      throws Unreachable {
    GitProcess.Output output =
        run(project, "merge-base", "--is-ancestor", GitNames.id(ancestor), GitNames.id(descendant));
    return switch (output.exit()) {
      case 0 -> true;
      case 1 -> false;
      default -> throw GitSays.failed("Reading the history", output);
    };
  }

  @Override
  public List<Commit> commits(Project project, String from, String to) throws Unreachable {
    String format = "--format=%H%n%at%n%an%n%s";
    List<Commit> commits = new ArrayList<>();
    for (String entry : log(project, from, to, "--no-merges", "--reverse", format)) {
      String[] lines = entry.split("\n", 4);
      Instant at = Instant.ofEpochSecond(Long.parseLong(lines[1]));
      commits.add(new Commit(lines[0], lines.length > 3 ? lines[3] : "", lines[2], at));
    }
    return commits;
  }

  @Override
  public List<Landing> landings(Project project, String from, String to) throws Unreachable {
    List<String> records = log(project, from, to, Landings.FORMAT);
    return new SquashedRequests(this, project).unfold(Landings.of(records), records);
  }

  /// Fetches the branches of merge requests where the origin keeps them under refs of their own, as
  /// forges do.
  ///
  /// @return their tips by number; those that there are none of are missing
  Map<Integer, String> requests(Project project, Collection<Integer> numbers) throws Unreachable {
    return clone(project).requests(project, numbers);
  }

  /// Where two commits parted; empty when they have nothing in common.
  Optional<String> fork(Project project, String one, String other) throws Unreachable {
    GitProcess.Output output = run(project, "merge-base", GitNames.id(one), GitNames.id(other));
    return output.exit() == 0 ? output.text().lines().findFirst() : Optional.empty();
  }

  List<String> log(Project project, String from, String to, String... options) throws Unreachable {
    List<String> arguments =
        new ArrayList<>(List.of("log", "--topo-order", "--no-show-signature", "-z"));
    arguments.addAll(List.of(options));
    arguments.add("--end-of-options");
    arguments.add(GitNames.id(from) + ".." + GitNames.id(to));
    return records(text(project, "Reading the history", arguments.toArray(String[]::new)));
  }

  @Override
  public List<Tag> tags(Project project) throws Unreachable {
    fetch(project);
    String listed =
        text(
            project,
            "Listing the tags",
            "for-each-ref",
            "--sort=creatordate",
            "--format=%(creatordate:unix) %(objectname) %(*objectname) %(refname:lstrip=2)",
            "refs/tags");
    List<Tag> tags = new ArrayList<>();
    for (String line : listed.lines().toList()) {
      // A tag without a message has no object behind it, and so two blanks in a row.
      String[] parts = line.split(" ", 4);
      boolean whole = parts.length == 4 && parts[0].matches("[0-9]{1,12}");
      String commit = !whole ? "" : parts[2].isEmpty() ? parts[1] : parts[2];
      if (GitNames.FULL_ID.matcher(commit).matches()) {
        tags.add(new Tag(parts[3], commit, Instant.ofEpochSecond(Long.parseLong(parts[0]))));
      }
    }
    return tags;
  }

  @Override
  public List<String> parents(Project project, String commit) throws Unreachable {
    String line =
        text(
            project, "Reading a commit", "rev-list", "--no-walk", "--parents", GitNames.id(commit));
    List<String> ids = List.of(line.strip().split(" "));
    return ids.subList(1, ids.size());
  }

  @Override
  public Presence presence(Project project) throws Unreachable {
    NativeClone clone = reading(project);
    synchronized (known) {
      return known.computeIfAbsent(project.id(), _ -> new Presence(clone));
    }
  }

  @Override
  public Optional<String> file(Project project, String commit, String path) throws Unreachable {
    if (!GitNames.isPath(path)) {
      return Optional.empty();
    }
    String listed =
        text(
            project,
            "Reading the tree",
            "ls-tree",
            "-z",
            "-l",
            "--full-tree",
            GitNames.id(commit),
            "--",
            path);
    for (String entry : records(listed)) {
      String[] facts = entry.substring(0, entry.indexOf('\t')).split(" +");
      boolean isFile = facts[0].equals("100644") || facts[0].equals("100755");
      if (isFile && entry.endsWith("\t" + path) && Long.parseLong(facts[3]) <= FILE_LIMIT) {
        GitProcess.Output blob = run(project, "cat-file", "blob", GitNames.id(facts[2]));
        if (blob.exit() != 0) {
          throw GitSays.failed("Reading a file", blob);
        }
        return Optional.ofNullable(GitNames.decode(blob.bytes()));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> files(Project project, String commit) throws Unreachable {
    return records(
        text(
            project,
            "Reading the tree",
            "ls-tree",
            "-r",
            "-z",
            "--name-only",
            "--full-tree",
            GitNames.id(commit)));
  }

  @Override
  public List<String> changed(Project project, String from, String to) throws Unreachable {
    return records(
        text(
            project,
            "Reading the change",
            "diff-tree",
            "-r",
            "-z",
            "--name-only",
            "--no-renames",
            GitNames.id(from),
            GitNames.id(to)));
  }

  @Override
  public Churn churn(Project project, String from, String to) throws Unreachable {
    List<String> files =
        records(
            text(
                project,
                "Measuring the change",
                "diff",
                "--numstat",
                "-z",
                "--no-renames",
                "--no-ext-diff",
                "--no-textconv",
                GitNames.id(from),
                GitNames.id(to)));
    int lines = 0;
    for (String file : files) {
      String[] columns = file.split("\t", 3);
      lines +=
          columns[0].equals("-") ? 1 : Integer.parseInt(columns[0]) + Integer.parseInt(columns[1]);
    }
    return new Churn(files.size(), lines);
  }

  /// The project's clone as presence reads it, filled from the origin at least once.
  public NativeClone reading(Project project) throws Unreachable {
    return new NativeClone(git, clone(project).open(project));
  }

  /// As a worktree of the bare clone; one whose folder was deleted is forgotten by the next.
  @Override
  public void into(Project project, String commit, Path folder) throws Unreachable {
    run(project, "worktree", "prune", "--expire=now");
    text(
        project,
        "Putting the files of a commit into a folder",
        "worktree",
        "add",
        "--detach",
        "--force",
        "--",
        folder.toAbsolutePath().toString(),
        GitNames.id(commit));
  }

  /// Merges in the project's clone.
  public Workbench workbench(Project project) throws Unreachable {
    return new MergeTrees(git, clone(project).open(project));
  }

  private Optional<String> commit(Project project, String name) throws Unreachable {
    GitProcess.Output output =
        run(project, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
    return output.exit() == 0 ? Optional.of(output.text().strip()) : Optional.empty();
  }

  /// Runs a command that writes objects, fed with `input`.
  String write(Project project, String doing, byte[] input, List<String> arguments)
      throws Unreachable {
    GitProcess.Output output =
        git.run(clone(project).open(project), READ_LIMIT, input, List.of(arguments));
    if (output.exit() != 0) {
      throw GitSays.failed(doing, output);
    }
    return output.text();
  }

  String text(Project project, String doing, String... arguments) throws Unreachable {
    GitProcess.Output output = run(project, arguments);
    if (output.exit() != 0) {
      throw GitSays.failed(doing, output);
    }
    return output.text();
  }

  /// What git says when it is asked what it may have no answer to; empty when it has none.
  String said(Project project, List<String> arguments) throws Unreachable {
    GitProcess.Output output = git.run(clone(project).open(project), READ_LIMIT, arguments);
    return output.exit() == 0 ? output.text() : "";
  }

  private GitProcess.Output run(Project project, String... arguments) throws Unreachable {
    return git.run(clone(project).open(project), READ_LIMIT, List.of(arguments));
  }

  /// Reads by a command of git that is given some input.
  byte[] read(Project project, String doing, byte[] input, List<String> arguments)
      throws Unreachable {
    GitProcess.Output output =
        git.run(clone(project).open(project), READ_LIMIT, input, List.of(arguments));
    if (output.exit() != 0) {
      throw GitSays.failed(doing, output);
    }
    return output.bytes();
  }

  private BareClone clone(Project project) {
    return clones.computeIfAbsent(project.id(), id -> new BareClone(git, repositories, id));
  }

  private static List<String> records(String terminated) {
    return terminated.isEmpty() ? List.of() : List.of(terminated.split("\0"));
  }
}

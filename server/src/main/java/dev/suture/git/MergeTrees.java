package dev.suture.git;

import dev.suture.carry.Workbench;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository.Unreachable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Merges by `git merge-tree`, with commits that exist only to say what the merge is between:
/// `--merge-base` is younger than the git that this works with.
public final class MergeTrees implements Workbench {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String NOBODY = "Suture <suture@suture.invalid>";
  private static final String NO_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
  private static final String EMPTY_BLOB = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
  private static final Pattern ENTRY =
      Pattern.compile("([0-7]{6}) ([0-9a-f]{40}) ([123])\t(.*)", Pattern.DOTALL);

  private final GitProcess git;
  private final Path clone;

  MergeTrees(GitProcess git, Path clone) {
    this.git = git;
    this.clone = clone;
  }

  /// On a bare repository that is nobody's clone.
  ///
  /// @param home an empty folder
  public static MergeTrees on(Path home, Path repository) {
    return new MergeTrees(new GitProcess(home), repository);
  }

  @Override
  public Merged pick(String commit, String onto) throws Unreachable {
    String parent = said("rev-list", "--no-walk", "--parents", GitNames.id(commit)).strip();
    String[] ids = parent.split(" ");
    String base = raw(ids.length > 1 ? tree(ids[1]) : NO_TREE, List.of());
    return merged(raw(tree(commit), List.of(base)), raw(tree(onto), List.of(base)));
  }

  @Override
  public Merged merge(String head, String onto) throws Unreachable {
    return merged(GitNames.id(head), GitNames.id(onto));
  }

  private Merged merged(String theirs, String ours) throws Unreachable {
    GitProcess.Output output =
        git.run(
            clone,
            LIMIT,
            List.of(
                "-c",
                "merge.renames=true",
                "-c",
                "merge.directoryRenames=true",
                "-c",
                "merge.renameLimit=20000",
                "merge-tree",
                "--write-tree",
                "--no-messages",
                "-z",
                ours,
                theirs));
    if (output.exit() > 1) {
      throw GitSays.failed("Merging", output);
    }
    String[] records = output.text().split("\0", -1);
    Map<String, Side[]> sides = new LinkedHashMap<>();
    for (String record : Arrays.copyOfRange(records, 1, records.length)) {
      Matcher entry = ENTRY.matcher(record);
      if (entry.matches()) {
        sides.computeIfAbsent(entry.group(4), _ -> new Side[3])[entry.group(3).charAt(0) - '1'] =
            new Side(entry.group(1), entry.group(2));
      }
    }
    List<Clash> clashes = new ArrayList<>();
    sides.forEach((path, three) -> clashes.add(new Clash(path, three[0], three[1], three[2])));
    return new Merged(GitNames.id(records[0]), clashes);
  }

  @Override
  public Optional<List<Piece>> pieces(@Nullable Side base, Side ours, Side theirs)
      throws Unreachable {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("suture-merge");
      List<String> paths = new ArrayList<>();
      for (String blob :
          List.of(ours.blob(), base == null ? EMPTY_BLOB : base.blob(), theirs.blob())) {
        byte[] bytes = blob.equals(EMPTY_BLOB) ? new byte[0] : blob(blob);
        if (decode(bytes) == null) {
          return Optional.empty();
        }
        Path file = folder.resolve(Integer.toString(paths.size()));
        Files.write(file, bytes);
        paths.add(file.toString());
      }
      return Optional.of(Pieces.of(clone, git, paths));
    } catch (IOException failed) {
      throw new Unreachable("Files for a merge cannot be written: " + failed.getMessage());
    } finally {
      remove(folder);
    }
  }

  private static void remove(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try {
      for (int i = 0; i < 3; i++) {
        Files.deleteIfExists(folder.resolve(Integer.toString(i)));
      }
      Files.deleteIfExists(folder);
    } catch (IOException left) {
      // Whoever cleans the system's temporary folder takes them.
      return;
    }
  }

  @Override
  public String replace(String tree, String path, String mode, @Nullable String text)
      throws Unreachable {
    String blob = text == null ? null : written("blob", text.getBytes(StandardCharsets.UTF_8));
    return replaced(GitNames.id(tree), path, mode, blob);
  }

  private String replaced(String tree, String path, String mode, @Nullable String blob)
      throws Unreachable {
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    StringBuilder entries = new StringBuilder();
    String below = NO_TREE;
    for (String entry : said("ls-tree", "-z", "--full-tree", tree).split("\0")) {
      if (entry.endsWith("\t" + name)) {
        below = entry.startsWith("040000") ? entry.split("[ \t]")[2] : below;
      } else if (!entry.isEmpty()) {
        entries.append(entry).append('\0');
      }
    }
    if (slash >= 0) {
      String inner = replaced(below, path.substring(slash + 1), mode, blob);
      if (!inner.equals(NO_TREE)) {
        entries.append("040000 tree ").append(inner).append('\t').append(name).append('\0');
      }
    } else if (blob != null) {
      entries.append(mode).append(" blob ").append(blob).append('\t').append(name).append('\0');
    }
    GitProcess.Output output =
        git.run(
            clone,
            LIMIT,
            entries.toString().getBytes(StandardCharsets.UTF_8),
            List.of(List.of("mktree", "-z")));
    return GitNames.id(checked("Writing a tree", output).text().strip());
  }

  @Override
  public String commit(Draft draft) throws Unreachable {
    byte[] like =
        checked("Reading a commit", run("cat-file", "commit", GitNames.id(draft.like()))).bytes();
    String raw = new String(like, StandardCharsets.ISO_8859_1);
    int blank = raw.indexOf("\n\n");
    StringBuilder commit =
        new StringBuilder("tree ").append(GitNames.id(draft.tree())).append('\n');
    draft.parents().forEach(parent -> commit.append("parent ").append(parent).append('\n'));
    raw.substring(0, blank)
        .lines()
        .filter(line -> line.startsWith("author "))
        .limit(1)
        .forEach(line -> commit.append(line).append('\n'));
    commit.append(committer(draft.at()));
    raw.substring(0, blank)
        .lines()
        .filter(line -> line.startsWith("encoding "))
        .limit(1)
        .forEach(line -> commit.append(line).append('\n'));
    String message = raw.substring(blank + 2).stripTrailing();
    String last = message.substring(message.lastIndexOf("\n\n") + 1).strip();
    boolean trailed =
        message.contains("\n\n")
            && last.lines().allMatch(line -> line.matches("[A-Za-z][A-Za-z-]*: .*|\\(cherry .*"));
    commit.append('\n').append(message).append(trailed ? "\n" : "\n\n");
    draft.trailers().forEach(trailer -> commit.append(trailer).append('\n'));
    return written("commit", commit.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public String commit(String tree, List<String> parents, String message, Instant at)
      throws Unreachable {
    StringBuilder commit = new StringBuilder("tree ").append(GitNames.id(tree)).append('\n');
    parents.forEach(parent -> commit.append("parent ").append(GitNames.id(parent)).append('\n'));
    commit.append("author ").append(committer(at).substring("committer ".length()));
    commit.append(committer(at)).append('\n').append(message).append('\n');
    return written("commit", commit.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String raw(String tree, List<String> parents) throws Unreachable {
    return commit(tree, parents, "One side of a merge", Instant.EPOCH);
  }

  private static String committer(Instant at) {
    return "committer " + NOBODY + " " + at.getEpochSecond() + " +0000\n";
  }

  private String written(String type, byte[] content) throws Unreachable {
    return GitNames.id(
        checked(
                "Writing an object",
                git.run(
                    clone,
                    LIMIT,
                    content,
                    List.of(List.of("hash-object", "-t", type, "-w", "--stdin"))))
            .text()
            .strip());
  }

  @Override
  public String tree(String commit) throws Unreachable {
    return GitNames.id(
        said("rev-parse", "--verify", "--end-of-options", GitNames.id(commit) + "^{tree}").strip());
  }

  @Override
  public List<Hotfix.Commit> touched(String commit, String path, int from, int to)
      throws Unreachable {
    String blame =
        said("blame", "--line-porcelain", "-L", from + "," + to, GitNames.id(commit), "--", path);
    return Blamed.commits(blame);
  }

  @Override
  public @Nullable String text(String commit, String path) throws Unreachable {
    String entry = said("ls-tree", "-z", "--full-tree", GitNames.id(commit), "--", path);
    if (!entry.startsWith("100")) {
      return null;
    }
    return decode(blob(entry.split("[ \t]")[2]));
  }

  private byte[] blob(String id) throws Unreachable {
    return checked("Reading a file", run("cat-file", "blob", GitNames.id(id))).bytes();
  }

  private String said(String... arguments) throws Unreachable {
    return checked("Reading the repository", run(arguments)).text();
  }

  private GitProcess.Output run(String... arguments) throws Unreachable {
    return git.run(clone, LIMIT, List.of(arguments));
  }

  private static GitProcess.Output checked(String doing, GitProcess.Output output)
      throws Unreachable {
    if (output.exit() != 0) {
      throw GitSays.failed(doing, output);
    }
    return output;
  }

  private static @Nullable String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? text : null;
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}

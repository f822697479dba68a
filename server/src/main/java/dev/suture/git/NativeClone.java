package dev.suture.git;

import dev.suture.backport.presence.Change;
import dev.suture.backport.presence.Clone;
import dev.suture.backport.presence.Said;
import dev.suture.hotfix.Repository.Unreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A bare clone on disk, read in bulk by the native program; it is never written.
public final class NativeClone implements Clone {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int FILE_LIMIT = 4 << 20;

  private final GitProcess git;
  private final Path directory;
  private final PatchIds bare;
  private final PatchIds surrounded;

  /// @param directory the git directory
  /// @param home a folder that stays empty
  public NativeClone(Path directory, Path home) {
    this(new GitProcess(home.toAbsolutePath()), directory);
  }

  NativeClone(GitProcess git, Path directory) {
    this.git = git;
    this.directory = directory.toAbsolutePath();
    this.bare = new PatchIds(git);
    this.surrounded = new PatchIds(git, 3);
  }

  @Override
  public void history(Collection<String> tips, Collection<String> known, Consumer<Node> each)
      throws Unreadable {
    StringBuilder input = new StringBuilder();
    tips.forEach(tip -> input.append(GitNames.id(tip)).append('\n'));
    known.forEach(tip -> input.append('^').append(GitNames.id(tip)).append('\n'));
    stream(
        "Reading the history",
        input,
        List.of("rev-list", "--timestamp", "--parents", "--stdin"),
        lines -> {
          while (lines.next()) {
            List<String> words = List.of(lines.text().split(" "));
            long time = Long.parseLong(words.get(0));
            each.accept(new Node(words.get(1), time, words.subList(2, words.size())));
          }
        });
  }

  @Override
  public void said(List<String> commits, Consumer<Said> each) throws Unreadable {
    stream(
        "Reading commits",
        input(commits),
        List.of("cat-file", "--batch"),
        lines -> {
          while (lines.next()) {
            String[] head = lines.text().split(" ");
            if (head.length == 3) {
              String object =
                  new String(lines.bytes(Integer.parseInt(head[2])), StandardCharsets.UTF_8);
              lines.bytes(1);
              int end = object.indexOf("\n\n");
              int split = end < 0 ? object.length() : end;
              each.accept(Said.read(head[0], object.substring(0, split), object.substring(split)));
            }
          }
        });
  }

  @Override
  public void changes(List<String> commits, Consumer<Change> each) throws Unreadable {
    int from = 0;
    while (from < commits.size()) {
      from += changesUpToAFault(commits.subList(from, commits.size()), each);
    }
  }

  /// A clone may lack a large file, on which git stops.
  ///
  /// @return how many commits are done with, the one that git stopped at included
  private int changesUpToAFault(List<String> commits, Consumer<Change> each) throws Unreadable {
    List<String> command = new ArrayList<>(List.of("diff-tree", "--stdin"));
    command.addAll(DiffText.FORMAT);
    @Nullable DiffText[] reader = new DiffText[1];
    try {
      GitProcess.Output output =
          git.stream(
              directory,
              LIMIT,
              input(commits).toString().getBytes(StandardCharsets.UTF_8),
              command,
              printed -> {
                DiffText diff = new DiffText(new PrintedLines(printed));
                reader[0] = diff;
                diff.commits(each);
              });
      DiffText diff = reader[0];
      if (output.exit() == 0 && diff != null) {
        diff.end(each);
        return commits.size();
      }
      int begun = diff == null || diff.last().isEmpty() ? 0 : commits.indexOf(diff.last());
      return Math.max(begun, 1);
    } catch (Unreachable failed) {
      throw new Unreadable(failed);
    }
  }

  @Override
  public Change between(String base, String head) throws Unreadable {
    List<String> command = new ArrayList<>(List.of("diff-tree"));
    command.addAll(DiffText.FORMAT);
    command.addAll(List.of("--end-of-options", GitNames.id(base), GitNames.id(head)));
    List<Change> found = new ArrayList<>();
    stream(
        "Reading a change",
        new StringBuilder(),
        command,
        lines -> found.add(new DiffText(lines).single()));
    return found.getFirst();
  }

  @Override
  public Map<String, String> patchIds(List<String> commits, int context) throws Unreadable {
    try {
      return (context == 0 ? bare : surrounded).of(directory, commits);
    } catch (Unreachable failed) {
      throw new Unreadable(failed);
    }
  }

  @Override
  public String patchId(String base, String head, int context) throws Unreadable {
    try {
      return (context == 0 ? bare : surrounded)
          .between(directory, GitNames.id(base), GitNames.id(head))
          .orElse("");
    } catch (Unreachable failed) {
      throw new Unreadable(failed);
    }
  }

  @Override
  public List<byte @Nullable []> files(List<Place> places) throws Unreadable {
    StringBuilder input = new StringBuilder();
    for (Place place : places) {
      // In an answer that there is no such file, a line break of its path could pass for another.
      String path = place.path().indexOf('\n') < 0 ? place.path() : "";
      input.append(GitNames.id(place.commit())).append(':').append(path).append('\0');
    }
    List<byte @Nullable []> found = new ArrayList<>();
    stream(
        "Reading files",
        input,
        List.of("cat-file", "--batch", "-z"),
        lines -> {
          while (found.size() < places.size() && lines.next()) {
            String head = lines.text();
            String[] words = head.substring(head.lastIndexOf('\n') + 1).split(" ");
            boolean isThere = words.length == 3 && GitNames.FULL_ID.matcher(words[0]).matches();
            if (isThere) {
              byte[] bytes = lines.bytes(Integer.parseInt(words[2]));
              lines.bytes(1);
              found.add(words[1].equals("blob") && bytes.length <= FILE_LIMIT ? bytes : null);
            } else {
              found.add(null);
            }
          }
        });
    return found;
  }

  @Override
  public List<String> paths(String commit) throws Unreadable {
    List<String> found = new ArrayList<>();
    stream(
        "Reading the tree",
        new StringBuilder(),
        List.of("ls-tree", "-r", "-z", "--name-only", "--full-tree", GitNames.id(commit)),
        lines -> found.addAll(lines.records()));
    return found;
  }

  private static StringBuilder input(List<String> commits) {
    StringBuilder input = new StringBuilder();
    commits.forEach(commit -> input.append(GitNames.id(commit)).append('\n'));
    return input;
  }

  private interface Reading {
    void read(PrintedLines lines) throws IOException;
  }

  private void stream(String doing, StringBuilder input, List<String> command, Reading reading)
      throws Unreadable {
    try {
      GitProcess.Output output =
          git.stream(
              directory,
              LIMIT,
              input.toString().getBytes(StandardCharsets.UTF_8),
              command,
              printed -> reading.read(new PrintedLines(printed)));
      if (output.exit() != 0) {
        throw GitSays.failed(doing, output);
      }
    } catch (Unreachable failed) {
      throw new Unreadable(failed);
    }
  }
}

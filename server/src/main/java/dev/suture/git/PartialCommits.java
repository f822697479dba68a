package dev.suture.git;

import dev.suture.diff.Commits;
import dev.suture.diff.FileChange;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parts of changes by the native git program: read with `git diff`, written with `git
/// fast-import`, which needs no index and no work tree.
public final class PartialCommits implements Commits {
  private static final Pattern GONE = Pattern.compile("0+");
  private static final int MOST_FILES = 300;
  private static final String REF = "refs/suture/part";

  private final NativeGit git;

  public PartialCommits(NativeGit git) {
    this.git = git;
  }

  @Override
  public List<FileChange> changed(Project project, String from, String to) throws Unreachable {
    String raw =
        git.text(
            project,
            "Reading the change",
            "diff-tree",
            "-r",
            "-z",
            "--raw",
            "--no-renames",
            "--full-index",
            GitNames.id(from),
            GitNames.id(to));
    String[] fields = raw.split("\0");
    if (fields.length / 2 > MOST_FILES) {
      throw new Unreachable(
          "The change has more than " + MOST_FILES + " files: take the fix alone onto the branch.");
    }
    List<FileChange> files = new ArrayList<>();
    for (int i = 0; i + 1 < fields.length; i += 2) {
      String[] facts = fields[i].substring(1).split(" ");
      boolean isNew = GONE.matcher(facts[2]).matches();
      boolean isGone = GONE.matcher(facts[3]).matches();
      boolean isText = !isNew && !isGone && isFile(facts[0]) && isFile(facts[1]);
      files.add(
          new FileChange(
              fields[i + 1],
              isNew ? null : facts[0],
              isNew ? null : facts[2],
              isGone ? null : facts[1],
              isGone ? null : facts[3],
              isText ? diff(project, facts[2], facts[3]) : ""));
    }
    return files;
  }

  private String diff(Project project, String before, String after) throws Unreachable {
    String diff =
        git.text(
            project,
            "Reading the change",
            "diff",
            "-U0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--diff-algorithm=histogram",
            "--full-index",
            GitNames.id(before),
            GitNames.id(after));
    boolean isText = diff.contains("\n@@ ") && diff.indexOf('\uFFFD') < 0;
    return isText ? diff : "";
  }

  @Override
  public String text(Project project, String blob) throws Unreachable {
    return git.text(project, "Reading a file", "cat-file", "blob", GitNames.id(blob));
  }

  @Override
  public String write(Project project, String base, List<Entry> entries) throws Unreachable {
    String dated =
        git.text(project, "Reading a commit", "show", "-s", "--format=%ct", GitNames.id(base))
            .strip();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    line(stream, "feature done");
    line(stream, "commit " + REF);
    line(stream, "mark :1");
    line(stream, "committer Suture <suture@localhost> " + dated + " +0000");
    data(stream, "Part of a change\n");
    line(stream, "from " + GitNames.id(base));
    for (Entry entry : entries) {
      write(stream, entry);
    }
    line(stream, "");
    line(stream, "get-mark :1");
    line(stream, "done");
    return git.write(
            project,
            "Writing a part of the change",
            stream.toByteArray(),
            List.of("fast-import", "--quiet", "--force", "--date-format=raw"))
        .strip();
  }

  @Override
  public void publish(Project project, String branch, String commit) throws Unreachable {
    git.createBranch(project, branch, GitNames.id(commit));
  }

  private static void write(ByteArrayOutputStream stream, Entry entry) {
    String mode = entry.mode();
    String text = entry.text();
    String blob = entry.blob();
    if (mode == null) {
      line(stream, "D " + quoted(entry.path()));
    } else if (text == null) {
      line(
          stream,
          "M " + mode + " " + GitNames.id(String.valueOf(blob)) + " " + quoted(entry.path()));
    } else {
      line(stream, "M " + mode + " inline " + quoted(entry.path()));
      data(stream, text);
    }
  }

  /// As C quotes a text, which fast-import reads back to the same bytes.
  private static String quoted(String path) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : path.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static void data(ByteArrayOutputStream stream, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    line(stream, "data " + bytes.length);
    stream.writeBytes(bytes);
    line(stream, "");
  }

  private static void line(ByteArrayOutputStream stream, String text) {
    stream.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isFile(@Nullable String mode) {
    return "100644".equals(mode) || "100755".equals(mode);
  }
}

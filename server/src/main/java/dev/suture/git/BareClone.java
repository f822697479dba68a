package dev.suture.git;

import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import dev.suture.project.RepositoryUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The bare clone of one project. It is made in one move, filled by fetching, and made again when
/// it turns out broken. One writer at a time, in this server and in any other on the same folder.
final class BareClone {
  private static final Duration FETCH_LIMIT = Duration.ofMinutes(20);
  private static final Duration PUSH_LIMIT = Duration.ofMinutes(2);
  private static final Duration LOCAL_LIMIT = Duration.ofSeconds(30);
  private static final Pattern BROKEN =
      Pattern.compile(
          "not a git repository|object file .* is empty|loose object .* is corrupt|bad object"
              + "|unable to read tree|did not send all necessary objects|index file .* is too small"
              + "|packfile .* (cannot be accessed|is (far too short|not a)|does not match)");

  private static final Pattern REQUEST =
      Pattern.compile("([0-9a-f]{40})\t(refs/(?:pull|merge-requests)/([0-9]{1,9})/head)");

  private final GitProcess git;
  private final Path directory;
  private final Path lockFile;
  private final Path marker;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean swept;

  BareClone(GitProcess git, Path repositories, long project) {
    this.git = git;
    this.directory = repositories.resolve(project + ".git");
    this.lockFile = repositories.resolve(project + ".lock");
    this.marker = directory.resolve("suture-origin");
  }

  /// The clone, filled from the project's origin at least once.
  Path open(Project project) throws Unreachable {
    if (!url(project).equals(filledFrom())) {
      fetch(project);
    }
    return directory;
  }

  void fetch(Project project) throws Unreachable {
    String url = url(project);
    locked(
        () -> {
          makeWhereThereIsNone();
          GitProcess.Output output = fetchFrom(url);
          if (output.exit() != 0 && BROKEN.matcher(output.said()).find() && isBroken()) {
            delete(directory);
            makeWhereThereIsNone();
            output = fetchFrom(url);
          }
          if (output.exit() != 0) {
            throw GitSays.failed("Fetching from the origin", output);
          }
          Files.writeString(marker, url);
        });
  }

  /// Creates a branch on the origin, only where there is none of that name.
  void push(Project project, String branch, String commit) throws Unreachable {
    String url = url(project);
    String ref = "refs/heads/" + branch;
    open(project);
    locked(
        () -> {
          GitProcess.Output output =
              git.run(
                  directory,
                  PUSH_LIMIT,
                  List.of(
                      "push",
                      "--porcelain",
                      "--no-verify",
                      "--no-follow-tags",
                      "--no-recurse-submodules",
                      "--force-with-lease=" + ref + ":",
                      "--",
                      url,
                      commit + ":" + ref));
          if (output.text().contains("[rejected] (stale info)")) {
            throw new Unreachable(
                "The origin has a branch "
                    + branch
                    + " at another commit: rename or delete it there, then try again.");
          }
          if (output.exit() != 0) {
            throw GitSays.failed(
                "Creating the branch on the origin",
                new GitProcess.Output(
                    output.exit(), output.bytes(), output.said() + "\n" + output.text()));
          }
        });
  }

  private GitProcess.Output fetchFrom(String url) throws Unreachable {
    return git.run(
        directory,
        FETCH_LIMIT,
        List.of(
            "fetch",
            "--quiet",
            "--prune",
            "--no-tags",
            "--no-write-fetch-head",
            "--no-recurse-submodules",
            "--",
            url,
            "+refs/heads/*:refs/remotes/origin/*",
            "+refs/tags/*:refs/tags/*"));
  }

  /// The tips of merge requests by number, of those that the origin keeps a ref for.
  Map<Integer, String> requests(Project project, Collection<Integer> numbers) throws Unreachable {
    String url = url(project);
    Map<Integer, String> tips = new HashMap<>();
    locked(
        () -> {
          List<String> ask = new ArrayList<>(List.of("ls-remote", "--refs", "--quiet", "--", url));
          numbers.forEach(
              number -> {
                ask.add("refs/pull/" + number + "/head");
                ask.add("refs/merge-requests/" + number + "/head");
              });
          GitProcess.Output listed = git.run(directory, FETCH_LIMIT, ask);
          List<String> fetch =
              new ArrayList<>(
                  List.of("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", url));
          for (String line : listed.text().lines().toList()) {
            Matcher ref = REQUEST.matcher(line);
            if (ref.matches()) {
              tips.put(Integer.valueOf(ref.group(3)), ref.group(1));
              fetch.add("+" + ref.group(2) + ":refs/suture/requests/" + ref.group(3));
            }
          }
          boolean failed = listed.exit() != 0;
          GitProcess.Output output =
              failed || tips.isEmpty() ? listed : git.run(directory, FETCH_LIMIT, fetch);
          if (output.exit() != 0) {
            throw GitSays.failed("Fetching the branches of merge requests", output);
          }
        });
    return tips;
  }

  private void makeWhereThereIsNone() throws IOException, Unreachable {
    if (Files.isDirectory(directory.resolve("objects"))
        && Files.isRegularFile(directory.resolve("HEAD"))
        && Files.isRegularFile(directory.resolve("config"))) {
      sweep();
      return;
    }
    delete(directory);
    Path fresh = directory.resolveSibling(directory.getFileName() + ".new");
    delete(fresh);
    Files.createDirectories(fresh);
    GitProcess.Output output =
        git.run(fresh, LOCAL_LIMIT, List.of("init", "--quiet", "--bare", "--template="));
    if (output.exit() != 0) {
      throw GitSays.failed("Making the clone", output);
    }
    Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    swept = true;
  }

  /// Removes what a killed git left: its lock files and its half-received packs.
  private void sweep() throws IOException {
    if (swept) {
      return;
    }
    List<Path> left;
    try (Stream<Path> all = Files.walk(directory)) {
      left =
          all.filter(path -> path.getFileName().toString().matches("tmp_.*|.*\\.lock"))
              .filter(Files::isRegularFile)
              .toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
    swept = true;
  }

  private boolean isBroken() throws Unreachable {
    return git.run(directory, FETCH_LIMIT, List.of("fsck", "--connectivity-only", "--no-dangling"))
            .exit()
        != 0;
  }

  private @Nullable String filledFrom() {
    try {
      return Files.isRegularFile(marker) ? Files.readString(marker) : null;
    } catch (IOException unread) {
      return null;
    }
  }

  private static String url(Project project) throws Unreachable {
    String url = project.repository();
    if (url == null) {
      throw new Unreachable(
          "The project "
              + project.slug()
              + " has no repository: set one with `suture project add "
              + project.slug()
              + " --repository URL`.");
    }
    var problem = RepositoryUrl.problem(url);
    if (problem.isPresent()) {
      throw new Unreachable(problem.get());
    }
    return url;
  }

  private interface Work {
    void run() throws IOException, Unreachable;
  }

  private void locked(Work work) throws Unreachable {
    lock.lock();
    try {
      Files.createDirectories(lockFile.getParent());
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = channel.lock()) {
        if (!held.isValid()) {
          throw new IOException("lost the lock " + lockFile);
        }
        work.run();
      }
    } catch (IOException failed) {
      throw new Unreachable(
          "The clone in "
              + directory
              + " cannot be written ("
              + failed.getMessage()
              + "): see to the disk of the data folder and its permissions.");
    } finally {
      lock.unlock();
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }
}
